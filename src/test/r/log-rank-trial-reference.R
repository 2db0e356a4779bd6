# Two studies of 200 patients, power by rpact (its approximation sees events alone), by lakatos.R, and by simulation of
# 50,000 trials, each analysed when its last event is seen. First: control median 12 months, hazard ratio 0.65, 24 months
# of even accrual, 5 % lost a year, 140 events. Second: the same, but the effect begins after 4 months.
suppressMessages(library(rpact))
source("one-sample-common.R")
source("lakatos.R")
set.seed(20261125)
n <- 200; d <- 140; end <- 24; trials <- 50000
control <- log(2) / 12
loss <- rate(0, lost(0.05))

arrival_to_event <- function(h, m) { # inverse of the cumulative hazard in steps
  e <- rexp(m); cum <- c(0, cumsum(diff(h$cuts) * h$rates[-length(h$rates)]))
  i <- findInterval(e, cum)
  h$cuts[i] + (e - cum[i]) / h$rates[i]
}
simulated <- function(h1, h2) mean(replicate(trials, {
  arm1 <- rep(c(TRUE, FALSE), n / 2)
  arrival <- runif(n, 0, end)
  event <- ifelse(arm1, arrival_to_event(h1, n), arrival_to_event(h2, n))
  lost <- rexp(n, loss$rates)
  seen <- sort((arrival + event)[event < lost])[d]
  if (is.na(seen)) seen <- Inf
  follow <- pmin(event, lost, seen - arrival)
  had <- event <= follow & follow > 0
  o <- order(follow); o <- o[follow[o] > 0]
  risk <- rev(seq_along(o)); risk1 <- rev(cumsum(rev(arm1[o])))
  part <- (risk1 / risk)[had[o]]
  (sum(part) - sum(arm1[o][had[o]])) / sqrt(sum(part * (1 - part))) >= qnorm(0.975)
}))

rows <- lapply(1:2, function(i) {
  h2 <- rate(0, control)
  h1 <- if (i == 1) rate(0, 0.65 * control) else rate(c(0, 4), control * c(1, 0.65))
  time <- uniroot(function(t) n * lakatos(h1, h2, loss, loss, 1, rate(0, 1), end, t)[["events"]] - d, c(10, 400), tol = 1e-10)$root
  p <- if (i == 2) NA else suppressMessages(getPowerSurvival(alpha = 0.025, sided = 1, lambda2 = control, hazardRatio = 0.65,
    directionUpper = FALSE, maxNumberOfSubjects = n, maxNumberOfEvents = d, accrualTime = c(0, end), dropoutRate1 = 0.05,
    dropoutRate2 = 0.05, dropoutTime = 12))
  l <- lakatos(h1, h2, loss, loss, 1, rate(0, 1), end, time)
  list(cuts1 = each(h1$cuts), hazard1 = each(h1$rates), hazard2 = each(control), loss = each(loss$rates), time = each(time),
    events_per_patient = each(l[["events"]]), drift = each(l[["drift"]]),
    power = each(pnorm(sqrt(n) * l[["drift"]] - qnorm(0.975))), simulated = each(simulated(h1, h2)),
    rpact_power = each(if (i == 2) NA else p$overallReject), rpact_time = each(if (i == 2) NA else p$analysisTime))
})
write_reference("log-rank-trial", "getPowerSurvival(maxNumberOfEvents = 140); lakatos.R; 50000 simulated trials", rows)
