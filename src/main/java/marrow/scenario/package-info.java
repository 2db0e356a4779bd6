/**
 * The journey language: YAML to a {@link marrow.scenario.Scenario}, checked.
 *
 * <pre>
 *   file ---- text.SourceText ---- text.YamlReader ----> text.Node (texts with positions)
 *                                                          |
 *   the scenario's node and its fragments' ---- patient.Declarations (one merged set of named things)
 *                                                          |
 *   value.Parameters, patient.Vocabulary ---- a decoder for each kind of thing ---- checks of the whole
 *                                                          |
 *                                                       Scenario
 * </pre>
 *
 * <p>Each package reads one stretch of the language and stands on those to its left:
 *
 * <pre>
 *   text &lt;- value &lt;- law &lt;- patient &lt;- clock &lt;- journey &lt;- scenario &lt;- schema
 *                                 \-- trial &lt;- look --------/
 *   text &lt;- warning &lt;- journey
 * </pre>
 *
 * <p>Everything that is wrong is said at once. So nothing here throws for what a user wrote: a reader that refuses
 * something has put a {@link marrow.scenario.text.Problem} with a position into {@link marrow.scenario.text.Problems}, and returns
 * an empty Optional, or NaN where it reads a number. The others go on, and stay silent about what was refused already.
 */
package marrow.scenario;
