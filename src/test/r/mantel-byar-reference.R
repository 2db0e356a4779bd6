# The test of Mantel and Byar: the formula of the log-rank test on rows before and after the change, held against the score
# test at 0 of Cox's exact partial likelihood with the change as a covariate, which takes long with many ties. Half the subjects change, some of them too late. The last row is the Stanford heart transplant
# programme, survival::heart: changes, times and events after each other in one field.
source("comparison-common.R")
source("log-rank-formula.R")
set.seed(20261126)
exact <- 0
test <- function(start, stop, event, change, stratum) {
  early <- change < stop & change > start; all <- change < stop & !early
  d <- data.frame(entry = c(start, change[early]), time = c(ifelse(early, change, stop), stop[early]),
    event = c(ifelse(early, 0, event), event[early]), group = c(as.integer(all), rep(1, sum(early))))
  strata <- c(stratum, stratum[early])
  r <- weighted(d, function(S, N, P) 1, strata, 2)
  if (length(stop) <= 40 && r$df == 1) {
    f <- coxph(Surv(entry, time, event) ~ group + strata(strata), d, ties = "exact", control = coxph.control(iter.max = 0, timefix = FALSE))
    stopifnot(abs(f$score - r$chisq) <= 1e-9 * (1 + r$chisq))
    exact <<- exact + 1
  }
  c(r$chisq, r$df)
}
rows <- "set,change,chisq,df,stratified_chisq,stratified_df"
for (d in sets) {
  change <- ifelse(d$x2 == 1, round(d$time * runif(nrow(d), 0, 1.2), 2), Inf)
  start <- if (truncated(d)) d$entry else rep(-1, nrow(d))
  event <- as.integer(d$status == 1)
  one <- test(start, d$time, event, change, rep(0, nrow(d)))
  two <- test(start, d$time, event, change, d$stratum)
  rows <- c(rows, paste(d$set[1], each(change), each(one[1]), one[2], each(two[1]), two[2], sep = ","))
}
print(length(rows)); print(exact)
last <- !duplicated(heart$id, fromLast = TRUE)
change <- ifelse(heart$transplant[last] == 1, heart$start[last], Inf)
transplant <- test(rep(-1, sum(last)), heart$stop[last], heart$event[last], change, rep(0, sum(last)))
rows <- c(rows, paste(0, each(c(change, heart$stop[last], heart$event[last])), each(transplant[1]), transplant[2], 0, 0, sep = ","))
print(transplant)
write_reference(rows, "mantel-byar", "mantel-byar-reference.R: the formula of the log-rank test; coxph(Surv(start, stop, status == 1) ~ changed [+ strata(stratum)], ties = exact, control = coxph.control(iter.max = 0))$score")
