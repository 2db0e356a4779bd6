# Group-sequential references by rpact. Rscript src/test/r/designs-sequential.R DIRECTORY writes sequential.csv.
suppressMessages(library(rpact))
directory <- commandArgs(TRUE)[1]
save <- function(name, what, rows) {
  file <- file.path(directory, name)
  writeLines(paste0("# ", what, "; rpact ", packageVersion("rpact"), ", ", R.version.string, "; src/test/r/designs-sequential.R"), file)
  rows[] <- lapply(rows, function(x) if (is.double(x)) sprintf("%.12g", x) else x)
  suppressWarnings(write.table(rows, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
}
line <- function(x) paste(sprintf("%.12g", x), collapse = " ")
set.seed(20261121)
rows <- NULL
types <- c("asOF", "asP", "asKD", "asHSD", "asUser", "OF", "P", "WT", "HP")
for (i in 1:360) {
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
  rows <- rbind(rows, data.frame(type = type, rates = line(rates), sided = sided, alpha = alpha, beta = beta,
    gammaA = gamma, deltaWT = delta, userAlpha = line(user), futility = futility, gammaB = gammaB,
    userBeta = line(userB), binding = binding, critical = line(d$criticalValues), lower = line(lower),
    spent = line(d$alphaSpent), shift = pick(ch$shift), inflation = pick(ch$inflationFactor),
    asn1 = pick(ch$averageSampleNumber1), asn01 = pick(ch$averageSampleNumber01), asn0 = pick(ch$averageSampleNumber0),
    rejects1 = line(if (is.null(ch)) NA else ch$rejectionProbabilities), futile1 = line(if (is.null(ch)) NA else ch$futilityProbabilities)))
}
save("sequential.csv", "getDesignGroupSequential(tolerance = 1e-10; constantBoundsHP = 3) and getDesignCharacteristics on random designs; rejects1, futile1: by stage at the shift", rows)
