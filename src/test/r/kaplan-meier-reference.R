source("one-sample-common.R")
set.seed(20261121)
types <- c("plain", "log", "log-log", "arcsin", "logit")
probs <- c(0.13, 0.25, 0.5, 0.75)

rows <- lapply(1:1200, function(k) {
  s <- random_sample(1)
  y <- if (is.null(s$entry)) Surv(s$time, s$status) else Surv(s$entry, s$time, s$status)
  w <- if (is.null(s$weight)) rep(1, s$n) else s$weight
  at <- ask_at(s$time)
  tau <- round(max(s$time) * runif(1, 0.3, 1.2), 2) + 0.01
  fits <- lapply(types, function(type)
    survfit(y ~ 1, weights = w, robust = FALSE, conf.type = type, timefix = FALSE))
  fit <- summary(fits[[1]], times = at, extend = TRUE)
  limits <- lapply(fits, function(f) { s <- summary(f, times = at, extend = TRUE); rbind(s$lower, s$upper) })
  quantiles <- lapply(fits, function(f) quantile(f, probs))
  hazard <- function(v) c(0, v)[1 + findInterval(at, fits[[1]]$time)]
  mean <- survival:::survmean(fits[[1]], rmean = tau)$matrix
  c(sample_columns(s), list(
    at = each(at), survival = each(fit$surv), error = each(fit$std.err),
    limits = paste(vapply(limits, each, ""), collapse = " "),
    quantile = each(quantiles[[1]]$quantile),
    quantile_limits = paste(vapply(quantiles, function(q) each(rbind(q$lower, q$upper)), ""), collapse = " "),
    tau = each(tau), mean = each(mean["rmean"]), mean_error = each(mean["se(rmean)"]),
    hazard = each(hazard(fits[[1]]$cumhaz)), hazard_error = each(hazard(fits[[1]]$std.chaz))))
})
write_reference("kaplan-meier", paste("summary(survfit(Surv(entry; time; status) ~ 1; weights; robust = FALSE; timefix = FALSE;",
  "conf.type = plain log log-log arcsin logit); times = at; extend = TRUE) with limits type by type lower and upper by time;",
  "quantile(fit; c(0.13; 0.25; 0.5; 0.75)); print(fit; rmean = tau); fit$cumhaz; fit$std.chaz"), rows)
