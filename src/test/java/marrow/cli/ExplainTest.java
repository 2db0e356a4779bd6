package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The texts themselves are compared by {@link DocumentedCommandsTest}. */
final class ExplainTest {
    private static final String SCENARIO = "docs/after-transplant.yaml";

    @TempDir
    private Path folder;

    @Test
    void output_is_the_same_each_time() {
        for (String format : List.of("text", "json", "dot", "mermaid")) {
            String[] command = {"explain", SCENARIO, "--format", format, "--patients", "200"};
            assertEquals(Ran.marrow(command), Ran.marrow(command));
        }
    }

    @Test
    void without_utf_8_a_drawing_is_ascii_of_the_same_shape() {
        Ran drawn = Ran.marrow("explain", SCENARIO, "--only", "diagram");
        Ran plain = Ran.marrow(false, "explain", SCENARIO, "--only", "diagram");
        assertTrue(plain.out().chars().allMatch(c -> c < 128), plain.out());
        assertEquals(
                drawn.out().lines().map(String::length).toList(),
                plain.out().lines().map(String::length).toList());
    }

    @Test
    void another_seed_gives_other_patients_within_their_error() {
        JsonNode one = death("1");
        JsonNode two = death("2");
        double difference =
                one.get("share").get(1).asDouble() - two.get("share").get(1).asDouble();
        double error = one.get("share_mcse").get(1).asDouble();
        assertNotEquals(0, difference);
        // Two independent shares of 5,000: 5 standard errors of one are 3.5 of the difference, a false alarm in 2,000
        // seeds.
        assertTrue(Math.abs(difference) < 5 * error, difference + " against " + error);
    }

    private static JsonNode death(String seed) {
        String[] command = {
            "explain", SCENARIO, "--only", "rates", "--format", "json", "--patients", "5000", "--seed", seed
        };
        for (JsonNode mark : JsonMapper.shared()
                .readTree(Ran.marrow(command).out())
                .get("rates")
                .get("marks")) {
            if (mark.get("mark").asString().equals("death")) {
                return mark;
            }
        }
        throw new AssertionError("no rate of death");
    }

    @Test
    void json_has_the_sections_asked_for() {
        JsonNode all = JsonMapper.shared()
                .readTree(Ran.marrow("explain", SCENARIO, "--format", "json").out());
        assertEquals(
                List.of("scenario", "title", "seed", "horizon", "evidence", "solved", "diagram", "rates"),
                List.copyOf(all.propertyNames()));
        JsonNode relapse = all.get("evidence").get("parameters").get(0);
        assertEquals("relapse-1y", relapse.get("name").asString());
        assertEquals(0.14, relapse.get("value").asDouble());
        assertEquals("14 %", relapse.get("written").asString());
        assertEquals(0.14, all.get("solved").get(0).get("reached").asDouble(), 1e-9);
        assertEquals(20_000, all.get("rates").get("patients").asInt());
        JsonNode only = JsonMapper.shared()
                .readTree(Ran.marrow("explain", SCENARIO, "--format", "json", "--only", "SOLVED")
                        .out());
        assertEquals(List.of("scenario", "title", "seed", "horizon", "solved"), List.copyOf(only.propertyNames()));
    }

