# Weights that are not counts: Kaplan-Meier with the robust standard error at two times and after all, by rows and by clusters of
# three rows; log-rank tests of all groups as robust score tests, by rows and, stratified, by clusters of three rows.
source("comparison-common.R")
set.seed(20261127)
rows <- "set,weight,at,survival,row_se,cluster_se,chisq,df,stratified_chisq,stratified_df"
for (d in sets) {
  n <- nrow(d); d$event <- as.integer(d$status == 1)
  d$w <- signif(1 / runif(n, .1, .95), 6); d$three <- (seq_len(n) - 1) %/% 3; d$row <- seq_len(n)
  y <- if (truncated(d)) Surv(d$entry, d$time, d$event) else Surv(d$time, d$event)
  at <- sort(c(d$time[sample.int(n, 1)], round(mean(range(d$time)), 3), max(d$time) + 1))
  km <- function(cluster) {
    s <- summary(survfit(y ~ 1, weights = d$w, cluster = cluster, robust = TRUE, timefix = FALSE), times = at, extend = TRUE)
    list(s = s$surv, e = ifelse(s$surv == 0, 0, s$std.err))
  }
  by_row <- km(d$row)
  by_three <- km(d$three)
  test <- function(cluster, strata) {
    if (sum(d$event) == 0 || length(unique(d$group)) < 2) return(c(0, 0))
    x <- sapply(seq_len(max(d$group)), function(g) as.integer(d$group == g))
    f <- suppressWarnings(coxph(y ~ x + strata(strata), weights = d$w, cluster = cluster, ties = "breslow", control = coxph.control(iter.max = 0, timefix = FALSE)))
    u <- as.matrix(residuals(f, "score", weighted = TRUE, collapse = cluster))
    v <- t(u) %*% u; s <- diag(v) > 1e-20
    if (any(s)) c(f$rscore, qr(cov2cor(v[s, s, drop = FALSE]), tol = 1e-9)$rank) else c(0, 0)
  }
  one <- try(test(d$row, rep(0, n)), silent = TRUE); two <- try(test(d$three, d$stratum), silent = TRUE)
  if (inherits(one, "try-error")) one <- c(NA, NA)
  if (inherits(two, "try-error")) two <- c(NA, NA)
  rows <- c(rows, paste(d$set[1], each(d$w), each(at), each(by_row$s), each(by_row$e), each(by_three$e), each(one[1]), one[2], each(two[1]), two[2], sep = ","))
}
print(length(rows)); print(sum(grepl("NA", rows)))
write_reference(rows, "weighted", "weighted-reference.R: summary(survfit(Surv([entry,] time, status == 1) ~ 1, weights, cluster, robust = TRUE), times = at); coxph(y ~ group [+ strata(stratum)], weights, cluster, ties = breslow)$rscore")
