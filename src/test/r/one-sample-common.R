# Random samples and the writing of references, for the scripts of one sample.
suppressMessages(library(survival))

# n from 1 to 200, times rounded so that they tie (and never nearly tie), few or no events, all censored, one subject.
random_sample <- function(causes) {
  n <- sample(c(1, 2, 3, sample(4:30, 6, TRUE), sample(20:60, 2, TRUE), sample(60:200, 1)), 1)
  grain <- sample(c(1, 0.5, 0.1, 0.01), 1)
  span <- sample(c(5, 20), 1)
  time <- pmax(grain, round(ceiling(rexp(n, 2 / span) / grain) * grain, 2))
  event <- rbinom(n, 1, sample(c(0, 0.1, 0.5, 0.8, 1), 1, prob = c(1, 2, 5, 5, 2) / 15))
  cause <- sample(causes, n, TRUE, prob = sample(c(1, 2, 6), causes, TRUE))
  entry <- if (runif(1) < 0.4) round(floor(pmax(time - grain, 0) * runif(n) / grain) * grain * rbinom(n, 1, 0.8), 2)
  weight <- if (runif(1) < 0.25) sample(c(0.25, 0.5, 1, 1.5, 2, 3.7), n, TRUE)
  list(n = n, time = time, status = event * cause, entry = entry, weight = weight)
}

# Two or three times to ask at, from the first time observed on; the last lies beyond all.
ask_at <- function(time) sort(c(time[sample.int(length(time), 1)], round(mean(range(time)), 3), max(time) + 1))

text <- function(x) paste(ifelse(is.na(x), "NA", format(x, digits = 14, trim = TRUE, scientific = NA)), collapse = " ")
each <- function(x) paste(vapply(x, function(v) text(v), ""), collapse = " ")

write_reference <- function(name, calls, rows) {
  path <- file.path(commandArgs(TRUE)[1], paste0(name, ".csv.gz"))
  versions <- paste0(R.version$major, ".", R.version$minor)
  for (p in intersect(c("survival", "cmprsk", "etm", "rpact"), loadedNamespaces()))
    versions <- paste0(versions, ", ", p, " ", packageVersion(p))
  out <- gzfile(path, "wb", compression = 9)
  writeLines(paste0("# ", calls, "; R ", versions), out)
  columns <- names(rows[[1]])
  writeLines(paste(columns, collapse = ","), out)
  for (row in rows) writeLines(paste(vapply(columns, function(c) row[[c]], ""), collapse = ","), out)
  close(out)
}

sample_columns <- function(s) list(
  time = each(s$time), status = each(s$status),
  entry = if (is.null(s$entry)) "" else each(s$entry), weight = if (is.null(s$weight)) "" else each(s$weight))
