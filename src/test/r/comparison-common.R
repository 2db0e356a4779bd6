# What the references of comparisons share: the data sets that comparison-data-reference.R made, which runs before them by
# its name; 12 significant digits; gz CSV with the call in the header.
library(survival)
directory <- commandArgs(TRUE)[1]
sets <- local({
  all <- read.csv(gzfile(file.path(directory, "comparison-data.csv.gz")), comment.char = "#")
  split(all, all$set)
})
each <- function(x) paste(sapply(as.vector(x), function(v) format(signif(v, 12), digits = 12, drop0trailing = TRUE)), collapse = " ")
write_reference <- function(rows, name, call) {
  con <- gzfile(file.path(directory, paste0(name, ".csv.gz")), "w")
  writeLines(paste("#", call, ";", R.version.string, "; survival", packageVersion("survival")), con)
  writeLines(rows, con)
  close(con)
}
truncated <- function(d) any(d$entry > 0)
