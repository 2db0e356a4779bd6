/**
 * How many patients, how many events.
 *
 * <p>Two arms: {@link marrow.stats.size.RequiredEvents} counts events from a hazard ratio; a
 * {@link marrow.stats.size.TwoArmSurvival} adds the calendar: accrual, dropout, hazards in {@link
 * marrow.stats.size.StepRate steps}; {@link marrow.stats.size.LogRankPower} is what its test then achieves. One arm: {@link marrow.stats.size.OneSampleLogRankSize} and, for a proportion, {@link
 * marrow.stats.size.ApproximateProportionSize}; the exact one is {@link marrow.stats.exact.ExactSingleStage}.
 */
package marrow.stats.size;
