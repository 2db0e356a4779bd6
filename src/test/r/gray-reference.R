# Gray's test of cumulative incidences, of causes 1 and 2, with and without strata, rho = 0 and 1. Entries are left out:
# cuminc has none. A statistic of -1 is cmprsk's word for a singular variance.
source("comparison-common.R")
suppressMessages(library(cmprsk))
rows <- "set,cause,stratified,rho,stat,df,p"
for (d in sets) {
  if (length(unique(d$group)) < 2) next
  for (stratified in 0:1) for (rho in c(0, 1)) {
    f <- try(cuminc(d$time, d$status, d$group, strata = if (stratified) d$stratum else rep(1, nrow(d)), rho = rho), silent = TRUE)
    if (inherits(f, "try-error") || is.null(f$Tests)) next
    for (cause in rownames(f$Tests)) {
      r <- f$Tests[cause, ]
      rows <- c(rows, paste(d$set[1], cause, stratified, rho, each(r["stat"]), r["df"], if (is.finite(r["pv"])) each(pchisq(r["stat"], r["df"], lower.tail = FALSE)) else "", sep = ","))
    }
  }
}
print(length(rows)); print(sum(grepl(",-1,", rows)))
write_reference(rows, "gray", paste("gray-reference.R: cmprsk", packageVersion("cmprsk"), "cuminc(time, status, group, strata, rho)$Tests"))
