#!/usr/bin/env Rscript
# The tasks T1 to T3 in R, side by side on this machine: package survival in a loop (T1, T2, T3), rpact (T1, T2). One thread.
# Prints comma-separated values: task, program, trials, seconds of CPU, trials a second, and the share of trials that reject,
# which must agree with the known power (T1 0.7175, T2 0.711, T3 0.77095).
#
#   Debian: r-base-core r-cran-survival r-cran-rpact
#   bench/peers/run.R [seconds a program, 20]

suppressPackageStartupMessages({library(survival); library(rpact)})
seconds <- as.numeric(c(commandArgs(TRUE), 20)[1])
z_final <- qnorm(0.975)
design <- getDesignGroupSequential(kMax = 3, alpha = 0.025, sided = 1, typeOfDesign = "asOF",
                                   informationRates = c(47, 94, 140) / 140)

cpu <- function() sum(proc.time()[1:2])

report <- function(task, program, trials, used, rejected)
  cat(sprintf("%s,%s,%d,%.2f,%.0f,%.4f\n", task, program, trials, used, trials / used, rejected / trials))

# Repeats a trial, a function that says whether it rejects, for about so many seconds.
pace <- function(task, program, trial) {
  set.seed(20261121)
  trial()
  trials <- 0L; rejected <- 0
  began <- cpu()
  while (cpu() - began < seconds) {
    for (i in 1:20) rejected <- rejected + trial()
    trials <- trials + 20L
  }
  report(task, program, trials, cpu() - began, rejected)
}

# Months. 200 patients in two arms in turn, uniform accrual over 24, control median 12, hazard ratio 0.65, loss of 5 % a year.
patients <- function() {
  arm <- rep(0:1, 100)
  arrival <- sort(runif(200, 0, 24))
  event <- rexp(200, log(2) / 12 * ifelse(arm == 1, 0.65, 1))
  lost <- rexp(200, -log(0.95) / 12)
  list(arm = arm, arrival = arrival, event = event, lost = lost)
}

log_rank_z <- function(p, cut) {
  end <- pmin(p$lost, cut - p$arrival)
  came <- end > 0
  test <- survdiff(Surv(pmin(p$event, end), p$event <= end) ~ p$arm, subset = came)
  (test$exp[2] - test$obs[2]) / sqrt(test$var[2, 2])
}

two_arms <- function(looks, critical) function() {
  p <- patients()
  days <- sort((p$arrival + p$event)[p$event <= p$lost])
  for (k in seq_along(looks)) {
    cut <- if (looks[k] <= length(days)) days[looks[k]] else Inf
    if (log_rank_z(p, cut) >= critical[k]) return(TRUE)
  }
  FALSE
}

# 31 patients, 75 % without event at 12 months, 12 months of follow-up after the last; Kaplan-Meier and the exact test.
one_arm <- function() {
  arrival <- runif(31, 0, 24)
  event <- rexp(31, -log(0.75) / 12)
  end <- max(arrival) + 12 - arrival
  km <- summary(survfit(Surv(pmin(event, end), event <= end) ~ 1, conf.type = "log-log"), times = 12, extend = TRUE)
  stopifnot(length(km$lower) == 1)
  binom.test(sum(event > 12), 31, 0.5, alternative = "greater")$p.value <= 0.025
}

rpact_survival <- function(task, design, events) {
  run <- function(trials, seed) getSimulationSurvival(
    design, lambda2 = log(2) / 12, hazardRatio = 0.65, directionUpper = FALSE, maxNumberOfSubjects = 200, accrualTime = c(0, 24),
    dropoutRate1 = 0.05, dropoutRate2 = 0.05, dropoutTime = 12, plannedEvents = events, maxNumberOfIterations = trials, seed = seed)
  pilot <- 2000
  began <- cpu(); run(pilot, 1); once <- cpu() - began
  trials <- max(pilot, as.integer(pilot * seconds / once))
  began <- cpu()
  result <- run(trials, 2)
  report(task, paste("rpact", packageVersion("rpact")), trials, cpu() - began, trials * as.numeric(result$overallReject))
}

survival_version <- paste("survival", packageVersion("survival"))
cat("task,program,trials,cpu_s,trials_per_s,rejects\n")
pace("T1", survival_version, two_arms(140, z_final))
rpact_survival("T1", getDesignGroupSequential(kMax = 1, alpha = 0.025, sided = 1), 140)
pace("T2", survival_version, two_arms(c(47, 94, 140), design$criticalValues))
rpact_survival("T2", design, c(47, 94, 140))
pace("T3", survival_version, one_arm)
