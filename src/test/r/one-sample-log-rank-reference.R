source("one-sample-common.R")
set.seed(20261123)

rows <- lapply(1:1200, function(k) {
  s <- random_sample(1)
  shape <- sample(c(0.7, 1, 1.6), 1)
  scale <- sample(c(2, 8, 25), 1)
  hazard <- function(t) (t / scale)^shape
  spent <- hazard(s$time) - (if (is.null(s$entry)) 0 else hazard(s$entry))
  o <- sum(s$status)
  e <- sum(spent)
  # survdiff knows no entry, but needs only the survival expected of each.
  chisq <- survdiff(Surv(s$time, s$status) ~ offset(exp(-spent)))$chisq
  wu <- (o - e) / sqrt((o + e) / 2)
  p <- function(side) poisson.test(o, e, alternative = side)$p.value
  s$weight <- NULL
  c(sample_columns(s), list(
    shape = each(shape), scale = each(scale), observed = each(o), expected = each(e), chisq = each(chisq), wu = each(wu),
    p_classic = each(pchisq(chisq, 1, lower.tail = FALSE)), p_wu = each(2 * pnorm(-abs(wu))), p_wu_fewer = each(pnorm(wu)),
    less = each(p("less")), greater = each(p("greater")), two_sided = each(p("two.sided")),
    ratio = each(poisson.test(o, e)$conf.int)))
})
write_reference("one-sample-log-rank", paste("survdiff(Surv(time; status) ~ offset(exp(-H0)))$chisq with H0 = (t/scale)^shape;",
  "poisson.test(observed; expected) less greater two.sided and conf.int; wu = (O-E)/sqrt((O+E)/2)"), rows)

# Landmark tests from the printed estimate and error of survfit, by the formulas of Klein et al. (2007), table 1.
rows <- lapply(1:1000, function(k) {
  repeat { # one with an estimate that every scale carries
    s <- random_sample(1)
    y <- if (is.null(s$entry)) Surv(s$time, s$status) else Surv(s$entry, s$time, s$status)
    w <- if (is.null(s$weight)) rep(1, s$n) else s$weight
    at <- s$time[sample.int(s$n, 1)]
    f <- summary(survfit(y ~ 1, weights = w, robust = FALSE, timefix = FALSE), times = at)
    if (f$surv > 0 && f$surv < 1) break
  }
  S <- f$surv; sigma <- f$std.err / S
  s0 <- sample(c(0.2, 0.5, 0.65, 0.9), 1)
  z <- c((S - s0) / (S * sigma), (log(S) - log(s0)) / sigma,
    (log(-log(s0)) - log(-log(S))) * abs(log(S)) / sigma,
    (asin(sqrt(S)) - asin(sqrt(s0))) / (sigma / 2 * sqrt(S / (1 - S))),
    (qlogis(S) - qlogis(s0)) * (1 - S) / sigma)
  c(sample_columns(s), list(at = each(at), s0 = each(s0), z = each(z), p_greater = each(pnorm(z, lower.tail = FALSE)),
    p_two_sided = each(2 * pnorm(-abs(z)))))
})
write_reference("landmark", paste("summary(survfit(y ~ 1; timefix = FALSE); times = at); z on the scales plain log log-log",
  "arcsin logit; pnorm"), rows)
