/**
 * The journey language: YAML to {@link marrow.journey.Journey}, checked.
 *
 * <pre>
 *   file ---- SourceText ---- YamlReader ----> Node (text with positions)
 *                                               |
 *   the scenario's node and its fragments' ---- Declarations (one merged set of named things)
 *                                               |
 *             Parameters, Vocabulary ---- a decoder for each kind of thing ---- checks of the whole
 *                                               |
 *                                            Scenario
 * </pre>
 *
 * <p>Everything that is wrong is said at once. So nothing here throws for what a user wrote: a reader that refuses
 * something has put a {@link marrow.scenario.Problem} with a position into {@link marrow.scenario.Problems}, and returns
 * an empty Optional, or NaN where it reads a number. The others go on, and stay silent about what was refused already.
 */
package marrow.scenario;
