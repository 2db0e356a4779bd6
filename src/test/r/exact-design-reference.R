# Exact single-arm designs, enumerated by R in another way than marrow.stats does it: every path of stage counts is
# listed, and the constants of toxicity boundaries are tried at each value where the rule changes.
source("one-sample-common.R")
line <- function(x) paste(sprintf("%.15g", x), collapse = " ")
save <- function(name, what, rows) write_reference(name, what, lapply(seq_len(nrow(rows)), function(i)
  lapply(rows[i, ], function(x) if (is.character(x)) x else line(x))))

# All ends of a design: stage, total, number of paths that begin with a response and of all paths.
ends <- function(n, a, r) {
  size <- diff(c(0, n))
  open <- data.frame(total = 0, weight = 1, first = 0)
  found <- NULL
  for (k in seq_along(n)) {
    step <- merge(open, data.frame(x = 0:size[k]))
    step$w <- step$weight * choose(size[k], step$x)
    step$f <- if (k == 1) choose(size[1] - 1, step$x - 1) else step$first * choose(size[k], step$x)
    step$total <- step$total + step$x
    sums <- aggregate(cbind(w, f) ~ total, step, sum)
    stop <- sums$total <= a[k] | sums$total >= r[k]
    if (any(stop)) found <- rbind(found, data.frame(stage = k, total = sums$total[stop], w = sums$w[stop],
      f = sums$f[stop], n = n[k], up = sums$total[stop] >= r[k]))
    open <- data.frame(total = sums$total[!stop], weight = sums$w[!stop], first = sums$f[!stop])
  }
  # The stagewise order as one number.
  found$order <- ifelse(found$up, 1e6 - found$stage * 1e4, ifelse(found$stage == max(found$stage), 0,
    -1e6 + found$stage * 1e4)) + found$total
  found
}
chance <- function(e, p) e$w * p^e$total * (1 - p)^(e$n - e$total)

set.seed(20261121)
rows <- list()
for (i in 1:1000) {
  stages <- sample(1:4, 1)
  n <- cumsum(sample(3:18, stages, TRUE))
  repeat {
    a <- sapply(n, function(m) sample(-1:floor(m / 3), 1))
    r <- sapply(n, function(m) sample(ceiling(m / 2):(m + 1), 1))
    a[stages] <- sample(1:(n[stages] - 1), 1); r[stages] <- a[stages] + 1
    e <- tryCatch(ends(n, a, r), error = function(err) NULL)
    if (!is.null(e) && all(a < r) && max(e$stage) == stages) break
  }
  p <- sample(1:19, 1) / 20
  pr <- chance(e, p)
  o <- e[sample(nrow(e), 1), ]
  higher <- function(q) sum(chance(e, q)[e$order >= o$order])
  lower <- function(q) sum(chance(e, q)[e$order <= o$order])
  solve <- function(f) uniroot(f, c(1e-12, 1 - 1e-12), tol = 1e-15, maxiter = 10000)$root
  lo <- if (o$order == min(e$order)) 0 else solve(function(q) higher(q) - 0.025)
  hi <- if (o$order == max(e$order)) 1 else solve(function(q) lower(q) - 0.025)
  half <- function(q) 0.5 * (higher(q) + 1 - lower(q)) - 0.5
  median <- if (half(1e-12) >= 0) 0 else if (half(1 - 1e-12) <= 0) 1 else solve(half)
  rows[[i]] <- data.frame(patients = paste(n, collapse = " "), accept = paste(a, collapse = " "),
    reject = paste(r, collapse = " "), p = p, rejects = sum(pr[e$up]), expected = sum(pr * e$n),
    stops1 = sum(pr[e$stage == 1]), stage = o$stage, responses = o$total, umvue = o$f / o$w,
    pvalue = higher(p), median = median, lower = lo, upper = hi)
}
save("staged", "random multi-stage designs and outcomes; paths counted with choose(); limits by uniroot(); 95 % interval", do.call(rbind, rows))

crossing <- function(b, p) {
  open <- 1
  stopped <- 0
  for (n in seq_along(b)) {
    open <- c(open * (1 - p), 0) + c(0, open * p)
    out <- which(0:n >= b[n])
    stopped <- stopped + sum(open[out])
    open[out] <- 0
  }
  stopped
}
eager <- function(candidates, rule, alpha, p0) { # candidates grow more eager
  low <- 0; high <- length(candidates) + 1
  while (high - low > 1) {
    middle <- (low + high) %/% 2
    if (crossing(rule(candidates[middle]), p0) <= alpha * (1 + 1e-12)) low <- middle else high <- middle
  }
  rule(candidates[low])
}
rows <- list()
for (i in 1:260) {
  N <- sample(c(1, 5, 12, 20, 31, 50, sample(2:68, 6)), 1)
  p0 <- sample(c(0.1, 0.2, 0.35, round(runif(1, 0.03, 0.6), 2)), 1); alpha <- sample(c(0.025, 0.05, 0.1, 0.2), 1)
  n <- rep(1:N, 1:N); x <- sequence(1:N)
  tail <- pbinom(x - 1, n, p0, lower.tail = FALSE)
  for (delta in c(0.5, 0.25, 0)) {
    shape <- (n / N)^(delta - 0.5)
    z <- sort(c(-10, qnorm(tail, lower.tail = FALSE) / shape, 40), decreasing = TRUE)
    rule <- function(c) sapply(1:N, function(m) {
      ok <- which(pbinom(0:m, m, p0, lower.tail = FALSE) <= pnorm(c * (m / N)^(delta - 0.5), lower.tail = FALSE) * (1 + 1e-11))
      min(c(m + 1, ok))
    })
    b <- eager(z, rule, alpha, p0)
    rows[[length(rows) + 1]] <- data.frame(kind = paste("wt", delta), patients = N, p0 = p0, alpha = alpha,
      boundary = paste(b, collapse = " "), stops = crossing(b, p0), stopsHigher = crossing(b, p0 + 0.2))
  }
  posterior <- function(x, m) pbeta(p0, 2 * p0 + x, 2 * (1 - p0) + m - x, lower.tail = FALSE)
  cut <- sort(c(posterior(x, n), 1), decreasing = TRUE)
  rule <- function(c) sapply(1:N, function(m) min(c(m + 1, which(posterior(1:m, m) >= c * (1 - 1e-11)))))
  b <- eager(cut, rule, alpha, p0)
  rows[[length(rows) + 1]] <- data.frame(kind = "bayes", patients = N, p0 = p0, alpha = alpha,
    boundary = paste(b, collapse = " "), stops = crossing(b, p0), stopsHigher = crossing(b, p0 + 0.2))
}
save("toxicity", "toxicity boundaries by pbinom; pbeta and recursion; prior beta(2 p0; 2 (1 - p0)); stopsHigher at p0 + 0.2", do.call(rbind, rows))
