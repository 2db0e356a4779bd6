# Group-sequential tests integrated a second time, in plain R: composite Newton-Cotes rules of seven points, laid as
# densely as the narrowest step of information asks for. rpact lays the same rule over 91 points, whatever the steps;
# with 15 panels of 7 and bounds cut at -6 and 8 the function crossings gives its numbers to 1e-11, errors included.
weights <- c(41, 216, 27, 272, 27, 216, 41) / 140
far <- 9

rule <- function(from, to, panels) {
  w <- numeric(6 * panels + 1)
  for (i in 6 * (seq_len(panels) - 1)) w[i + 1:7] <- w[i + 1:7] + weights
  h <- (to - from) / (6 * panels)
  list(at = from + h * (seq_along(w) - 1), weight = w * h)
}
narrowest <- function(t) { # of the deviations of the densities between two looks
  step <- c(t[1], diff(t))
  min(sqrt(step[-1] / t[-length(t)]), sqrt(step / t), 1)
}
panels_for <- function(t, density = 1.5) { # by the width they are laid over; 1.5 leaves 1e-11
  over_all <- 2 * far / narrowest(t)
  function(from, to) ceiling(density * over_all * (to - from) / (2 * far))
}

# The masses of Z at look k among studies that go on, one look after the other. theta: the drift.
first_look <- function(t, theta = 0) list(t = t[1], theta = theta)
next_look <- function(s, from, to, t, panels) {
  from <- max(from, -far + s$theta * sqrt(s$t)); to <- min(to, far + s$theta * sqrt(s$t))
  if (to <= from) return(list(t = t, theta = s$theta, before = s$t, at = 0, mass = 0))
  g <- rule(from, to, panels(from, to))
  list(t = t, theta = s$theta, before = s$t, at = g$at, mass = g$weight * density_at(s, g$at))
}
move <- function(s, z) { # how far z lies from where a study at s$at is expected, in standard deviations
  outer(s$at, z, function(y, z) (z * sqrt(s$t) - y * sqrt(s$before) - s$theta * (s$t - s$before)) / sqrt(s$t - s$before))
}
density_at <- function(s, z) {
  if (is.null(s$at)) return(dnorm(z - s$theta * sqrt(s$t)))
  colSums(s$mass * dnorm(move(s, z))) * sqrt(s$t / (s$t - s$before))
}
above <- function(s, z) {
  if (is.null(s$at)) return(pnorm(z - s$theta * sqrt(s$t), lower.tail = FALSE))
  sum(s$mass * pnorm(move(s, z), lower.tail = FALSE))
}
below <- function(s, z) {
  if (is.null(s$at)) return(pnorm(z - s$theta * sqrt(s$t)))
  sum(s$mass * pnorm(move(s, z)))
}
bound <- function(chance, tail, s, side) { # where the tail has the chance; beyond 12 nobody looks
  if (chance <= 0) return(side * Inf)
  if (tail(s, -side * 30) <= chance) return(-side * Inf)
  uniroot(function(z) log(max(tail(s, z), 1e-300)) - log(chance), c(-12, 12), tol = 1e-13, maxiter = 1000)$root
}
upper_bound <- function(s, chance) bound(chance, above, s, 1)
lower_bound <- function(s, chance) bound(chance, below, s, -1)

# Chances to cross the upper bound at each look.
crossings <- function(t, lower, upper, theta = 0, panels = panels_for(t)) {
  s <- first_look(t, theta)
  out <- above(s, upper[1])
  for (k in seq_along(t)[-1]) {
    s <- next_look(s, lower[k - 1], upper[k - 1], t[k], panels)
    out[k] <- above(s, upper[k])
  }
  out
}

# Critical values that spend alpha as told: spent[k] by look k; sided 2: symmetric.
spend_alpha <- function(t, spent, lower, sided) {
  s <- first_look(t); critical <- NULL; panels <- panels_for(t)
  for (k in seq_along(t)) {
    if (k > 1) s <- next_look(s, if (sided == 2) -critical[k - 1] else lower[k - 1], critical[k - 1], t[k], panels)
    critical[k] <- upper_bound(s, spent[k] - c(0, spent)[k])
  }
  critical
}
# One constant times a shape.
shape_alpha <- function(t, alpha, shape, lower, sided) {
  f <- function(c) sum(crossings(t, if (sided == 2) -c * shape else lower, c * shape)) - alpha
  shape * uniroot(f, c(0.5, 12), tol = 1e-13)$root
}
# The early bound, then the rest of alpha.
haybittle <- function(t, alpha, early, lower, sided) {
  K <- length(t)
  if (K == 1) return(qnorm(alpha, lower.tail = FALSE))
  low <- if (sided == 2) rep(-early, K - 1) else lower
  spent <- cumsum(crossings(t[-K], low[-K], rep(early, K - 1)))
  spend_alpha_last(t, low, rep(early, K - 1), alpha - spent[K - 1])
}
spend_alpha_last <- function(t, lower, upper, left) {
  K <- length(t); s <- first_look(t); panels <- panels_for(t)
  for (k in 2:K) s <- next_look(s, lower[k - 1], upper[k - 1], t[k], panels)
  c(upper, upper_bound(s, left))
}
# Both errors spent; the drift is where the last bounds meet.
spend_both <- function(t, spent, spent_beta, binding) {
  K <- length(t); panels <- panels_for(t)
  go <- function(theta) {
    s0 <- first_look(t); s1 <- first_look(t, theta); a <- NULL; c <- NULL
    for (k in 1:K) {
      c[k] <- upper_bound(s0, spent[k] - c(0, spent)[k])
      if (k == K) return(list(critical = c, futility = a, excess = below(s1, c[K]) - (spent_beta[K] - c(0, spent_beta)[K])))
      a[k] <- min(lower_bound(s1, spent_beta[k] - c(0, spent_beta)[k]), c[k])
      s0 <- next_look(s0, if (binding) a[k] else -Inf, c[k], t[k + 1], panels)
      s1 <- next_look(s1, a[k], c[k], t[k + 1], panels)
    }
  }
  fixed <- qnorm(spent[K], lower.tail = FALSE) + qnorm(spent_beta[K], lower.tail = FALSE)
  go(uniroot(function(theta) go(theta)$excess, fixed * c(0.5, 2), tol = 1e-12)$root)
}
