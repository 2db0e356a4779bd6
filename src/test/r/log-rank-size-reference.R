# Two-arm survival studies: event probabilities, sizes and power by rpact; and the power of the log-rank test without
# proportional hazards, which rpact does not have, by lakatos.R. rpact takes long: studies take Schoenfeld's and Freedman's
# computation in turn.
suppressMessages(library(rpact))
source("one-sample-common.R")
source("lakatos.R")
set.seed(20261123)
rows <- list()
for (i in 1:1000) {
  pieces <- sample(1:3, 1)
  cuts <- c(0, cumsum(sample(3:9, pieces - 1, TRUE)))
  lambda2 <- round(runif(pieces, 0.02, 0.12), 3)
  hr <- sample(c(0.5, 0.6, 0.7, 0.8, 1.25), 1)
  ratio <- sample(c(0.5, 1, 2), 1)
  drop <- round(runif(2, 0, 0.2), 2)
  steps <- sample(1:2, 1)
  accrual <- c(0, cumsum(sample(6:14, steps, TRUE)))
  intensity <- sample(4:20, steps, TRUE)
  follow <- sample(3:18, 1)
  end <- accrual[steps + 1]
  time <- end + follow
  alpha <- sample(c(0.025, 0.05), 1); beta <- sample(c(0.1, 0.2), 1)
  kind <- if (i %% 2 == 0) "Schoenfeld" else "Freedman"
  dropout <- list(dropoutRate1 = drop[1], dropoutRate2 = drop[2], dropoutTime = 12)
  quiet <- function(f, ...) suppressWarnings(suppressMessages(do.call(f, c(list(...), dropout))))
  total <- sum(diff(accrual) * intensity)
  study <- if (pieces == 1) list(lambda2 = lambda2) else list(piecewiseSurvivalTime = cuts, lambda2 = lambda2)
  e <- do.call(quiet, c(list(getEventProbabilities, time = time, accrualTime = accrual, accrualIntensity = intensity,
    hazardRatio = hr, allocationRatioPlanned = ratio, maxNumberOfSubjects = total), study))
  s <- do.call(quiet, c(list(getSampleSizeSurvival, alpha = alpha, beta = beta, sided = 1, typeOfComputation = kind,
    hazardRatio = hr, allocationRatioPlanned = ratio, accrualTime = accrual, accrualIntensity = intensity / 1000,
    accrualIntensityType = "relative", followUpTime = follow), study))
  events <- round(total * e$cumulativeEventProbabilities * 0.8)
  if (length(events) == 0) events <- round(total * e$overallEventProbabilities * 0.8)
  p <- do.call(quiet, c(list(getPowerSurvival, alpha = alpha, sided = 1, typeOfComputation = kind, hazardRatio = hr,
    directionUpper = hr > 1, allocationRatioPlanned = ratio, accrualTime = accrual, accrualIntensity = intensity,
    maxNumberOfEvents = events), study))
  # Another hazard in arm 1 for what rpact has not: a late or crossing effect.
  cuts1 <- c(0, cumsum(sample(2:8, sample(0:2, 1), TRUE)))
  lambda1 <- round(runif(length(cuts1), 0.01, 0.12), 3)
  free <- lakatos(rate(cuts1, lambda1), rate(cuts, lambda2), rate(0, lost(drop[1])), rate(c(0, 6), lost(drop[2]) * c(1, 2)),
    ratio, rate(accrual[-(steps + 1)], intensity), end, time)
  proportional <- lakatos(rate(cuts, lambda2 * hr), rate(cuts, lambda2), rate(0, lost(drop[1])), rate(0, lost(drop[2])),
    ratio, rate(accrual[-(steps + 1)], intensity), end, time)
  rows[[i]] <- list(cuts = each(cuts), lambda2 = each(lambda2), hr = each(hr), ratio = each(ratio), drop = each(drop),
    accrual = each(accrual), intensity = each(intensity), follow = each(follow), alpha = each(alpha), beta = each(beta),
    events1 = each(e$eventProbabilities1), events2 = each(e$eventProbabilities2),
    kind = kind, size = each(c(s$maxNumberOfSubjects, s$maxNumberOfEvents)), at_events = each(events),
    reached = each(c(p$overallReject, p$analysisTime)), cuts1 = each(cuts1), lambda1 = each(lambda1),
    lakatos = each(free), lakatos_proportional = each(proportional))
}
write_reference("log-rank-size", paste("getEventProbabilities; getSampleSizeSurvival (size: patients; events);",
  "getPowerSurvival (reached: power; analysis time); one-sided; dropout by month 12; lakatos (events per patient; drift) by",
  "integrate(); loss in arm 2 doubled from month 6"), rows)
