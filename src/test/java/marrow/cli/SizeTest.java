package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class SizeTest {
    private static final String HAPLO = "scenarios/haplo-conditioning-31.yaml";
    private static final String T3 = "bench/t3.yaml";
    private static final String TWO_ARMS = "docs/maintenance-trial.yaml";

    private static Ran size(String file, String... arguments) {
        List<String> all = new ArrayList<>(List.of("size", file, "--quiet"));
        all.addAll(Arrays.asList(arguments));
        return Ran.marrow(all.toArray(String[]::new));
    }

    private static JsonNode json(String file, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--format", "json"));
        Ran ran = size(file, all.toArray(String[]::new));
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        return new ObjectMapper().readTree(ran.out());
    }

    private static void refused(String words, String... arguments) {
        Ran ran = size(HAPLO, arguments);
        assertEquals(2, ran.code());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains(words), ran.err());
    }

    /** 65 against 85 % at 0.05 and 80 %: 31 patients, 35 for good, at least 25 of 31 (evidence, section 8.5). */
    @Test
    void the_arm_of_31() {
        JsonNode answer = json(HAPLO, "--power", "0.8", "--replicates", "256");
        assertEquals("hoped", answer.get("truth").asString());
        assertEquals(0.85, answer.get("value").get("value").asDouble());
        assertEquals("exact", answer.get("method").asString());
        assertEquals(31, answer.get("patients").asInt());
        assertEquals(35, answer.get("patients_for_good").asInt());
        JsonNode tooth = answer.get("sizes").get(3);
        assertEquals(31, tooth.get("n").asInt());
        assertEquals(25, tooth.get("reject_from").asInt());
        assertEquals(0.0462, tooth.get("attained_alpha").asDouble(), 5e-5);
        assertEquals(0.827, tooth.get("power").asDouble(), 5e-4);
        assertTrue(tooth.get("trials").get("analysed").asDouble() < 31, "some are lost");
    }

    /** One arm of three, and of it those who are positive: an enumerated size is of them, the trials enrol six times as many. */
    @Test
    void an_analysis_of_a_part_of_the_patients() {
        JsonNode tooth = json("scenarios/ngs-mrd-pediatric.yaml", "--power", "0.8", "--replicates", "50")
                .get("sizes")
                .get(0);
        JsonNode trials = tooth.get("trials");
        double n = tooth.get("n").asDouble();
        assertTrue(trials.get("enrolled").asDouble() > 4 * n);
        assertEquals(n, trials.get("analysed").asDouble(), 0.1 * n);
    }

    /** A truth that is not tilted has its value from the large cohort, 78.4 %: a smaller effect, more patients. */
    @Test
    void a_truth_that_is_not_tilted() {
        JsonNode answer = json(HAPLO, "--power", "0.8", "--truth", "expected", "--replicates", "10");
        assertEquals(0.784, answer.get("value").get("value").asDouble(), 0.006);
        assertTrue(answer.get("value").get("mcse").asDouble() > 0);
        assertTrue(answer.get("patients").asInt() > 60);
    }

    /** What a truth sets stands in what it is tilted until, and is what is to be found. */
    @Test
    void a_truth_that_sets_its_own_goal(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("goal.yaml"), """
                scenario: goal
                parameters:
                  goal: {value: 50 %, plausible: [10 %, 90 %], evidence: assumption, source: test}
                tracks: {vital: [alive, dead]}
                clocks:
                  death: {while: {vital: alive}, hazard: {exponential: {rate: 0.5 per y}}, then: {vital: dead}}
                trial: {patients: 50, accrual: {rate: 6 per mo}, follow-up: {last-patient: 1 y}}
                endpoints: {OS: {event: death, at: 1 y}}
                analyses: {primary: {km-at: {endpoint: OS, at: 1 y, null: 50 %, alpha: 0.05}}}
                truths: {hoped: {role: alternative, set: {goal: 75 %}, tilt: death, until: {OS at 1 y: $goal}}}
                run: {seed: 7, horizon: 4 y, replicates: 100, cohort: 1000}
                """);
        JsonNode answer = json(file.toString(), "--power", "0.8", "--replicates", "10");
        assertEquals(0.75, answer.get("value").get("value").asDouble());
    }

    /** What is enumerated is exact for a value that is itself from a cohort: it is said with its error. */
    @Test
    void an_enumeration_says_at_which_value() {
        String cohort = size(HAPLO, "--power", "0.8", "--truth", "expected", "--replicates", "10")
                .out();
        assertTrue(
                cohort.replaceAll("\\s+", " ")
                        .matches(
                                ".* By enumeration, where every answer is known, at 78\\.\\d \\(0\\.1\\) %, which has the error of the cohort in brackets\\. .*"),
                cohort);
        String aimed = size(HAPLO, "--power", "0.8", "--replicates", "10").out();
        assertTrue(aimed.contains("\nExact, by enumeration, where every answer is known."), aimed);
    }

    /** What no truth tilts has its value from the cohort, and the exact column is of that value, with the error of 10,000 patients. */
    @Test
    void a_value_of_a_cohort_is_shown_with_its_error(@TempDir Path folder) throws IOException {
        String exact = EVERYBODY_LIVES
                .formatted("30")
                .replace("after: 2 y", "hazard: {exponential: {}, reaches: 20 %, by: 1 y}")
                .replace("km-at", "exact-binomial")
                .replace(", interval: plain", "")
                .replace("cohort: 100", "cohort: 10000");
        Path file = Files.writeString(folder.resolve("share.yaml"), exact);
        Ran ran = size(file.toString(), "--n", "30");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(
                ran.out()
                        .matches(
                                "(?s).*\n  truth +PFS at 1 y  exact, %.*\n  expected  [78][0-9][.][0-9] [(]0[.]4[)] % .*"),
                ran.out());
        assertTrue(
                ran.out()
                        .contains(
                                "PFS at 1 y: from a large cohort, with its error in brackets; the column exact is\nof that value and shares the error."),
                ran.out());
        JsonNode row = json(file.toString(), "--n", "30").get("rows").get(0);
        assertEquals(0.004, row.get("value_mcse").asDouble(), 5e-4);
        JsonNode tilted =
                json(HAPLO, "--n", "31", "--replicates", "2").get("rows").get(0);
        assertEquals(0, tilted.get("value_mcse").asDouble());
    }

    /** One patient in two arms, followed for a month, has no event: there is no formula for that. */
    @Test
    void trials_without_events(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("two.yaml"), """
                scenario: two
                tracks: {vital: [alive, dead], treatment: [standard, blinatumomab]}
                clocks:
                  death:
                    while: {vital: alive}
                    hazard: {exponential: {}, reaches: 1 %, by: 1 y}
                    times: [{when: {treatment: blinatumomab}, by: 0.5}]
                    then: {vital: dead}
                arms: {standard: {}, blinatumomab: {treatment: blinatumomab}}
                trial: {patients: 20, accrual: {rate: 10 per mo}, allocation: {blocks: 2}, follow-up: {last-patient: 1 mo}}
                endpoints: {OS: {event: death}}
                analyses: {log-rank: {log-rank: {endpoint: OS, alpha: 0.025}}}
                truths: {expected: {role: alternative}}
                run: {seed: 1, horizon: 3 y, replicates: 2, cohort: 10000}
                """);
        Ran ran = size(file.toString(), "--n", "1");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(
                ran.out().matches("(?s).*\n  expected +[0-9.]+ \\([0-9.]+\\) +- +0\\.0 +1\\.0 +0\\.0\n.*"), ran.out());
    }

    private static final String EVERYBODY_LIVES = """
            scenario: everybody-lives
            tracks: {vital: [alive, dead]}
            clocks: {death: {while: {vital: alive}, after: 2 y, then: {vital: dead}}}
            trial: {patients: %s, accrual: {rate: 1000 per mo}, follow-up: {last-patient: 1 y}}
            endpoints: {PFS: {event: death, at: 1 y}}
            analyses: {kaplan-meier: {km-at: {endpoint: PFS, at: 1 y, null: 60 %%, alpha: 0.05, interval: plain}}}
            truths: {expected: {role: alternative}}
            run: {seed: 1, horizon: 3 y, replicates: 2, cohort: 100}
            """;

    /** Of a survival of 1 the normal formula says nothing, and the trials do. */
    @Test
    void a_survival_of_one(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lives.yaml"), EVERYBODY_LIVES.formatted("30"));
        Ran ran = size(file.toString(), "--n", "30");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().matches("(?s).*\n  expected +100(\\.0)? % +- .*"), ran.out());
    }

    @Test
    void a_scenario_of_more_patients_than_are_looked_at(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("many.yaml"),
                EVERYBODY_LIVES.formatted("20001").replace("2 y, then", "30 d, chance: 10 %, then"));
        Ran ran = size(file.toString(), "--power", "0.8");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("\nA power of 80 % takes "), ran.out());
    }

    /** Nobody is lost in t3, so that its trials and the enumeration say the same. */
    @Test
    void power_against_the_effect() {
        JsonNode answer = json(T3, "--n", "31", "--analysis", "exact", "--replicates", "2000");
        assertEquals(31, answer.get("test").get("n").asInt());
        assertEquals(22, answer.get("test").get("reject_from").asInt());
        JsonNode rows = answer.get("rows");
        assertEquals(8, rows.size());
        for (JsonNode row : rows) {
            double exact = row.get("formula").asDouble();
            double margin = 4.9 * Math.sqrt(exact * (1 - exact) / 2_000) + 0.005; // and of the tilt
            assertEquals(exact, row.get("trials").get("power").get("value").asDouble(), margin);
        }
        JsonNode detected = answer.get("detects").get(0);
        assertEquals(detected.get("formula").asDouble(), detected.get("trials").asDouble(), 0.015);
        assertTrue(answer.get("detects").get(1).get("formula").asDouble()
                > detected.get("formula").asDouble());
    }

    @Test
    void by_simulation_where_nothing_is_exact() {
        JsonNode answer = json(TWO_ARMS, "--power", "0.8", "--replicates", "200");
        assertEquals("simulation", answer.get("method").asString());
        int n = answer.get("patients").asInt();
        assertTrue(answer.get("patients_least").asInt() <= n
                && n <= answer.get("patients_most").asInt());
        assertTrue(Math.abs(answer.get("patients_by_formula").asInt() - n) < 80);
        JsonNode rows = json(TWO_ARMS, "--n", "100", "--replicates", "50").get("rows");
        assertEquals(3, rows.size());
        assertEquals("no-effect", rows.get(1).get("truth").asString());
    }

    @Test
    void without_a_formula_nothing_is_said_of_one(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("small.yaml"),
                SmallTrial.YAML.replace(
                        "analyses:\n", "analyses:\n  fg: {fine-gray: {endpoint: CIR, alpha: 0.025}}\n"));
        Ran ran = Ran.marrow("size", file.toString(), "--n", "24", "--analysis", "fg", "--replicates", "20", "-q");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("subdistribution hazard ratio of CIR"), ran.out());
        assertFalse(ran.out().contains("formula") || ran.out().contains("\n\n\n"), ran.out());
        Ran none = Ran.marrow(
                "size",
                file.toString(),
                "--power",
                "0.8",
                "--analysis",
                "fg",
                "--truth",
                "null",
                "--replicates",
                "20",
                "-q");
        assertEquals(2, none.code());
        assertTrue(
                none.err()
                        .matches(
                                "(?s).*, where the subdistribution hazard ratio of CIR is 1\\.\\d{3}: not on the side of the null, 1\\.000, that is hoped for\n"),
                none.err());
    }

    /** An enumeration needs no hope. */
    @Test
    void a_share_on_the_wrong_side_of_the_nonehas_its_exact_power(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong-side.yaml"), """
                scenario: wrong-side
                tracks: {vital: [alive, dead]}
                clocks: {remission: {after: 15 d, chance: 10 %}}
                trial: {patients: 30, accrual: {over: 1 y}, follow-up: {last-patient: 60 d}}
                endpoints: {CR: {reached: remission, by: 20 d}}
                analyses: {response: {exact-proportion: {endpoint: CR, null: 20 %, alpha: 0.05}}}
                truths: {poor: {role: alternative}}
                run: {seed: 1, horizon: 1 y, cohort: 5000}
                """);
        Ran ran = Ran.marrow("size", file.toString(), "--n", "30", "--replicates", "20", "-q");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().matches("(?s).*\n  poor +\\d+(\\.\\d+)? \\(0\\.\\d\\) % +0\\.\\d+ .*"), ran.out());
    }

    @Test
    void that_looks_and_phase_I_are_left_out_is_said() {
        String[] words = {"--n", "160", "--replicates", "64", "--truth", "expected", "--set", "run.cohort=1000"};
        String plain = size(TWO_ARMS, words).out();
        String[] looked = Stream.concat(Stream.of(words), Stream.of("--set", "looks.interim=on"))
                .toArray(String[]::new);
        String told = size(TWO_ARMS, looked).out();
        String note = """
                Without the looks of the scenario (interim): the power is that of a trial which
                goes on to its end. 'marrow run --set trial.patients=N' has them.
                """;
        assertTrue(told.contains(note), told);
        assertEquals(plain, told.replace(note, ""));
        assertEquals(
                "[\"interim\"]", json(TWO_ARMS, looked).get("without_looks").toString());
        assertEquals("[]", json(TWO_ARMS, words).get("without_looks").toString());
        String opened = size("scenarios/post-hsct-maintenance.yaml", "--explain-n", "65", "--set", "looks.run-in=on")
                .out();
        assertTrue(opened.contains(" months expected, without the waits of phase I.\n"), opened);
    }

    @Test
    void the_level_may_be_another() {
        JsonNode answer = json(T3, "--power", "0.9", "--alpha", "0.1", "--analysis", "exact", "--replicates", "50");
        assertEquals(0.1, answer.get("alpha").asDouble());
        for (JsonNode tooth : answer.get("sizes")) {
            assertTrue(tooth.get("attained_alpha").asDouble() <= 0.1);
        }
    }

    @Test
    void designs_that_end_at_31() {
        JsonNode answer = json(HAPLO, "--explain-n", "31");
        assertEquals(641, answer.get("designs").size());
        JsonNode narrowed = json(HAPLO, "--explain-n", "31", "--alpha", "0.05", "--power", "0.8");
        assertEquals(68, narrowed.get("designs").size());
        assertEquals(
                "exact binomial, first",
                narrowed.get("designs").get(0).get("method").asString());
    }

    @Test
    void any_number_of_threads() {
        for (String[] question : new String[][] {{"--power", "0.8"}, {"--n", "20", "--analysis", "exact"}}) {
            List<String> one = new ArrayList<>(Arrays.asList(question));
            one.addAll(List.of("--replicates", "600", "--threads"));
            List<String> three = new ArrayList<>(one);
            one.add("1");
            three.add("3");
            assertEquals(size(T3, one.toArray(String[]::new)), size(T3, three.toArray(String[]::new)));
        }
    }

    @Test
    void a_terminal_of_80_columns_is_wide_enough() {
        for (Ran ran : List.of(
                size(T3, "--power", "0.8", "--replicates", "50"),
                size(T3, "--n", "31", "--replicates", "50"),
                size(HAPLO, "--explain-n", "31"),
                size(HAPLO, "--explain-n", "31", "--alpha", "0.05", "--power", "0.8"))) {
            assertEquals(0, ran.code());
            ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }

    @Test
    void what_cannot_be_sized_is_refused() {
        refused("say one of --power P, --n N and --explain-n N");
        refused("say one of --power P, --n N and --explain-n N", "--power", "0.8", "--n", "31");
        refused("--power lies between 0 and 1, and this is 80; did you mean 80 %?", "--power", "80");
        refused("--alpha lies between 0 and 1, and this is 0", "--power", "0.8", "--alpha", "0");
        refused("--power is above the level of the test, and 0.04 is not above 0.05", "--power", "0.04");
        refused("alpha of one side must lie below 0.5, not 0.5", "--power", "0.8", "--alpha", "0.5");
        refused("--explain-n lies between 1 and 150, and this is 5000", "--explain-n", "5000");
        refused("there is no truth 'hope': there are expected, hoped, null", "--n", "31", "--truth", "hope");
        refused("there is no analysis 'secondary' that tests", "--n", "31", "--analysis", "secondary");
        refused("not on the side of the null, 65 %, that", "--power", "0.8", "--truth", "null", "--replicates", "10");
        Ran journey = size("docs/after-transplant.yaml", "--power", "0.8");
        assertEquals(new Ran("", "docs/after-transplant.yaml: this scenario has no 'trial' to size\n", 2), journey);
    }
}
