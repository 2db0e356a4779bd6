source("one-sample-common.R")
suppressMessages({ library(cmprsk); library(etm) })
set.seed(20261122)
types <- c("plain", "log", "log-log", "arcsin", "logit")
step <- function(at, time, value) c(0, value)[1 + findInterval(at, time)]

# etm and cuminc refuse some samples; what they do not answer is left empty.
from_etm <- function(s, causes, at) tryCatch({
  if (!is.null(s$weight)) stop("no weights")
  d <- data.frame(id = seq_len(s$n), entry = if (is.null(s$entry)) 0 else s$entry, exit = s$time, from = 0,
    to = ifelse(s$status == 0, "cens", s$status))
  tra <- matrix(FALSE, causes + 1, causes + 1); tra[1, -1] <- TRUE
  f <- etm(d, as.character(0:causes), tra, "cens", 0)
  c(list(f = unlist(lapply(1:causes, function(c) step(at, f$time, f$est["0", as.character(c), ])))),
    list(v = unlist(lapply(1:causes, function(c) {
      n <- paste("0", c); step(at, f$time, f$cov[n, n, ]) }))))
}, error = function(e) list(f = numeric(0), v = numeric(0)))

from_cuminc <- function(s, causes, at) tryCatch({
  if (!is.null(s$weight) || !is.null(s$entry)) stop("neither weights nor entry")
  f <- cuminc(s$time, s$status)
  got <- lapply(1:causes, function(c) {
    one <- f[[paste("1", c)]]
    if (is.null(one)) return(list(est = rep(0, length(at)), var = rep(0, length(at))))
    last <- vapply(at, function(t) max(which(one$time <= t)), 0L)
    list(est = one$est[last], var = one$var[last])
  })
  list(f = unlist(lapply(got, `[[`, "est")), v = unlist(lapply(got, `[[`, "var")))
}, error = function(e) list(f = numeric(0), v = numeric(0)))

rows <- lapply(1:1200, function(k) {
  causes <- sample(1:4, 1, prob = c(1, 6, 3, 2))
  s <- random_sample(causes)
  state <- factor(s$status, 0:causes)
  y <- if (is.null(s$entry)) Surv(s$time, state) else Surv(s$entry, s$time, state)
  w <- if (is.null(s$weight)) rep(1, s$n) else s$weight
  at <- ask_at(s$time)
  id <- seq_len(s$n)
  fits <- lapply(types, function(type) {
    f <- survfit(y ~ 1, weights = w, id = id, conf.type = type, timefix = FALSE)
    i <- findInterval(at, f$time)
    of_causes <- function(v) c(matrix(v, ncol = causes + 1)[i, -1])
    list(f = of_causes(f$pstate), e = of_causes(f$std.err), limits = rbind(of_causes(f$lower), of_causes(f$upper)))
  })
  by_etm <- from_etm(s, causes, at)
  by_cuminc <- from_cuminc(s, causes, at)
  c(sample_columns(s), list(
    causes = each(causes), at = each(at), incidence = each(fits[[1]]$f), error = each(fits[[1]]$e),
    limits = paste(vapply(fits, function(f) each(f$limits), ""), collapse = " "),
    etm = each(by_etm$f), etm_variance = each(by_etm$v), cuminc = each(by_cuminc$f), cuminc_variance = each(by_cuminc$v)))
})
cat("answered by etm", sum(vapply(rows, function(r) r$etm != "", TRUE)),
  "by cuminc", sum(vapply(rows, function(r) r$cuminc != "", TRUE)), "\n")
write_reference("aalen-johansen", paste("survfit(Surv(entry; time; factor(status)) ~ 1; id; weights; timefix = FALSE;",
  "conf.type = plain log log-log arcsin logit): pstate std.err lower upper by cause and time; etm(d; states; tra; cens; 0): est cov;",
  "cuminc(time; status): est var"), rows)
