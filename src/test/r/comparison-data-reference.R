# 1,400 random data sets (some methods have no answer for some) shared by the references of the comparisons: ties, few or no events, everyone censored,
# one patient, left truncation, strata of size one, weights, two causes, separated and constant covariates.
# Columns: set, entry, time, status (0 censored, 1 and 2 causes), group, stratum, weight, x1, x2.
# A set is left-truncated when its number is even.
out <- commandArgs(TRUE)[1]
set.seed(20261121)
one <- function(s) {
  n <- if (s <= 10) 1 else switch(sample(3, 1, prob = c(.25, .6, .15)), sample(2:10, 1), sample(11:50, 1), sample(51:200, 1))
  k <- sample(1:4, 1, prob = c(.03, .62, .2, .15))
  group <- sample(0:(k - 1), n, TRUE)
  grid <- sample(c(1, 0.5, 0.01), 1, prob = c(.45, .15, .4))
  effect <- c(1, sample(c(1, 1.5, 0.5), 1), 0.8, 2)[group + 1]
  time <- pmax(round(rexp(n, effect / 10) / grid), if (s %% 2 == 0) 1 else sample(0:1, 1)) * grid
  mix <- switch(sample(5, 1, prob = c(.04, .1, .16, .4, .3)), c(1, 0, 0), c(0, 1, 0), c(.85, .1, .05), c(.4, .35, .25), c(.2, .5, .3))
  status <- sample(0:2, n, TRUE, prob = mix)
  entry <- if (s %% 2 == 0) floor(runif(n) * (runif(n) < .6) * time / grid * .999) * grid else rep(0, n)
  stratum <- switch(sample(4, 1, prob = c(.2, .4, .3, .1)), rep(0, n), sample(0:1, n, TRUE), sample(0:4, n, TRUE), sample(n) - 1)
  weight <- sample(c(.5, 1, 1.5, 2, 3), n, TRUE)
  x1 <- round(rnorm(n, .3 * group), 1)
  x2 <- sample(0:1, n, TRUE)
  if (runif(1) < .04) x2 <- as.integer(status == 1)
  if (runif(1) < .03) x1 <- rep(1, n)
  data.frame(set = s, entry = round(entry, 2), time = round(time, 2), status, group, stratum, weight, x1, x2)
}
all <- do.call(rbind, lapply(1:1400, one))
stopifnot(all(all$entry < all$time | all$entry == 0))
con <- gzfile(file.path(out, "comparison-data.csv.gz"), "w")
writeLines(paste("#", R.version.string, "; comparison-data-reference.R, set.seed(20261121)"), con)
write.csv(all, con, row.names = FALSE, quote = FALSE)
close(con)
