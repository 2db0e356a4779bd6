# Simon's designs by brute force: for each n1 and n, the chance to reject of every r1 and r at once. All n to 45.
source("one-sample-common.R")
set.seed(20261126)
most <- 45
rejects <- function(n1, n, p) { # [r1 + 1, r + 1]
  x <- 0:n1
  more <- c(rep(1, n1), pbinom(0:(n - 1), n - n1, p, lower.tail = FALSE)) # P(X2 > r - x) at r - x + n1 + 1
  joint <- dbinom(x, n1, p) * matrix(more[outer(x, 0:(n - 1), function(x, r) r - x + n1 + 1)], n1 + 1)
  beyond <- apply(joint[(n1 + 1):1, , drop = FALSE], 2, cumsum) # row k: x from n1 down to n1 - k + 1
  beyond[n1:1, , drop = FALSE] # x > r1 for r1 = 0 .. n1 - 1
}
best_of_size <- function(n, p0, p1, alpha, power) {
  best <- NULL
  for (n1 in 1:(n - 1)) {
    if (!is.null(best) && n1 >= best$expected) break
    ok <- which(rejects(n1, n, p0) <= alpha * (1 + 1e-12) & rejects(n1, n, p1) >= power * (1 - 1e-12), arr.ind = TRUE)
    if (nrow(ok) == 0) next
    expected <- n1 + pbinom(ok[, 1] - 1, n1, p0, lower.tail = FALSE) * (n - n1)
    k <- order(round(expected, 9), ok[, 2])[1]
    if (is.null(best) || expected[k] < best$expected - 1e-9)
      best <- list(design = c(ok[k, 1] - 1, n1, ok[k, 2] - 1, n), expected = expected[k])
  }
  best
}
rows <- list()
while (length(rows) < 60) {
  p0 <- sample(1:15, 1) / 20
  p1 <- p0 + sample(4:6, 1) / 20
  if (p1 > 0.96) next
  alpha <- sample(c(0.025, 0.05, 0.1), 1); power <- sample(c(0.8, 0.85, 0.9), 1)
  all <- Filter(Negate(is.null), lapply(2:most, best_of_size, p0, p1, alpha, power))
  if (length(all) == 0) next
  n <- sapply(all, function(b) b$design[4]); expected <- sapply(all, function(b) b$expected)
  optimal <- order(round(expected, 9), n)[1]
  hull <- 1
  while (tail(hull, 1) != optimal) { # the steepest way down
    i <- tail(hull, 1); later <- seq(i + 1, optimal)
    slope <- (expected[later] - expected[i]) / (n[later] - n[i])
    hull <- c(hull, later[max(which(slope <= min(slope) + 1e-9))])
  }
  rows[[length(rows) + 1]] <- list(p0 = each(p0), p1 = each(p1), alpha = each(alpha), power = each(power),
    minimax = each(all[[1]]$design), optimal = each(all[[optimal]]$design),
    admissible = each(unlist(lapply(all[hull], function(b) b$design))), expected = each(expected[hull]))
}
write_reference("simon", "designs r1; n1; r; n by brute force over all n to 45; expected under p0", rows)
