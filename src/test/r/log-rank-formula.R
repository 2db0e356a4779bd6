# The textbook formula of weighted log-rank tests in plain R: O, E and V of k groups, and the chi-square of those with
# variance. w makes the weight of survival S, number at risk N and estimate P of Peto and Peto.
weighted <- function(d, w, strata, k = max(d$group) + 1) {
  O <- E <- rep(0, k); V <- matrix(0, k, k); U <- rep(0, k)
  for (s in unique(strata)) {
    x <- d[strata == s, ]
    S <- P <- 1
    for (t in sort(unique(x$time[x$event == 1]))) {
      at <- (x$entry < t | !truncated(d)) & x$time >= t
      n <- tabulate(x$group[at] + 1, k); N <- sum(n)
      o <- tabulate(x$group[x$time == t & x$event == 1] + 1, k); D <- sum(o)
      P <- P * (1 - D / (N + 1))
      wt <- w(S, N, P)
      O <- O + wt * o; E <- E + wt * D * n / N
      if (N > 1) V <- V + wt^2 * D * (N - D) / (N - 1) * (diag(n / N, k) - outer(n, n) / N^2)
      S <- S * (1 - D / N)
    }
  }
  # Groups whose contribution has variance, largest solvable set in the order of the groups.
  keep <- integer(0)
  scale <- max(diag(V))
  for (g in seq_len(k)[-1]) {
    try <- c(keep, g)
    if (V[g, g] > 1e-12 * scale) {
      left <- if (length(keep)) V[g, g] - V[g, keep, drop = FALSE] %*% solve(V[keep, keep, drop = FALSE], V[keep, g]) else V[g, g]
      if (left > 1e-10 * V[g, g]) keep <- try
    }
  }
  u <- (O - E)[keep]
  chisq <- if (length(keep)) sum(u * solve(V[keep, keep, drop = FALSE], u)) else 0
  p <- if (length(keep)) pchisq(chisq, length(keep), lower.tail = FALSE) else 1
  list(O = O, E = E, V = V, chisq = chisq, df = length(keep), p = p)
}
