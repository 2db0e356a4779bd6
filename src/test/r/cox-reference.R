# Cox models: Efron and Breslow ties, strata, weights, left truncation, robust and clustered variance.
source("comparison-common.R")

models <- list(
  list(name = "A", ties = "efron", x = c("x1", "x2"), strata = FALSE, weights = FALSE, cluster = "none"),
  list(name = "B", ties = "breslow", x = c("x1", "x2", "g"), strata = TRUE, weights = FALSE, cluster = "none"),
  list(name = "C", ties = "efron", x = c("x1", "x2"), strata = FALSE, weights = TRUE, cluster = "row"),
  list(name = "D", ties = "efron", x = c("x1", "g"), strata = TRUE, weights = TRUE, cluster = "three"),
  list(name = "E", ties = "breslow", x = c("x2"), strata = FALSE, weights = TRUE, cluster = "three"))
steps <- function(n) suppressWarnings(coxph.control(eps = 1e-15, iter.max = n))
stopped <- 0
rows <- "set,model,status,coef,naive,robust,loglik0,loglik1,wald,score,rscore,df"
for (d in sets) {
  d$event <- as.integer(d$status == 1)
  d$g <- as.integer(d$group == 1)
  d$row <- seq_len(nrow(d)); d$three <- (d$row - 1) %/% 3; d$none <- 1
  if (sum(d$event) == 0 || nrow(d) == 1) next # coxph stops at one row
  for (m in models) {
    d$id <- d[[m$cluster]]
    d$w <- if (m$weights) d$weight else 1
    y <- if (truncated(d)) "Surv(entry, time, event)" else "Surv(time, event)"
    f <- as.formula(paste(y, "~", paste(m$x, collapse = "+"), if (m$strata) "+ strata(stratum)" else ""))
    run <- function(n, init = rep(0, length(m$x))) suppressWarnings(
      if (m$cluster == "none") coxph(f, d, ties = m$ties, control = steps(n), init = init, robust = FALSE, x = TRUE)
      else coxph(f, d, ties = m$ties, control = steps(n), init = init, weights = w, cluster = id, x = TRUE))
    naive_of <- function(fit) if (is.null(fit$naive.var)) fit$var else fit$naive.var
    # Separated: Newton's method, which doubles the digits of a maximum at each step, still moves after 15 steps, or the
    # information of a coefficient that had some at 0 is lost on the way. Variances above 1e8 are rounding, not information.
    # Nor has a likelihood of 1 a place: in set 1106 coxph halves its steps until it stands still at -39.6.
    spread <- pmax(sapply(m$x, function(v) max(d[[v]]) - min(d[[v]])), 1e-9)
    start <- try(run(0), silent = TRUE)
    if (inherits(start, "try-error")) { stopped <- stopped + 1; next } # coxph itself stops, in sets of two or three rows
    known <- function(v) { s <- diag(v) * spread^2; s > 0 & s < 1e8 }
    estimable <- known(naive_of(start)); names(estimable) <- NULL
    fit <- try(run(25), silent = TRUE); half <- try(run(15), silent = TRUE)
    broken <- inherits(fit, "try-error") || inherits(half, "try-error")
    status <- if (broken || any(estimable) && fit$loglik[length(fit$loglik)] > -1e-4 || any(known(naive_of(fit)) != estimable) || any(is.na(coef(fit)) & estimable) ||
      any(abs(coef(fit) - coef(half))[estimable] * spread[estimable] > .01)) "SEPARATED" else "CONVERGED"
    if (broken) fit <- start
    b <- ifelse(estimable & !is.na(coef(fit)), coef(fit), 0); df <- sum(estimable)
    robust <- m$cluster != "none"
    # coxph halves its last steps when the rounding of the likelihood looks like a loss, and ends up to 1e-7 standard errors
    # from the maximum. One Newton step more, from its own residuals and variance.
    if (status == "CONVERGED" && df > 0) {
      u <- colSums(as.matrix(residuals(fit, "score", weighted = TRUE)))
      b[estimable] <- b[estimable] + as.vector(naive_of(fit)[estimable, estimable, drop = FALSE] %*% u[estimable])
      # The variance there, too; with a coefficient that is not estimable coxph cannot be started.
      if (all(estimable)) {
        top <- run(0, b)
        if (abs(top$loglik[1] - fit$loglik[length(fit$loglik)]) < 1e-6) { fit$var <- top$var; fit$naive.var <- top$naive.var }
      }
      wald <- coxph.wtest(fit$var[estimable, estimable, drop = FALSE], b[estimable])$test
    } else wald <- 0
    naive <- naive_of(fit); naive[!estimable, ] <- 0; naive[, !estimable] <- 0; fit$var[!estimable, ] <- 0; fit$var[, !estimable] <- 0
    ll <- c(start$loglik[1], if (broken) NA else fit$loglik[length(fit$loglik)])
    rows <- c(rows, paste(d$set[1], m$name, status, each(b), each(naive), if (robust) each(fit$var) else "",
      each(ll[1]), each(ll[2]), each(wald), if (df) each(start$score) else 0,
      if (robust && df) each(fit$rscore) else 0, df, sep = ","))
  }
}
print(stopped)
print(table(sapply(strsplit(rows[-1], ","), `[`, 3)))
write_reference(rows, "cox", "cox-reference.R: coxph(Surv([entry,] time, status == 1) ~ ..., ties, weights, cluster, control = coxph.control(eps = 1e-15, iter.max = 25))")
