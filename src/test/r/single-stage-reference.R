# Exact tests of one stage: the first n with the power asked for and the n from which it holds for good, from the critical
# values of qbinom() at every n up to four times what the normal approximation asks for, and 60 more.
source("one-sample-common.R")
set.seed(20261129)
rows <- lapply(1:1000, function(i) {
  repeat { p <- round(runif(1, 0.02, 0.88), 3); p[2] <- round(p + runif(1, 0.08, 0.35), 3); if (p[2] < 0.99) break }
  alpha <- sample(c(0.01, 0.025, 0.05, 0.1, 0.2), 1); power <- sample(c(0.7, 0.8, 0.85, 0.9, 0.95), 1)
  root <- sqrt(p * (1 - p))
  n <- 1:ceiling(4 * (qnorm(1 - alpha) * root[1] + qnorm(power) * root[2])^2 / (p[2] - p[1])^2 + 60)
  from <- qbinom(alpha, n, p[1], lower.tail = FALSE) + 1
  error <- pbinom(from - 1, n, p[1], lower.tail = FALSE)
  reached <- pbinom(from - 1, n, p[2], lower.tail = FALSE)
  same <- 1 + 1e-12 # a level met exactly is kept, whatever the last digit
  stopifnot(error <= alpha * same, pbinom(from - 2, n, p[1], lower.tail = FALSE) > alpha * same | from == 1)
  at <- c(min(which(reached >= power)), max(0, which(reached < power)) + 1)
  stopifnot(at[2] < length(n) / 2)
  list(p = each(p), alpha = each(alpha), power = each(power), n = each(at), reject_from = each(from[at]),
    error = each(error[at]), reached = each(reached[at]))
})
write_reference("single-stage", "first n and n for good: qbinom(alpha; n; p0; lower.tail = FALSE) + 1; pbinom", rows)
