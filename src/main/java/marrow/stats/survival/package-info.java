/**
 * One sample in time: a {@link marrow.stats.survival.SurvivalSample} is put into a {@link
 * marrow.stats.survival.RiskTable}, from which {@link marrow.stats.survival.KaplanMeier}, {@link
 * marrow.stats.survival.NelsonAalen} and {@link marrow.stats.survival.AalenJohansen} are read, with the intervals of a
 * {@link marrow.stats.law.Confidence}; {@link marrow.stats.survival.LandmarkTest}, {@link
 * marrow.stats.survival.UnanimousTest} and {@link marrow.stats.survival.OneSampleLogRank} hold the sample against a fixed
 * value or curve.
 */
package marrow.stats.survival;
