/**
 * Tests that look more than once at a normal statistic.
 *
 * <p>A {@link marrow.stats.sequential.SpendingPlan} needs no looks known beforehand: its {@link marrow.stats.sequential.ObservedBoundary} is carried on
 * with what is seen of the information, with a {@link marrow.stats.sequential.FutilityRule} or without.
 *
 * <p>Where looks are planned, an {@link marrow.stats.sequential.EfficacyRule} (a {@link marrow.stats.sequential.SpendingFunction} or a shape)
 * makes a {@link marrow.stats.sequential.GroupSequential}, with or without futility. While the study runs, {@link
 * marrow.stats.sequential.ConditionalPower} says what its end may be; once it has ended, {@link
 * marrow.stats.sequential.SequentialOutcome} gives the p-value, the estimate and the interval that its looks allow. All
 * of them carry one {@code SequentialDensity} from look to look.
 */
package marrow.stats.sequential;
