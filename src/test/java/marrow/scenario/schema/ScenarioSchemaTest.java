package marrow.scenario.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marrow.JsonSchema;
import marrow.report.form.JsonWriter;
import marrow.scenario.DocumentedExamples;
import marrow.scenario.ScenarioFiles;
import marrow.scenario.ScenarioReader;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schema that editors are given: what the decoders take it takes, what is damaged it refuses. With {@code -Dmarrow.write=true} the
 * committed file is written instead of compared.
 */
class ScenarioSchemaTest {
    private static final Path SCHEMA = Path.of("docs", "scenario.schema.json");
    private static final Path TRIAL = Path.of("docs", "maintenance-trial.yaml");

    @Test
    void the_committed_schema_is_the_one_of_the_decoders() throws IOException {
        String now = JsonWriter.write(ScenarioSchema.tree());
        if (Boolean.getBoolean("marrow.write")) {
            Files.writeString(SCHEMA, now);
        }
        assertEquals(Files.readString(SCHEMA), now, "write it anew: -Dtest=ScenarioSchemaTest -Dmarrow.write=true");
    }

    static List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("scenarios", "scenarios/journeys", "docs", "bench")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .filter(file -> !file.endsWith("mistakes.yaml"))
                        .sorted()
                        .forEach(all::add);
            }
        }
        assertTrue(all.size() >= 23, all.toString());
        return all;
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_scenario_and_fragment_passes_and_names_the_schema(Path file) throws IOException {
        String yaml = Files.readString(file);
        assertEquals(List.of(), JsonSchema.in(SCHEMA).againstYaml(yaml));
        String modeline = yaml.lines().findFirst().orElseThrow();
        String start = "# yaml-language-server: $schema=";
        assertTrue(modeline.startsWith(start), modeline);
        Path named =
                file.getParent().resolve(modeline.substring(start.length())).normalize();
        assertEquals(SCHEMA, named);
    }

    @Test
    void every_example_of_the_language_page_passes() throws IOException {
        JsonSchema schema = JsonSchema.in(SCHEMA);
        for (String kind : List.of("fragment", "scenario")) {
            DocumentedExamples.of(kind)
                    .forEach((name, yaml) -> assertEquals(List.of(), schema.againstYaml(yaml), name));
        }
        assertEquals(List.of(), schema.againstYaml(SmallTrial.YAML));
    }

    @Test
    void a_resolved_scenario_passes() throws IOException {
        String resolved =
                ScenarioReader.resolved(ScenarioFiles.of(Path.of("scenarios", "haplo-conditioning-31.yaml")), Map.of());
        assertEquals(List.of(), JsonSchema.in(SCHEMA).againstYaml(resolved));
    }

    @Test
    void what_a_scenario_takes_away_passes() throws IOException {
        String overriding = """
                scenario: s
                journey: [journeys/transplant.yaml]
                clocks: {relapse: off, death: {hazard: off, after: 30 d}}
                parameters: {p: off}
                run: {seed: 1, horizon: 1 y}
                """;
        assertEquals(List.of(), JsonSchema.in(SCHEMA).againstYaml(overriding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group-sequential: | group-sequentiel:",
                "analysis: log-rank | analsis: log-rank",
                "spending:         | spendng:",
                "of: OS            | off: OS",
            })
    void a_damaged_look_is_refused(String whole, String damaged) throws IOException {
        String scenario = Files.readString(Path.of("bench", "t2.yaml"));
        int looks = scenario.indexOf("\nlooks:");
        assertTrue(scenario.indexOf(whole, looks) > 0, whole);
        String broken = scenario.substring(0, looks) + scenario.substring(looks).replace(whole, damaged);
        assertFalse(JsonSchema.in(SCHEMA).againstYaml(broken).isEmpty(), damaged);
    }

    /** One change each to a scenario that passes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenario: maintenance-trial      | scenaro: maintenance-trial",
                "run: {seed: 20261120,            | run: {",
                "horizon: 4 y                     | horizon: 4 years",
                "horizon: 4 y                     | horizon: [4 y]",
                "seed: 20261120                   | seed: soon",
                "patients: 160                    | patient: 160",
                "patients: 160                    | patients: many",
                "rate: 6 per mo                   | rate: 6 mo",
                "{last-patient: 1 y}              | {last-patient: 1 y, unti: 2 y}",
                "{blocks: 2, by: mrd}             | {block: 2, by: mrd}",
                "lost: 3 % per y                  | lost: 3 %",
                "event: [relapse, death], at      | events: [relapse, death], at",
                "reached: maintenance/crs, by     | reached: maintenance/crs, to",
                "{amount: maintenance/vials}      | {amout: maintenance/vials}",
                "log-rank: {endpoint: PFS         | logrank: {endpoint: PFS",
                "alpha: 0.025, strata: mrd        | alpha: 0.025, stratum: mrd",
                "log-rank: {endpoint: PFS,        | log-rank: {",
                "{role: alternative, tilt         | {rle: alternative, tilt",
                "{role: null                      | {role: nothing",
                "nothing: {after-transplant: nothing} | nothing: {after-transplant: {nothing: 1}}",
            })
    void a_damaged_scenario_is_refused(String whole, String damaged) throws IOException {
        String scenario = Files.readString(TRIAL);
        assertTrue(scenario.contains(whole), whole);
        assertEquals(List.of(), JsonSchema.in(SCHEMA).againstYaml(scenario));
        String broken = scenario.replace(whole, damaged);
        assertFalse(JsonSchema.in(SCHEMA).againstYaml(broken).isEmpty(), damaged);
        Path file = Files.createTempFile("damaged", ".yaml");
        Files.writeString(file, broken);
        assertTrue(ScenarioReader.read(file, Map.of()).problems().hasErrors(), "the reader takes it: " + damaged);
        Files.delete(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "while: {vital: alive, disease: remission} | whlie: {vital: alive, disease: remission}",
                "since: transplant                         | since: [transplant]",
                "hazard: {weibull: {shape: 0.7}            | hazard: {weibul: {shape: 0.7}",
                "hazard: {weibull: {shape: 0.7}            | hazard: {weibull: {shap: 0.7}",
                "by: $hr-chronic-gvhd                      | by: much",
                "{chance: 70 %,                            | {chanc: 70 %,",
                "evidence: assumption                      | evidence: guess",
                "plausible: [8 %, 20 %]                    | plausible: [8 %]",
                "vital: [alive, dead]                      | vital: alive",
                "fragment: after-transplant                | fragment: after-transplant\\nrun: {seed: 1}",
            })
    void a_damaged_fragment_is_refused(String whole, String damaged) throws IOException {
        String fragment = DocumentedExamples.of("fragment").get("after-transplant");
        assertTrue(fragment.contains(whole), whole);
        String broken = fragment.replace(whole, damaged.replace("\\n", "\n"));
        assertFalse(JsonSchema.in(SCHEMA).againstYaml(broken).isEmpty(), damaged);
    }

    /** With words of the language that mean nothing here, or no sentence, the schema would not be made. */
    @Test
    void every_key_is_explained() throws IOException {
        String schema = Files.readString(SCHEMA);
        for (String key : List.of("screening-failure", "intercurrent", "beside", "grade-3", "minimise", "max-combo")) {
            assertTrue(schema.contains("\"" + key + "\": {"), key);
        }
        assertFalse(schema.contains("\"description\": \"\""));
    }
}
