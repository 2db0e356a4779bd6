package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mean of estimates says of how many trials it is not: in an arm without an event Cox's model has no estimate. */
class WithoutEstimateTest {
    private static final String STUDY = """
            scenario: rare
            title: one arm has hardly an event
            tracks: {vital: [alive, dead], care: [usual, new]}
            clocks:
              death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 40 %, by: 1 y},
                times: [{when: {care: new}, by: 0.05}], then: {vital: dead}}
            arms: {usual: {care: usual}, new: {care: new}}
            trial: {patients: 40, accrual: {over: 12 mo}, allocation: {blocks: 1}, follow-up: {last-patient: 1 y}}
            endpoints: {OS: {event: death, at: 1 y}}
            analyses:
              cox: {cox: {endpoint: OS, alpha: 0.025}}
              at-a-year: {milestone: {endpoint: OS, at: 1 y, interval: plain, alpha: 0.025}}
            truths: {expected: {role: alternative}}
            run: {seed: 5, horizon: 4 y, replicates: 200, cohort: 4096}
            """;

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write_the_study() throws IOException {
        file = Files.writeString(folder.resolve("rare.yaml"), STUDY).toString();
    }

    @Test
    void their_share_is_a_metric_and_that_of_the_trials_whose_row_has_none() {
        JsonNode analyses = JsonMapper.shared()
                .readTree(Ran.marrow("run", file, "--format", "json").out())
                .at("/truths/expected/analyses");
        long none = Csv.rows(Ran.marrow("export", file, "--format", "csv").out()).stream()
                .filter(row -> row.get("analysis").equals("cox"))
                .filter(row -> row.get("estimate").isEmpty())
                .count();
        assertTrue(none > 50 && none < 150, () -> none + " of 200 trials");
        assertEquals(none / 200.0, analyses.at("/cox/without_estimate/value").asDouble());
        assertEquals(0, analyses.at("/at-a-year/without_estimate/value").asDouble());
    }

    /** The trial goes on for about two years, and for longer where patients came late. */
    private String beyondItsEnd(String day) throws IOException {
        String beyond = STUDY.replace("accrual: {over: 12 mo}", "accrual: {rate: 3.4 per mo}")
                .replace("OS: {event: death, at: 1 y}", "OS: {event: death, at: " + day + "}");
        assertTrue(beyond.contains(day) && beyond.contains("3.4 per mo"));
        return Files.writeString(folder.resolve("beyond.yaml"), beyond).toString();
    }

    @Test
    void a_landmark_after_the_end_of_a_trial_has_no_estimate_there_and_its_share_is_a_metric() throws IOException {
        String beyond = beyondItsEnd("2 y");
        JsonNode os = JsonMapper.shared()
                .readTree(Ran.marrow("run", beyond, "--format", "json").out())
                .at("/truths/expected/endpoints/OS");
        double usual = os.at("/without_estimate_survival_2y_usual/value").asDouble();
        assertTrue(usual > 0.2 && usual < 0.8, () -> usual + " of the trials");
        JsonNode within = JsonMapper.shared()
                .readTree(Ran.marrow("run", file, "--format", "json").out())
                .at("/truths/expected/endpoints/OS");
        assertEquals(0, within.at("/without_estimate_survival_1y_usual/value").asDouble(Double.NaN));
    }

    @Test
    void the_table_says_of_how_many_trials_a_landmark_is_not() throws IOException {
        String table = Ran.marrow("run", beyondItsEnd("2 y")).out().replaceAll("\\s+", " ");
        assertTrue(
                table.contains("Means in the trials leave out those without an estimate: OS survival 2y usual in"),
                table);
        assertFalse(Ran.marrow("run", file).out().contains("leave out those without"));
    }

    @Test
    void a_landmark_that_nearly_nobody_is_followed_to_is_a_warning() throws IOException {
        String far = beyondItsEnd("3 y");
        String said = Ran.marrow("validate", far).err();
        assertTrue(
                said.contains("beyond.yaml:9:36: warning: the trial ends before day 1095.75 of OS: of its 40 patients"
                        + " it has 0 for so long on average, and where it has nobody there is no estimate"),
                said);
        assertFalse(Ran.marrow("validate", file).err().contains("the trial ends before"));
        assertFalse(Ran.marrow("validate", beyondItsEnd("18 mo")).err().contains("the trial ends before"));
    }

    @Test
    void an_analysis_of_a_day_that_nearly_nobody_is_followed_to_is_a_warning() throws IOException {
        String late = Files.writeString(
                        folder.resolve("late.yaml"),
                        STUDY.replace("{milestone: {endpoint: OS, at: 1 y", "{milestone: {endpoint: OS, at: 3 y"))
                .toString();
        String said = Ran.marrow("validate", late).err();
        assertTrue(said.contains("late.yaml:12:3: warning: the trial ends before day 1095.75 of OS"), said);
    }