    @Test
    void every_scenario_that_comes_with_marrow_fits_80_columns() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                Ran explained = Ran.marrow("explain", file.toString(), "--patients", "20");
                Ran traced = Ran.marrow("trace", file.toString(), "--patient", "1");
                assertEquals(0, explained.code(), explained.err());
                assertEquals(0, traced.code(), traced.err());
                Stream.concat(explained.out().lines(), traced.out().lines())
                        .forEach(line -> assertTrue(line.length() <= 80, file + ": " + line));
            }
        }
    }

    @Test
    void the_number_of_patients_is_bounded() {
        Ran ran = Ran.marrow("explain", SCENARIO, "--patients", "200001");
        assertEquals(2, ran.code());
        assertTrue(ran.err().startsWith("marrow: --patients lies between 2 and 200000, and this is 200001"), ran.err());
    }

    @Test
    void dot_names_every_state_once_and_draws_only_between_them() {
        List<String> states = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        Ran.marrow("explain", SCENARIO, "--format", "dot")
                .out()
                .lines()
                .map(String::strip)
                .forEach(line -> {
                    if (line.contains(" -> ")) {
                        ends.add(line.substring(0, line.indexOf(" -> ")));
                        ends.add(line.substring(line.indexOf(" -> ") + 4, line.indexOf(" [label=<")));
                    } else if (line.startsWith("\"")) {
                        states.add(line.substring(0, line.indexOf(" [label=")));
                    }
                });
        assertEquals(states.stream().distinct().toList(), states);
        assertTrue(states.containsAll(ends), ends + " of " + states);
        assertTrue(ends.contains("\"disease: relapsed\""), ends.toString());
    }

    /** Runs where Graphviz is installed. */
    @Test
    void graphviz_draws_the_dot() throws Exception {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "dot")));
        assumeTrue(installed, "Graphviz is not installed");
        Path dot = folder.resolve("journey.dot");
        Files.writeString(
                dot, Ran.marrow("explain", SCENARIO, "--format", "dot").out());
        Process graphviz = new ProcessBuilder("dot", "-Tsvg", dot.toString())
                .redirectErrorStream(true)
                .start();
        String drawn = new String(graphviz.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, graphviz.waitFor(), drawn);
        assertTrue(drawn.contains("</svg>") && drawn.contains("non&#45;relapse&#45;death"), drawn);
        assertFalse(drawn.contains("Error") || drawn.contains("Warning"), drawn);
    }

    @Test
    void a_journey_without_end_names_its_patient_and_trace_shows_it() throws IOException {
        Path endless = folder.resolve("endless.yaml");
        Files.writeString(endless, """
                scenario: endless
                tracks: {lamp: [off, on]}
                clocks:
                  wake: {while: {lamp: off}, after: 10 d, then: {lamp: on}}
                  flicker: {while: {lamp: on}, after: {uniform: [1e-18 d, 2e-18 d]}, repeats: yes}
                run: {seed: 5, horizon: 1 y}
                """);
        Ran explained = Ran.marrow("explain", endless.toString());
        assertEquals(2, explained.code());
        assertEquals("", explained.out());
        List<String> lines = explained.err().lines().toList();
        assertEquals(
                endless
                        + ": patient 0 of replicate 0 is caught on day 10.0: clocks ring for ever without time passing, now flicker",
                lines.get(0));
        assertEquals("  day 10.0  flicker", lines.get(2));
        assertEquals(
                "See all: marrow trace " + endless + " --seed 5 --replicate 0 --patient 0",
                lines.get(lines.size() - 1));

        Ran traced = Ran.marrow("trace", endless.toString(), "--seed", "5", "--replicate", "0", "--patient", "0");
        assertEquals(2, traced.code());
        assertTrue(
                traced.out().contains("    10.0  wake") && traced.out().contains("Stopped: patient 0"), traced.out());
        assertTrue(traced.out().contains("more; --format json tells all"), traced.out());
    }

    @Test
    void who_is_caught_in_another_arm_is_told_from_the_journey_of_that_arm() throws IOException {
        String endless = Files.writeString(folder.resolve("arm.yaml"), """
                        scenario: arm
                        tracks: {arm: [a, b], lamp: [off, on]}
                        clocks:
                          wake: {while: {arm: b, lamp: off}, after: 10 d, then: {lamp: on}}
                          flicker: {while: {lamp: on}, after: {uniform: [1e-18 d, 2e-18 d]}, repeats: yes}
                        arms: {a: {arm: a}, b: {arm: b}}
                        trial: {patients: 10, accrual: {over: 1 y}, allocation: {blocks: 1}, follow-up: {last-patient: 1 y}}
                        endpoints: {flickers: {count: flicker}}
                        run: {seed: 5, horizon: 1 y, replicates: 3, cohort: 100}
                        """).toString();
        Ran ran = Ran.marrow("run", endless, "--quiet");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("  day 10.0  flicker\n"), ran.err());
        assertFalse(ran.err().contains("The last of its 0 events"), ran.err());
        assertTrue(ran.err().strip().endsWith(" --arm b"), ran.err());
    }

    @Test
    void of_several_arms_the_one_shown_is_named_and_can_be_chosen() {
        String trial = "docs/maintenance-trial.yaml";
        String[] text = {"explain", trial, "--only", "rates", "--patients", "200"};
        String first = Ran.marrow(text).out();
        assertTrue(first.contains("\nseed 20261120, followed to 4 y, patients of arm nothing\n"), first);
        assertTrue(first.contains("Never: maintenance"), first);
        String other = Ran.marrow(with(text, "--arm", "blinatumomab")).out();
        assertTrue(other.contains(", patients of arm blinatumomab\n"), other);
        assertFalse(other.contains("Never: maintenance"), other);
        Ran fixed = Ran.marrow("explain", trial, "--only", "diagram", "--arm", "blinatumomab");
        assertTrue(fixed.out().contains("after-transplant: ●blinatumomab"), fixed.out());
        JsonNode json = JsonMapper.shared()
                .readTree(Ran.marrow(with(text, "--format", "json")).out());
        assertEquals("nothing", json.get("arm").asString());
        assertTrue(Ran.marrow("explain", trial, "--format", "dot").out().contains("arm nothing"));
        Ran none = Ran.marrow(with(text, "--arm", "placebo"));
        assertEquals(2, none.code());
        assertTrue(
                none.err().startsWith("marrow: there is no arm 'placebo': there are nothing, blinatumomab"),
                none.err());
        Ran without = Ran.marrow("explain", SCENARIO, "--arm", "placebo");
        assertTrue(
                without.err().startsWith("marrow: there is no arm 'placebo': the scenario has no arms to choose from"),
                without.err());
    }

    private static String[] with(String[] command, String... more) {
        return Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void what_is_refused_is_not_explained() {
        Ran ran = Ran.marrow("explain", "docs/mistakes.yaml");
        assertEquals(2, ran.code());
        assertEquals("", ran.out());
    }
}
