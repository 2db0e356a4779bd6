# Differences of two groups (those of the sets modulo 2) up to a horizon and at it: restricted means by survfit's own rmean
# and its standard error, as survRM2::rmst2 has them, and Kaplan-Meier estimates with the tests of Klein et al. (2007).
source("comparison-common.R")
scales <- list(plain = list(g = function(p) p, d = function(p) 1 + 0 * p), log = list(g = log, d = function(p) 1 / p),
  loglog = list(g = function(p) -log(-log(p)), d = function(p) -1 / (p * log(p))),
  arcsine = list(g = function(p) asin(sqrt(p)), d = function(p) .5 / sqrt(p * (1 - p))),
  logit = list(g = qlogis, d = function(p) 1 / (p * (1 - p))))
rows <- "set,horizon,mean,mean_se,mean_z,mean_p,survival,survival_se,z,p,followed"
for (d in sets) {
  d$event <- as.integer(d$status == 1); d$group <- d$group %% 2
  if (length(unique(d$group)) < 2) next
  for (share in c(.4, .9)) {
    horizon <- round(quantile(d$time, share, names = FALSE), 2)
    if (horizon <= 0) next
    arms <- sapply(0:1, function(g) {
      x <- d[d$group == g, ]
      f <- if (truncated(d)) survfit(Surv(entry, time, event) ~ 1, x, timefix = FALSE) else survfit(Surv(time, event) ~ 1, x, timefix = FALSE)
      m <- survival:::survmean(f, rmean = horizon)$matrix
      s <- summary(f, times = horizon, extend = TRUE)
      c(m["rmean"], m["se(rmean)"], s$surv, if (s$surv > 0) s$std.err else 0, horizon <= max(x$time) || s$surv == 0)
    })
    mean <- arms[1, 2] - arms[1, 1]; se <- sqrt(sum(arms[2, ]^2)); S <- arms[3, ]; e <- arms[4, ]
    followed <- all(arms[5, ] == 1)
    z <- if (followed && se > 0) mean / se else 0
    at <- sapply(scales, function(s) {
      v <- sum((e * s$d(S))^2)
      if (followed && all(is.finite(s$g(S)), is.finite(s$d(S))) && v > 0) (s$g(S[2]) - s$g(S[1])) / sqrt(v) else 0
    })
    rows <- c(rows, paste(d$set[1], each(horizon), each(mean), each(se), each(z), each(2 * pnorm(-abs(z))), each(S), each(sqrt(sum(e^2))),
      each(at), each(2 * pnorm(-abs(at))), as.integer(followed), sep = ","))
  }
}
print(length(rows)); print(table(sub(".*,", "", rows[-1])))
write_reference(rows, "two-curves", "two-curves-reference.R: survival:::survmean(survfit(Surv([entry,] time, status == 1) ~ 1), rmean = horizon), summary(times = horizon), differences of groups 1 and 0; scales plain log log-log arcsine logit")