    @Test
    void the_table_says_it_of_the_analysis_that_has_such_trials() {
        String table = Ran.marrow("run", file).out();
        assertTrue(table.contains("Estimate, bias and cover leave out trials without an estimate: cox in"), table);
        assertFalse(table.contains("at-a-year in"), table);
    }

    /** All are censored on day 100: of day 200 there is neither an estimate nor a true value, and the table says so. */
    @Test
    void what_no_trial_has_an_estimate_of_is_said_and_so_is_the_share() throws IOException {
        String study = STUDY.replace("clocks:", "clocks:\n  transplant: {after: 100 d, then: {}}")
                .replace("at: 1 y}}", "intercurrent: {transplant: censor}, at: 200 d}}")
                .replace(
                        "cox: {cox: {endpoint: OS, alpha: 0.025}}",
                        "km: {km-at: {endpoint: OS, arm: new, at: 200 d, null: 60 %, alpha: 0.025}}\n"
                                + "  test: {log-rank: {endpoint: OS, alpha: 0.025}}")
                .replace("milestone: {endpoint: OS, at: 1 y", "milestone: {endpoint: OS, at: 200 d");
        String none = Files.writeString(folder.resolve("none.yaml"), study).toString();
        Ran ran = Ran.marrow("run", none, "--replicates", "50");
        String table = ran.out().replaceAll("\\s+", " ");
        assertTrue(table.contains("OS survival 200d usual - - "), ran.out() + ran.err());
        assertTrue(
                table.contains(
                        "Means in the trials leave out those without an estimate: OS survival 200d usual in 100.0 %"),
                table);
        assertTrue(
                table.contains(
                        "Estimate, bias and cover leave out trials without an estimate: km in 100.0 %, at-a-year in 100.0 %."),
                table);
        JsonNode analyses = JsonMapper.shared()
                .readTree(Ran.marrow("run", none, "--replicates", "50", "--format", "json")
                        .out())
                .at("/truths/expected/analyses");
        assertEquals(1, analyses.at("/km/without_estimate/value").asDouble());
        assertTrue(analyses.at("/test/without_estimate").isMissingNode(), "a log-rank test estimates nothing");
    }

    /** The end comes a month after the last of few patients: hardly anybody is followed for a year. */
    private static final String SHORT = """
            scenario: short
            title: hardly anybody is followed to the landmark
            tracks: {vital: [alive, dead]}
            clocks: {death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 20 %, by: 1 y}, then: {vital: dead}}}
            trial: {patients: 8, accrual: {over: 11 mo}, lost: 40 % per y, follow-up: {until: 14 mo}}
            endpoints: {OS: {event: death, at: 1 y}}
            analyses:
              km: {km-at: {endpoint: OS, at: 1 y, null: 60 %, alpha: 0.025}}
              cif: {cif-at: {endpoint: OS, at: 1 y, null: 40 %, alpha: 0.025}}
              exact: {exact-binomial: {endpoint: OS, at: 1 y, null: 60 %, alpha: 0.025}}
            truths: {expected: {role: alternative}}
            run: {seed: 5, horizon: 2 y, replicates: 400, cohort: 4096}
            """;

    @Test
    void an_interval_without_an_estimate_does_not_cover() throws IOException {
        String study = Files.writeString(folder.resolve("short.yaml"), SHORT).toString();
        JsonNode analyses = JsonMapper.shared()
                .readTree(Ran.marrow("run", study, "--format", "json").out())
                .at("/truths/expected/analyses");
        List<Map<String, String>> rows =
                Csv.rows(Ran.marrow("export", study, "--format", "csv").out());
        for (String name : List.of("km", "cif", "exact")) {
            double truth = analyses.at("/" + name + "/true_value/value").asDouble();
            List<Map<String, String>> estimated = rows.stream()
                    .filter(row -> row.get("analysis").equals(name))
                    .filter(row -> !row.get("estimate").isEmpty())
                    .toList();
            assertTrue(estimated.size() > 20 && estimated.size() < 380, () -> name + ": " + estimated.size());
            long cover = estimated.stream()
                    .filter(row -> Double.parseDouble(row.get("lower")) <= truth
                            && truth <= Double.parseDouble(row.get("upper")))
                    .count();
            assertEquals(
                    (double) cover / estimated.size(),
                    analyses.at("/" + name + "/coverage/value").asDouble(),
                    1e-12,
                    name);
        }
    }
}
