# After a group-sequential test, and during it: stagewise p-value, median-unbiased estimate, interval, conditional and
# predictive power. By rpact where it answers (one-sided, not stopped for futility), of log-rank statistics,
# which are Z, with n events; drift = log(hazard ratio) sqrt(n max) / 2; and by the integration of group-sequential.R for every fourth, whatever it is.
# There, predictive power needs no average over drifts: what is expected of Z(k+1) after Z(k), the drift being unknown,
# is a normal law whose variance holds both, so looks are carried by that law.
suppressMessages(library(rpact))
source("one-sample-common.R")
source("group-sequential.R")
line <- function(x) paste(sprintf("%.14g", x), collapse = " ")
set.seed(20261122)

higher <- function(t, from, upper, z, theta) { # from, upper: at the looks before the last of t
  K <- length(t); s <- first_look(t, theta)
  sum <- 0; panels <- panels_for(t)
  for (k in seq_len(K - 1)) {
    sum <- sum + above(s, upper[k])
    s <- next_look(s, from[k], upper[k], t[k + 1], panels)
  }
  sum + above(s, z)
}
# To cross upper[k] at a look after one that stands at z; the drift has mean m and is known as if by `known` information.
predict_on <- function(z, t, from, upper, m, known) {
  law <- function(y, k) { # of Z(k) given Z(k-1) = y: its mean and deviation
    d <- t[k] - t[k - 1]; b <- y * sqrt(t[k - 1])
    if (is.infinite(known)) list(mean = (b + m * d) / sqrt(t[k]), sd = sqrt(d / t[k]))
    else { i <- known + t[k - 1]; list(mean = (b + (m * known + b) / i * d) / sqrt(t[k]), sd = sqrt((d + d^2 / i) / t[k])) }
  }
  at <- z; mass <- 1; sum <- 0; panels <- panels_for(t, 3)
  for (k in seq_along(t)[-1]) {
    l <- law(at, k)
    sum <- sum + sum(mass * pnorm((upper[k] - l$mean) / l$sd, lower.tail = FALSE))
    if (k == length(t)) return(sum)
    low <- max(from[k], min(l$mean) - 10 * l$sd)
    if (low >= upper[k]) return(sum)
    g <- rule(low, upper[k], panels(low, upper[k]))
    mass <- g$weight * colSums(mass * outer(l$mean, g$at, function(m, y) dnorm((y - m) / l$sd) / l$sd))
    at <- g$at
  }
}

rows <- list()
while (length(rows) < 1000) {
  K <- sample(1:4, 1, prob = c(1, 4, 4, 4))
  n <- cumsum(sample(20:60, K, TRUE))
  t <- n / n[K]
  sided <- if (K > 1 && runif(1) < 0.15) 2 else 1
  type <- sample(c("asOF", "asP", "P", "OF", "HP"), 1)
  binding <- FALSE; bounds <- NA
  args <- list(kMax = K, alpha = 0.025 * sided, sided = sided, informationRates = t, typeOfDesign = type, tolerance = 1e-10)
  if (type == "HP") args$constantBoundsHP <- 3
  if (K > 1 && sided == 1 && runif(1) < 0.5) {
    binding <- runif(1) < 0.5
    bounds <- round(sort(runif(K - 1, -1, 0.5)), 2)
    args$futilityBounds <- bounds; args$bindingFutility <- binding
  }
  d <- if (K == 1) list(criticalValues = qnorm(0.975)) else do.call(getDesignGroupSequential, args)
  c <- d$criticalValues
  low <- if (sided == 2) -c[-K] else if (is.na(bounds[1])) rep(-Inf, K - 1) else bounds
  on <- if (sided == 2 || binding) low else rep(-Inf, K - 1)
  means <- round(rnorm(K, sample(c(0, 0.2), 1), 0.12), 3)
  size <- diff(c(0, n))
  z <- cumsum(means * size) / sqrt(n) # a Brownian motion with an uneven drift
  stop <- which(z >= c | z <= c(low, Inf))[1]
  root <- function(p) uniroot(function(x) higher(t[1:stop], on, c, z[stop], x) - p,
    z[stop] / sqrt(t[stop]) + c(-4, 4), tol = 1e-12, maxiter = 1000, extendInt = "yes")$root
  second <- length(rows) %% 4 == 0 # the second integration takes long
  p <- if (second) higher(t[1:stop], on, c, z[stop], 0) else NA
  row <- list(type = type, sided = line(sided), rates = line(t), critical = line(c), futility = line(bounds),
    binding = as.character(binding), z = line(z[1:stop]), p = line(if (sided == 2) 2 * min(p, 1 - p) else p),
    interval = line(if (second) sapply(c(0.5, 0.025, 0.975), root) else NA))
  rp <- NA; ci <- rep(NA, 3); look <- NA; drift <- 0; prior <- c(0, 0); cp <- pp <- pi <- rpcp <- NA
  if (K > 1) {
    seen <- function(k) getStageResults(d, getDataset(cumulativeEvents = n[1:k], cumulativeLogRanks = z[1:k]), stage = k)
    if (sided == 1 && (stop == K || z[stop] >= c[stop])) {
      rp <- suppressMessages(getFinalPValue(seen(stop)))$pFinal
      f <- suppressMessages(getFinalConfidenceInterval(d, seen(stop)$getDataInput(), stage = stop, tolerance = 1e-10))
      ci <- c(f$medianUnbiasedGeneral, f$finalConfidenceIntervalGeneral) * sqrt(n[K])
      if (stop == 1) ci <- ci / sqrt(n[1]) # after one look rpact leaves survival estimates on the scale of Z
    }
    look <- sample(K - 1, 1)
    drift <- round(runif(1, -1, 4), 2)
    prior <- c(round(runif(1, 0, 3), 2), sample(c(0.1, 0.5, 2), 1))
    ahead <- look:K
    from <- c(NA, on, -Inf)[ahead + 1]
    if (second) {
      cp <- predict_on(z[look], t[ahead], from, c[ahead], drift, Inf)
      pp <- predict_on(z[look], t[ahead], from, c[ahead], 0, 0)
      pi <- predict_on(z[look], t[ahead], from, c[ahead], prior[1], prior[2])
    }
    if (sided == 1 && look < stop && !binding) {
      all <- suppressWarnings(suppressMessages(getConditionalPower(seen(look), nPlanned = size[-(1:look)],
        thetaH1 = exp(2 * drift / sqrt(n[K])))))
      rpcp <- all$conditionalPower[K]
    }
  }
  rows[[length(rows) + 1]] <- c(row, list(rpact_p = line(rp), rpact_interval = line(ci), look = line(look),
    z_look = line(if (is.na(look)) NA else z[look]), drift = line(drift), prior = line(prior), conditional = line(cp),
    predictive = line(pp), informed = line(pi), rpact_conditional = line(rpcp)))
}
write_reference("sequential-outcome", paste("getFinalPValue; getFinalConfidenceInterval (median-unbiased estimate; 95 % limits);",
  "getConditionalPower (last look); log-rank statistics; the other columns by group-sequential.R"), rows)
