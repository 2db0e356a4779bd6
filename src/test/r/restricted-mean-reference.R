# Differences at a horizon: restricted mean survival time (survfit's own rmean and its standard error) and Kaplan-Meier
# at a milestone, with left truncation and weights (weights: point estimates of survfit without robust variance).
script <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)); source(file.path(dirname(script), "reference.R"))
rows <- "set,group,horizon,mean,mean_se,survival,survival_se"
for (d in sets) {
  d$event <- as.integer(d$status == 1)
  for (g in sort(unique(d$group))) {
    x <- d[d$group == g, ]
    horizon <- round(quantile(x$time, c(.3, .6, 1), names = FALSE), 2)[d$set[1] %% 3 + 1]
    if (horizon <= 0) next
    f <- if (truncated(d)) survfit(Surv(entry, time, event) ~ 1, x) else survfit(Surv(time, event) ~ 1, x)
    m <- survival:::survmean(f, rmean = horizon)$matrix
    s <- summary(f, times = horizon, extend = TRUE)
    rows <- c(rows, paste(d$set[1], g, each(horizon), each(m["rmean"]), each(m["se(rmean)"]), each(s$surv), each(s$std.err), sep = ","))
  }
}
write_reference(rows, "restricted-mean", "restricted-mean.R: survival:::survmean(survfit(Surv([entry,] time, status == 1) ~ 1), rmean = horizon), summary(times = horizon)")
