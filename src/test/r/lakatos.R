# The log-rank test of two arms with hazards in steps: Lakatos (1988), Biometrics 44:229-241, in the limit of short steps.
# His numerator and variance are integrated by integrate() between the times at which a rate changes.
at <- function(rate, t) rate$rates[findInterval(t, rate$cuts)]
to <- function(rate, t) { # its integral from 0
  i <- findInterval(t, rate$cuts)
  m <- length(rate$cuts)
  c(0, cumsum(diff(rate$cuts) * rate$rates[-m]))[i] + rate$rates[i] * (t - rate$cuts[i])
}

lakatos <- function(h1, h2, l1, l2, ratio, accrual, end, time) {
  share <- c(ratio, 1) / (1 + ratio)
  arrived <- function(t) to(accrual, pmin(end, time - t)) / to(accrual, end)
  y <- list(function(t) share[1] * exp(-to(h1, t) - to(l1, t)) * arrived(t),
            function(t) share[2] * exp(-to(h2, t) - to(l2, t)) * arrived(t))
  cuts <- sort(unique(c(0, time, time - end, time - accrual$cuts, h1$cuts, h2$cuts, l1$cuts, l2$cuts)))
  cuts <- cuts[cuts >= 0 & cuts <= time]
  over <- function(f) sum(sapply(seq_along(cuts)[-1], function(i) {
    gap <- (cuts[i] - cuts[i - 1]) * 1e-15 # so that no rate of the next piece is taken
    if (cuts[i] - cuts[i - 1] < 1e-9) 0 else integrate(f, cuts[i - 1], cuts[i] - gap, rel.tol = 1e-12, abs.tol = 1e-16, subdivisions = 1000, stop.on.error = FALSE)$value
  }))
  weight <- function(t) { a <- y[[1]](t); b <- y[[2]](t); ifelse(a + b > 0, a * b / (a + b), 0) }
  n <- over(function(t) weight(t) * (at(h2, t) - at(h1, t)))
  v <- over(function(t) { a <- y[[1]](t); b <- y[[2]](t); ifelse(a + b > 0, weight(t) / (a + b), 0) * (a * at(h1, t) + b * at(h2, t)) })
  c(events = over(function(t) y[[1]](t) * at(h1, t) + y[[2]](t) * at(h2, t)), drift = n / sqrt(v))
}
rate <- function(cuts, rates) list(cuts = cuts, rates = rates)
lost <- function(part) -log(1 - part) / 12

