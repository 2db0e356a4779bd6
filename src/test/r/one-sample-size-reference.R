# Sizes of single-arm studies. The one-sample log-rank test by the integrals of Wu (2015), which run over the time of the
# event, under a Weibull curve, with even arrivals and loss; proportions by formula, held against rpact where it has the test.
suppressMessages(library(rpact))
source("one-sample-common.R")
set.seed(20261128)

# Wu's sigma0^2, p00 and the rest: integrals of G S0^ratio over the cumulative hazard, taken in x = u^4, which has a slope
# at 0 for every shape; G: still followed.
wu <- function(shape, median, ratio, accrual, follow, loss) {
  H <- function(x) log(2) * (x / median)^shape
  end <- follow + accrual
  G <- function(x) exp(-loss * x) * (if (accrual == 0) 1 else pmin(1, (end - x) / accrual))
  over <- function(f) sum(sapply(list(c(0, follow), c(follow, end)), function(part) {
    if (part[1] == part[2]) return(0)
    # dH = shape H / x dx, and dx = 4 x / u du
    g <- function(u) { x <- u^4; G(x) * exp(-ratio * H(x)) * f(H(x)) * 4 * shape * H(x) / u }
    integrate(g, part[1]^0.25, part[2]^0.25, rel.tol = 1e-13, abs.tol = 0, subdivisions = 2000)$value
  }))
  v0 <- over(function(h) 1); p00 <- over(function(h) h)
  v1 <- ratio * v0; p01 <- ratio * p00
  list(v0 = v0, v1 = v1, sigma = sqrt(v1 - v1^2 + 2 * p00 - v0^2 - 2 * p01 + 2 * v0 * v1))
}
g <- list(null = function(p) p, seen = function(p) p, arcsine = function(p) 2 * asin(sqrt(p)), loglog = function(p) log(-log(p)))
root <- function(p) sqrt(p * (1 - p))
spread <- list(null = root, seen = root, arcsine = function(p) 1, loglog = function(p) -root(p) / (p * log(p)))

rows <- lapply(1:1000, function(i) {
  shape <- round(runif(1, 0.4, 2.5), 2); median <- round(runif(1, 0.5, 12), 2)
  ratio <- sample(c(0.4, 0.5, 1 / 1.75, 0.65, 0.8, 1.25, 1.6), 1)
  accrual <- sample(c(0, 1, 3, 5), 1, prob = c(1, 3, 3, 3)); follow <- sample(c(if (accrual > 0) 0, 0.5, 1, 3), 1)
  loss <- sample(c(0, round(runif(1, 0.01, 0.3), 3)), 1)
  alpha <- sample(c(0.01, 0.025, 0.05, 0.1), 1); power <- sample(c(0.7, 0.8, 0.9, 0.95), 1)
  w <- wu(shape, median, ratio, accrual, follow, loss)
  size <- (sqrt(w$v0) * qnorm(1 - alpha) + w$sigma * qnorm(power))^2 / (w$v1 - w$v0)^2
  n <- sample(10:300, 1)
  reached <- pnorm((sqrt(n) * abs(w$v1 - w$v0) - sqrt(w$v0) * qnorm(1 - alpha)) / w$sigma)
  repeat { p <- round(runif(2, 0.03, 0.97), 2); if (abs(p[1] - p[2]) > 0.04) break }
  sizes <- sapply(names(g), function(k) {
    s <- spread[[k]]
    (qnorm(1 - alpha) * s(if (k == "seen") p[2] else p[1]) + qnorm(power) * s(p[2]))^2 / (g[[k]](p[2]) - g[[k]](p[1]))^2
  })
  if (i %% 20 == 0) { # rpact takes long
    by_rpact <- getSampleSizeRates(groups = 1, thetaH0 = p[1], pi1 = p[2], alpha = alpha, beta = 1 - power)$nFixed
    stopifnot(abs(sizes[["null"]] - by_rpact) < 1e-9 * by_rpact)
  }
  list(shape = each(shape), median = each(median), ratio = each(ratio), accrual = each(accrual), follow = each(follow),
    loss = each(loss), alpha = each(alpha), power = each(power), events = each(w$v1), patients = each(size), n = each(n),
    reached = each(reached), p = each(p), proportion = each(sizes))
})
write_reference("one-sample-size", paste("one-sample log-rank by integrate(); Weibull median and shape; loss per time;",
  "proportions p0 p1 by formula: variance of the null (getSampleSizeRates(groups = 1)); seen; arcsine; log(-log)"), rows)
