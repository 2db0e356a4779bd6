# MaxCombo: the p-value of the largest of correlated weighted log-rank statistics. Groups are those of the sets modulo 2.
# The law of the maximum of two or three statistics of full rank is that of mvtnorm's TVPACK, exact to 1e-14. Three with
# one a sum of the others lie in a plane, and four such in three dimensions (one set in ten of them, for time): there Gauss
# rules over one normal and over two, held against mvtnorm's GenzBretz, whose error comes down to 1e-5 there.
source("comparison-common.R")
suppressMessages(library(mvtnorm))
set.seed(20261125)
combos <- list(A = list(c(0, 0), c(0, 1)), B = list(c(0, 0), c(1, 0), c(0, 1)),
  C = list(c(0, 0), c(1, 0), c(0, 1), c(1, 1)), D = list(c(0, 0), c(0, 1), c(1, 1)))
statistics <- function(d, weights) {
  m <- length(weights); U <- rep(0, m); V <- matrix(0, m, m)
  for (s in unique(d$s)) {
    x <- d[d$s == s, ]; S <- 1
    for (t in sort(unique(x$time[x$event == 1]))) {
      at <- (x$entry < t | !truncated(d)) & x$time >= t
      N <- sum(at); n <- sum(at & x$group == 1); e <- x$time == t & x$event == 1; D <- sum(e)
      w <- sapply(weights, function(g) S^g[1] * (1 - S)^g[2])
      U <- U + w * (sum(e & x$group == 1) - D * n / N)
      if (N > 1) V <- V + outer(w, w) * D * (N - D) / (N - 1) * n / N * (1 - n / N)
      S <- S * (1 - D / N)
    }
  }
  list(U = U, V = V)
}
# P(low <= Z_i <= high for all i) by inclusion and exclusion of lower corners.
corners <- function(R, low, high) {
  m <- nrow(R); sum <- 0
  for (k in 0:(2^m - 1)) {
    down <- bitwAnd(k, 2^(0:(m - 1))) > 0
    if (any(is.infinite(low) & down)) next
    sum <- sum + (-1)^sum(down) * pmvnorm(upper = ifelse(down, low, high), corr = R, algorithm = TVPACK(1e-14))
  }
  as.numeric(sum)
}
genz <- function(R, low, high, error) {
  p <- pmvnorm(rep(low, nrow(R)), rep(high, nrow(R)), corr = R, algorithm = GenzBretz(maxpts = 3e6, abseps = error, releps = 0))
  stopifnot(attr(p, "error") <= error)
  as.numeric(p)
}
# Gauss-Legendre rules of ten points on cells of this width between the cuts.
nodes <- function(cuts, cell) {
  cuts <- sort(unique(cuts)); cuts <- unlist(lapply(seq_along(cuts)[-1], function(i) {
    k <- max(1, ceiling((cuts[i] - cuts[i - 1]) / cell)); cuts[i - 1] + (cuts[i] - cuts[i - 1]) * (0:(k - (i < length(cuts)))) / k }))
  h <- diff(cuts) / 2; c <- cuts[-1] - h
  list(x = as.vector(outer(gauss$x, h) + rep(c, each = 10)), w = as.vector(outer(gauss$w, h)))
}
gauss <- local({
  x <- c(.1488743389816312, .4333953941292472, .6794095682990244, .8650633666889845, .9739065285171717)
  w <- c(.2955242247147529, .2692667193099963, .2190863625159820, .1494513491505806, .0666713443086881)
  list(x = c(-x, x), w = c(w, w))
})
# P(low <= L x <= high) of two independent standard normals x.
plane <- function(L, low, high) {
  lines <- rbind(cbind(L, low), cbind(L, high)); lines <- lines[is.finite(lines[, 3]), , drop = FALSE]
  cross <- unlist(combn(nrow(lines), 2, function(i) tryCatch(solve(lines[i, 1:2], lines[i, 3])[1], error = function(e) NULL), simplify = FALSE))
  v <- nodes(c(-9, 9, cross[abs(cross) < 9]), .2)
  from <- rep(-Inf, length(v$x)); to <- -from
  for (i in seq_len(nrow(L))) {
    a <- L[i, 2]; l <- low - L[i, 1] * v$x; h <- high - L[i, 1] * v$x
    if (abs(a) > 1e-9) { from <- pmax(from, (if (a > 0) l else h) / a); to <- pmin(to, (if (a > 0) h else l) / a) }
    else to[l > 0 | h < 0] <- -Inf
  }
  sum(v$w * dnorm(v$x) * pmax(0, pnorm(to) - pnorm(from)))
}
# P(low <= Z_i <= high) of four, the first a Z_2 + b Z_3 with a, b > 0: over Z_2 and Z_3, cut where the limits bend, of the
# chance of Z_4 given both.
solid <- function(R, low, high, cell) {
  ab <- solve(R[2:3, 2:3], R[1, 2:3]); r <- R[2, 3]; s <- sqrt(1 - r^2)
  given <- solve(R[2:3, 2:3], R[4, 2:3]); s4 <- sqrt(1 - sum(given * R[4, 2:3]))
  lo <- max(low, -9); hi <- min(high, 9); ends <- c(lo, hi)
  bends <- as.vector(outer(c(low, high), ends, function(l, z) (l - ab[2] * z) / ab[1]))
  outer <- nodes(c(lo, hi, bends[is.finite(bends) & bends > lo & bends < hi]), cell)
  sum(mapply(function(z, w) {
    l <- max(lo, (low - ab[1] * z) / ab[2]); h <- min(hi, (high - ab[1] * z) / ab[2])
    if (!(l < h)) return(0)
    y <- nodes(c(l, h), cell); m <- given[1] * z + given[2] * y$x
    w * dnorm(z) * sum(y$w * dnorm((y$x - r * z) / s) / s * (pnorm((high - m) / s4) - pnorm((low - m) / s4)))
  }, outer$x, outer$w))
}
rows <- "set,stratified,combo,z,p,p_fewer"
four <- 0
for (d in sets) for (stratified in 0:1) {
  d$group <- d$group %% 2; d$event <- as.integer(d$status == 1); d$s <- if (stratified) d$stratum else 0
  for (name in names(combos)) {
    s <- statistics(d, combos[[name]]); v <- diag(s$V)
    if (any(v < 1e-8)) next
    R <- cov2cor(s$V); e <- eigen(R, symmetric = TRUE); rank <- sum(e$values > 1e-9)
    if (e$values[rank] < 1e-4) next # rounding would show
    z <- s$U / sqrt(v); m <- max(abs(z)); b <- max(-z); k <- length(z)
    if (rank == 1) p <- c(2 * pnorm(-m), pnorm(b, lower.tail = FALSE)) # all are one
    else if (rank == k) p <- 1 - c(corners(R, rep(-m, k), rep(m, k)), corners(R, rep(-Inf, k), rep(b, k)))
    else if (rank == 2) {
      L <- e$vectors[, 1:2] %*% diag(sqrt(e$values[1:2]))
      p <- 1 - c(plane(L, -m, m), plane(L, -Inf, b))
      if (d$set[1] %% 10 == 0) stopifnot(abs(1 - p - c(genz(R, -m, m, 1e-5), genz(R, -Inf, b, 1e-5))) < 5e-5)
    } else {
      four <- four + 1
      if (four %% 10 != 1 || e$values[3] < 2e-3) next # with less the chance of Z_4 steps too sharply for these rules
      p <- 1 - c(solid(R, -m, m, .1), solid(R, -Inf, b, .1))
      if (four %% 100 == 1) stopifnot(abs(1 - p - c(solid(R, -m, m, .05), solid(R, -Inf, b, .05))) < 1e-11,
        abs(1 - p - c(genz(R, -m, m, 1e-5), genz(R, -Inf, b, 1e-5))) < 5e-5)
    }
    if (rank == 1 && any(R < 0)) next
    rows <- c(rows, paste(d$set[1], stratified, name, each(z), each(p[1]), each(p[2]), sep = ","))
  }
}
print(table(sapply(strsplit(rows[-1], ","), `[`, 3)))
write_reference(rows, "max-combo", paste("max-combo-reference.R: the formula of the weighted statistics and their covariance; mvtnorm",
  packageVersion("mvtnorm"), "pmvnorm"))
