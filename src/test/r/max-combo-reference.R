# MaxCombo: the p-value of the largest of correlated weighted log-rank statistics. Without mvtnorm, the probability comes
# from conditioning: on the first two independent directions, by nested `integrate`, cut where the limits bend.
script <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)); source(file.path(dirname(script), "reference.R"))
combos <- list(A = list(c(0, 0), c(0, 1)), B = list(c(0, 0), c(1, 0), c(0, 1)), C = list(c(0, 0), c(1, 0), c(0, 1), c(1, 1)))
statistics <- function(d, weights) {
  m <- length(weights); U <- rep(0, m); V <- matrix(0, m, m); S <- 1
  for (t in sort(unique(d$time[d$event == 1]))) {
    at <- (d$entry < t | !truncated(d)) & d$time >= t
    N <- sum(at); n <- sum(at & d$group == 1); e <- d$time == t & d$event == 1; D <- sum(e)
    w <- sapply(weights, function(g) S^g[1] * (1 - S)^g[2])
    U <- U + w * (sum(e & d$group == 1) - D * n / N)
    if (N > 1) V <- V + outer(w, w) * D * (N - D) / (N - 1) * n / N * (1 - n / N)
    S <- S * (1 - D / N)
  }
  list(U = U, V = V)
}
# P(low <= L x <= high) of independent standard normal x, L of two or three columns.
box <- function(L, low, high) {
  if (ncol(L) == 1) {
    a <- L[, 1]; use <- abs(a) > 1e-9
    lo <- max(ifelse(a > 0, low / a, high / a)[use], -Inf); hi <- min(ifelse(a > 0, high / a, low / a)[use], Inf)
    if (any(low[!use] > 0 | high[!use] < 0)) return(0)
    return(max(0, pnorm(hi) - pnorm(lo)))
  }
  corners <- c(); k <- ncol(L)
  planes <- rbind(cbind(L, low), cbind(L, high)); planes <- planes[is.finite(planes[, k + 1]), , drop = FALSE]
  if (nrow(planes) >= k) for (i in combn(nrow(planes), k, simplify = FALSE)) {
    x <- try(solve(planes[i, 1:k], planes[i, k + 1]), silent = TRUE)
    if (!inherits(x, "try-error")) corners <- c(corners, x[1])
  }
  cuts <- sort(unique(c(seq(-9, 9, if (k == 2) .25 else .4), corners[abs(corners) < 9])))
  inner <- function(x) sapply(x, function(v) dnorm(v) * box(L[, -1, drop = FALSE], low - L[, 1] * v, high - L[, 1] * v))
  rule <- list(x = c(.1488743389816312, .4333953941292472, .6794095682990244, .8650633666889845, .9739065285171717), w = c(.2955242247147529, .2692667193099963, .2190863625159820, .1494513491505806, .0666713443086881))
  sum(sapply(seq_along(cuts)[-1], function(i) { h <- (cuts[i] - cuts[i - 1]) / 2; c <- cuts[i] - h
    if (h < 1e-12) 0 else h * sum(rule$w * (inner(c - h * rule$x) + inner(c + h * rule$x))) }))
}
factor_of <- function(R, rank) { e <- eigen(R, symmetric = TRUE); e$vectors[, 1:rank, drop = FALSE] %*% diag(sqrt(e$values[1:rank]), rank) }
rows <- "set,combo,z,p,p_fewer"
thirds <- 0
for (d in sets) {
  if (max(d$group) != 1 || nrow(d) < 8) next
  d$event <- as.integer(d$status == 1)
  for (name in names(combos)) {
    s <- statistics(d, combos[[name]]); v <- diag(s$V)
    if (any(v < 1e-8)) next
    R <- cov2cor(s$V); rank <- sum(eigen(R, symmetric = TRUE)$values > 1e-9)
    if (min(eigen(R, symmetric = TRUE)$values[1:rank]) < 1e-4) next # its own rounding would show
    if (rank == 3) { thirds <- thirds + 1; if (thirds > 12) next }
    z <- s$U / sqrt(v); L <- factor_of(R, rank); m <- max(abs(z)); b <- max(-z)
    rows <- c(rows, paste(d$set[1], name, each(z), each(1 - box(L, rep(-m, length(z)), rep(m, length(z)))), each(1 - box(L, rep(-Inf, length(z)), rep(b, length(z)))), sep = ","))
  }
}
print(table(sapply(strsplit(rows[-1], ","), `[`, 2)))
write_reference(rows, "max-combo", "max-combo.R: the formula of the weighted statistics and their covariance; Gauss rules over the normal box")
