/**
 * The language told to editors: {@link marrow.scenario.schema.ScenarioSchema} is its JSON Schema. Its keys and words are those of the decoders: each
 * names its keys in a constant, which a {@link marrow.scenario.schema.Thing} takes. A new key of a decoder is in the schema with a sentence in
 * {@code keys.txt}, under the name of its thing in square brackets, and then
 * {@code ./mvnw test -Dtest=ScenarioSchemaTest -Dmarrow.write=true}. Until its thing says what it holds ({@code .key("looks", Shape...)}), it
 * may hold anything. A new thing is a {@code Thing.of(name, KEYS)} in {@code JourneySchema},
 * {@code TrialSchema} or {@code LookSchema}.
 */
package marrow.scenario.schema;
