# Group-sequential tests by rpact, and a second time by plain R (group-sequential.R): rpact integrates over 91 points
# between the bounds, whatever the steps of information, which is too few where a look adds little; and it names no
# critical value whose tail is below 1e-13 or so. `solved` and `solved_lower` say what is right there.
suppressMessages(library(rpact))
source("one-sample-common.R")
source("group-sequential.R")
# 13 digits: those after differ from one processor to another.
line <- function(x, digits = 13) paste(sprintf("%.*g", as.integer(digits), x), collapse = " ")
spent_by <- function(type, t, error, gamma, user) switch(substring(type, 3),
  OF = 2 * pnorm(qnorm(error / 2, lower.tail = FALSE) / sqrt(t), lower.tail = FALSE),
  P = error * log(1 + (exp(1) - 1) * t), KD = error * t^gamma,
  HSD = if (gamma == 0) error * t else error * (1 - exp(-gamma * t)) / (1 - exp(-gamma)), User = user)
# The second integration takes long: it is for designs that rpact may miss, and for every 40th.
solve_again <- function(i, type, rates, alpha, beta, sided, gamma, delta, user, futility, gammaB, userB, binding, critical, lower) {
  K <- length(rates)
  step <- min(diff(rates) / rates[-1])
  if (!(step < 0.095 || critical[1] > 6.3 || i %% 40 == 0)) return(list(solved = NA, lower = NA, crosses = NA))
  one <- alpha / sided
  open <- if (futility != "none" && binding) lower else rep(-Inf, K - 1)
  solved_lower <- lower
  spent <- if (startsWith(type, "as")) spent_by(type, rates, one, gamma, user / sided)
  if (startsWith(futility, "bs")) {
    both <- spend_both(rates, spent, spent_by(futility, rates, beta, gammaB, userB), binding)
    solved <- both$critical
    solved_lower <- both$futility
  } else if (startsWith(type, "as")) solved <- spend_alpha(rates, spent, open, sided)
  else if (type == "HP") solved <- haybittle(rates, one, 3, open, sided)
  else solved <- shape_alpha(rates, one, rates^(switch(type, OF = 0, P = 0.5, WT = delta) - 0.5), open, sided)
  stops <- if (sided == 2) -solved else if (futility == "none") rep(-Inf, K - 1) else solved_lower
  list(solved = solved, lower = solved_lower, crosses = crossings(rates, stops, solved, theta = 3))
}
set.seed(20261121)
rows <- list()
types <- c("asOF", "asP", "asKD", "asHSD", "asUser", "OF", "P", "WT", "HP")
for (i in 1:1080) {
  type <- types[(i - 1) %% length(types) + 1]
  K <- sample(2:6, 1)
  # Equal steps every third time, else uneven ones of at least 0.04.
  rates <- if (i %% 3 == 0) (1:K) / K else { s <- runif(K, 0.15, 1); round(cumsum(s / sum(s)), 3) }
  rates[K] <- 1
  sided <- if (i %% 5 == 0) 2 else 1
  alpha <- sample(c(0.005, 0.01, 0.025, 0.05, 0.1), 1)
  beta <- sample(c(0.05, 0.1, 0.2), 1)
  gamma <- switch(type, asKD = sample(c(0.5, 1, 2, 3.5), 1), asHSD = sample(c(-4, -2, 0, 1, 2.5), 1), NA)
  delta <- if (type == "WT") sample(c(0.1, 0.25, 0.4, 0.6), 1) else NA
  user <- if (type == "asUser") round(alpha * cumsum(rates - c(0, rates[-K])) ^ 1.7, 6) else NA
  if (type == "asUser") user[K] <- alpha
  args <- list(kMax = K, alpha = alpha, beta = beta, sided = sided, informationRates = rates, typeOfDesign = type, tolerance = 1e-10)
  if (!is.na(gamma)) args$gammaA <- gamma
  if (!is.na(delta)) args$deltaWT <- delta
  if (type == "asUser") args$userAlphaSpending <- user
  if (type == "HP") args$constantBoundsHP <- 3
  futility <- "none"; gammaB <- NA; binding <- FALSE; bounds <- NA; userB <- NA
  if (sided == 1) {
    futility <- sample(c("none", "bounds", if (startsWith(type, "as")) c("bsOF", "bsP", "bsKD", "bsHSD", "bsUser")), 1)
    binding <- runif(1) < 0.5
    if (futility == "bounds") { bounds <- round(sort(runif(K - 1, -1.5, 0.9)), 2); args$futilityBounds <- bounds }
    else if (futility != "none") {
      args$typeBetaSpending <- futility
      if (futility == "bsKD") gammaB <- sample(c(1, 2, 3), 1)
      if (futility == "bsHSD") gammaB <- sample(c(-4, -2, 1), 1)
      if (!is.na(gammaB)) args$gammaB <- gammaB
      if (futility == "bsUser") { userB <- round(beta * rates ^ 2.2, 6); userB[K] <- beta; args$userBetaSpending <- userB }
    }
    if (futility != "none") args$bindingFutility <- binding
  }
  d <- tryCatch(suppressWarnings(do.call(getDesignGroupSequential, args)), error = function(e) { message(i, " ", type, " ", futility, ": ", conditionMessage(e)); NULL })
  if (is.null(d)) next
  ch <- tryCatch(suppressWarnings(getDesignCharacteristics(d)), error = function(e) { message(i, " ch: ", conditionMessage(e)); NULL })
  lower <- if (futility == "none") NA else d$futilityBounds
  pick <- function(x) if (is.null(ch)) NA_real_ else x
  second <- solve_again(length(rows), type, rates, alpha, beta, sided, gamma, delta, user, futility, gammaB, userB, binding,
    d$criticalValues, lower)
  rows[[length(rows) + 1]] <- list(type = type, rates = line(rates, 15), sided = line(sided), alpha = line(alpha),
    beta = line(beta), gammaA = line(gamma), deltaWT = line(delta), userAlpha = line(user), futility = futility,
    gammaB = line(gammaB), userBeta = line(userB), binding = as.character(binding), critical = line(d$criticalValues),
    lower = line(lower), solved = line(second$solved), solved_lower = line(second$lower),
    crosses_3 = line(second$crosses), shift = line(pick(ch$shift)),
    inflation = line(pick(ch$inflationFactor)), asn1 = line(pick(ch$averageSampleNumber1)),
    asn01 = line(pick(ch$averageSampleNumber01)), asn0 = line(pick(ch$averageSampleNumber0)),
    rejects1 = line(if (is.null(ch)) NA else ch$rejectionProbabilities))
}
write_reference("sequential", paste("getDesignGroupSequential(tolerance = 1e-10; constantBoundsHP = 3) and",
  "getDesignCharacteristics on random designs; rejects1: by stage at the shift; solved; solved_lower; crosses_3 (by stage",
  "at drift 3): by group-sequential.R"), rows)
