# Tests of tables of counts: Fisher, chi-square with and without Yates' correction, Cochran-Mantel-Haenszel.
source("comparison-common.R")
set.seed(20261122)
full <- function(x) paste(sapply(as.vector(x), function(v) if (is.finite(v)) format(signif(v, 12), digits = 12, drop0trailing = TRUE) else as.character(v)), collapse = " ")

rows <- "a,b,c,d,two,less,greater,chi,yates"
for (i in 1:1000) {
  m <- sample(c(3, 10, 60, 400), 1, prob = c(.2, .4, .3, .1))
  t <- matrix(sample(0:m, 4, TRUE, prob = if (i %% 7 == 0) c(5, rep(1, m)) else NULL), 2, byrow = TRUE)
  p <- sapply(c("two.sided", "less", "greater"), function(a) fisher.test(t, alternative = a)$p.value)
  chi <- if (any(c(rowSums(t), colSums(t)) == 0)) c(0, 0) else suppressWarnings(c(chisq.test(t, correct = FALSE)$statistic, chisq.test(t)$statistic))
  rows <- c(rows, paste(t[1, 1], t[1, 2], t[2, 1], t[2, 2], full(p[1]), full(p[2]), full(p[3]), full(chi[1]), full(chi[2]), sep = ","))
}
write_reference(rows, "two-by-two", "tables-reference.R: fisher.test(alternative), chisq.test(correct)")

rows <- "rows,columns,counts,chi,df,p"
for (i in 1:1000) {
  r <- sample(2:5, 1); k <- sample(2:5, 1)
  t <- matrix(sample(0:sample(c(2, 8, 50), 1), r * k, TRUE), r)
  u <- t[rowSums(t) > 0, colSums(t) > 0, drop = FALSE]
  f <- if (min(dim(u)) < 2) list(statistic = 0, parameter = 0, p.value = 1) else suppressWarnings(chisq.test(u, correct = FALSE))
  rows <- c(rows, paste(r, k, paste(t(t), collapse = " "), full(f$statistic), f$parameter, full(f$p.value), sep = ","))
}
write_reference(rows, "chi-square", "tables-reference.R: chisq.test(correct = FALSE) of the rows and columns that are not empty")

# Strata of fewer than two are left out, which mantelhaen.test asks its user to do.
rows <- "counts,chi,p,yates,p_yates,odds,low,high"
for (i in 1:1000) {
  k <- sample(2:8, 1); m <- sample(c(1, 4, 20), 1, prob = c(.2, .4, .4))
  repeat { t <- array(sample(0:m, 4 * k, TRUE), c(2, 2, k)); if (sum(apply(t, 3, sum) >= 2) > 1) break }
  u <- t[, , apply(t, 3, sum) >= 2, drop = FALSE]
  f <- g <- list(statistic = 0, p.value = 1, estimate = NaN, conf.int = c(NaN, NaN))
  v <- sum(apply(u, 3, function(x) prod(rowSums(x)) * prod(colSums(x)) / sum(x)^2 / (sum(x) - 1)))
  if (v > 0) { f <- mantelhaen.test(u, correct = FALSE); g <- mantelhaen.test(u, correct = TRUE) }
  counts <- paste(apply(t, 3, function(x) paste(t(x), collapse = " ")), collapse = " ")
  rows <- c(rows, paste(counts, full(f$statistic), full(f$p.value), full(g$statistic), full(g$p.value), full(f$estimate), full(f$conf.int[1]), full(f$conf.int[2]), sep = ","))
}
write_reference(rows, "cochran-mantel-haenszel", "tables-reference.R: mantelhaen.test(correct)")
