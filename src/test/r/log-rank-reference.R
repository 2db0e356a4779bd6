# Weighted log-rank statistics by the formula of log-rank-formula.R, checked here against survdiff where
# survdiff has the test (rho, strata, no truncation) and against the exact Cox score for left truncation.
source("comparison-common.R")
source("log-rank-formula.R")

tests <- list(
  "LOG_RANK" = function(S, N, P) 1,
  "FH 1 0" = function(S, N, P) S,
  "FH 0.5 0" = function(S, N, P) sqrt(S),
  "FH 0 1" = function(S, N, P) 1 - S,
  "FH 1 1" = function(S, N, P) S * (1 - S),
  "FH 0.5 2" = function(S, N, P) sqrt(S) * (1 - S)^2,
  "GEHAN" = function(S, N, P) N,
  "TARONE_WARE" = function(S, N, P) sqrt(N),
  "PETO_PETO" = function(S, N, P) P,
  "MODIFIED_PETO_PETO" = function(S, N, P) P * N / (N + 1))
rho <- c("LOG_RANK" = 0, "FH 1 0" = 1, "FH 0.5 0" = .5)
same <- function(a, b) stopifnot(length(a) == length(b), all(abs(a - b) <= 1e-9 * (1 + abs(b))))
checked <- c(survdiff = 0, exact = 0)

rows <- "set,test,stratified,observed,expected,variance,chisq,df,p"
for (d in sets) {
  d$event <- as.integer(d$status == 1)
  k <- max(d$group) + 1
  for (stratified in 0:1) {
    strata <- if (stratified) d$stratum else rep(0, nrow(d))
    for (name in names(tests)) {
      r <- weighted(d, tests[[name]], strata)
      if (name %in% names(rho) && !truncated(d) && length(unique(d$group)) > 1) {
        f <- try(survdiff(if (stratified) Surv(time, event) ~ group + strata(stratum) else Surv(time, event) ~ group, d, rho = rho[[name]]), silent = TRUE)
        if (!inherits(f, "try-error")) {
          present <- sort(unique(d$group)) + 1
          same(rowSums(as.matrix(f$obs)), r$O[present]); same(rowSums(as.matrix(f$exp)), r$E[present]); same(f$var, r$V[present, present])
          if (r$df == sum(rowSums(as.matrix(f$exp)) > 0) - 1) { same(f$chisq, r$chisq); same(f$pvalue, r$p); checked["survdiff"] <- checked["survdiff"] + 1 }
        }
      }
      if (name == "LOG_RANK" && truncated(d) && k == 2 && r$df == 1 && nrow(d) <= 40 && !stratified) {
        f <- try(suppressWarnings(coxph(Surv(entry, time, event) ~ group, d, ties = "exact")), silent = TRUE)
        if (!inherits(f, "try-error")) { same(f$score, r$chisq); checked["exact"] <- checked["exact"] + 1 }
      }
      full <- name %in% c("LOG_RANK", "FH 0 1")
      rows <- c(rows, paste(d$set[1], name, stratified, if (full) each(r$O) else each(sum((r$O - r$E)[-1])), if (full) each(r$E) else 0,
        if (full) each(r$V) else each(r$V[1, 1]), each(r$chisq), r$df, each(r$p), sep = ","))
    }
  }
}
print(checked)
stopifnot(checked > 100)
write_reference(rows, "log-rank", "log-rank-reference.R: survdiff(Surv(time, status == 1) ~ group [+ strata(stratum)], rho) and its formula with other weights and left truncation")
