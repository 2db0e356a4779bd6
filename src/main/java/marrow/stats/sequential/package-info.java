/**
 * Tests that look more than once at a normal statistic.
 *
 * <p>An {@link marrow.stats.sequential.EfficacyRule} (a {@link marrow.stats.sequential.SpendingFunction} or a shape)
 * makes a {@link marrow.stats.sequential.GroupSequential}, with or without futility. While the study runs, {@link
 * marrow.stats.sequential.ConditionalPower} says what its end may be; once it has ended, {@link
 * marrow.stats.sequential.SequentialOutcome} gives the p-value, the estimate and the interval that its looks allow. All
 * of them carry one {@code SequentialDensity} from look to look.
 */
package marrow.stats.sequential;
