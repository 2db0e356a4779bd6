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
 * <p>{@link marrow.scenario.ScenarioSchema} tells editors the same language as JSON Schema. Its keys and words are those of the decoders: each
 * names its keys in a constant, which a {@link marrow.scenario.Thing} takes. A new key of a decoder is in the schema with a sentence in
 * {@code keys.txt}, under the name of its thing in square brackets, and then
 * {@code ./mvnw test -Dtest=ScenarioSchemaTest -Dmarrow.write=true}. Until its thing says what it holds ({@code .key("looks", Shape...)}), it
 * may hold anything. A new thing is a {@code Thing.of(name, KEYS)} in {@code JourneySchema},
 * {@code TrialSchema} or {@code LookSchema}.
 *
 * <p>Everything that is wrong is said at once. So nothing here throws for what a user wrote: a reader that refuses
 * something has put a {@link marrow.scenario.Problem} with a position into {@link marrow.scenario.Problems}, and returns
 * an empty Optional, or NaN where it reads a number. The others go on, and stay silent about what was refused already.
 */
package marrow.scenario;
