/**
 * Hazards that depend on covariates. {@link marrow.stats.regression.Cox} and {@link marrow.stats.regression.FineGray}
 * each climb a partial likelihood by Newton's method, and say when it has no summit ({@link
 * marrow.stats.regression.FitStatus}). Where weights are inverse probabilities, or a subject has several rows, {@link
 * marrow.stats.regression.RobustCox} has the variance and {@link marrow.stats.regression.WeightedLogRank} the test.
 */
package marrow.stats.regression;
