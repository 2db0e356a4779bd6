/**
 * Survival, competing-risk and exact statistics on primitive arrays: arrays in, values out. Nothing here knows a patient
 * or another package.
 *
 * <p>Each estimator or test is one class that says its formula, its source, and the R call whose numbers it gives; the
 * tests compare it with that call on data sets made in R ({@code src/test/r}). Where a degenerate input has no answer in
 * R (NA, NaN, an error), the class says what it answers; NaN is no answer.
 *
 * <p>What a Monte Carlo loop calls has a form that is made once a thread and then allocates nothing: it is refilled from
 * the caller's columns. The value form holds one such object of its own, so there is one algorithm.
 *
 * <p>One sample: a {@link marrow.stats.SurvivalSample} is put into a {@link marrow.stats.RiskTable}, from which {@link
 * marrow.stats.KaplanMeier}, {@link marrow.stats.NelsonAalen} and {@link marrow.stats.AalenJohansen} are read, with the
 * intervals of a {@link marrow.stats.Confidence}; {@link marrow.stats.LandmarkTest} and {@link
 * marrow.stats.OneSampleLogRank} hold the sample against a fixed value or curve. Proportions: {@link
 * marrow.stats.ProportionInterval}, {@link marrow.stats.ExactBinomialTest}, {@link marrow.stats.BetaLaw}.
 *
 * <p>Transcendental functions are those of {@code StrictMath} and of Commons Math, which is pure Java, so the same
 * arguments give the same bits on every machine.
 */
package marrow.stats;
