source("one-sample-common.R")
set.seed(20261124)

rows <- lapply(1:1200, function(k) {
  n <- sample(c(1:5, 31, sample(6:60, 8), sample(61:500, 2)), 1)
  x <- sample(c(0, n, rbinom(6, n, runif(6))), 1)
  p0 <- sample(c(0.05, 0.2, 0.5, 0.65, 0.9, round(runif(1, 0.01, 0.99), 2)), 1)
  level <- sample(c(0.8, 0.9, 0.95, 0.99), 1)
  p <- function(side) binom.test(x, n, p0, side)$p.value
  z <- qnorm(1 - (1 - level) / 2); m <- (x + z^2 / 2) / (n + z^2)
  ac <- m + c(-1, 1) * z * sqrt(m * (1 - m) / (n + z^2))
  tail <- (1 - level) / 2
  jeffreys <- c(if (x == 0) 0 else qbeta(tail, x + 0.5, n - x + 0.5), if (x == n) 1 else qbeta(1 - tail, x + 0.5, n - x + 0.5))
  a <- sample(c(0.2, 0.5, 1, 1.3, 4, 12), 1); b <- sample(c(0.2, 0.5, 1, 2.4, 9), 1)
  A <- a + x; B <- b + n - x
  ahead <- sample(1:80, 1); threshold <- sample(c(0.5, 0.8, 0.9, 0.975), 1)
  mass <- exp(lchoose(ahead, 0:ahead) + lbeta(A + 0:ahead, B + ahead - 0:ahead) - lbeta(A, B))
  above <- pbeta(p0, A + 0:ahead, B + ahead - 0:ahead, lower.tail = FALSE)
  y <- sample(0:ahead, 1)
  list(x = each(x), n = each(n), p0 = each(p0), level = each(level),
    clopper_pearson = each(binom.test(x, n, p0, conf.level = level)$conf.int),
    wilson = each(suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int),
    jeffreys = each(jeffreys), agresti_coull = each(pmin(pmax(ac, 0), 1)),
    less = each(p("less")), greater = each(p("greater")), two_sided = each(p("two.sided")),
    a = each(a), b = each(b), below = each(pbeta(p0, A, B)), above = each(pbeta(p0, A, B, lower.tail = FALSE)),
    credible = each(qbeta(c(tail, 1 - tail), A, B)), ahead = each(ahead), y = each(y), predictive = each(mass[y + 1]),
    threshold = each(threshold), success = each(sum(mass[above > threshold + 1e-12])))
})
write_reference("proportion", paste("binom.test(x; n; p0; alternative; level); prop.test(x; n; conf.level; correct = FALSE);",
  "qbeta(tail; x + 1/2; n - x + 1/2); Agresti-Coull by formula; pbeta and qbeta(.; a + x; b + n - x); beta-binomial by lchoose and lbeta"), rows)
