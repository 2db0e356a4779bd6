/**
 * Single-arm designs with a binary response, enumerated: no approximation, no simulation.
 *
 * <p>{@link marrow.stats.exact.ExactSingleStage} tests in one stage, with both of its sample sizes. A {@link
 * marrow.stats.exact.SimonDesign}, found by {@link marrow.stats.exact.SimonSearch}, and a {@link
 * marrow.stats.exact.FlemingDesign} are kinds of {@link marrow.stats.exact.MultiStageDesign}; what may be said of the
 * proportion after one of them has ended is a {@link marrow.stats.exact.StagedOutcome}. {@link
 * marrow.stats.exact.ToxicityBoundary} makes the rules that stop a study for harm, each a {@link
 * marrow.stats.exact.StoppingBoundary} with its chances to stop; a {@link marrow.stats.exact.BetaBinomialLimit} takes in patients
 * who are not followed to the end yet. Both are a {@link marrow.stats.exact.HarmLimit}.
 */
package marrow.stats.exact;
