package marrow.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import marrow.design.Role;
import marrow.design.Study;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.look.WrittenTrials;
import marrow.montecarlo.Estimate;
import marrow.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a drug that kills looks like under a two-sided test, and under a one-sided one. */
class LookTableTest {
    private static final String TRIAL = """
            scenario: sides
            tracks: {vital: [alive, dead], care: [usual, new]}
            clocks:
              death:
                while: {vital: alive}
                hazard: {exponential: {median: 1 y}}
                times: [{when: {care: new}, by: 3}]
                then: {vital: dead}
            arms: {usual: {care: usual}, new: {care: new}}
            trial: {patients: 200, accrual: {over: 12 mo}, allocation: {blocks: 1}, follow-up: {events: 120, of: OS}}
            endpoints: {OS: {event: death}}
            analyses: {primary: {log-rank: {endpoint: OS, alpha: 0.025, alternative: SIDE}}}
            looks: {early: {group-sequential: {analysis: primary, when: WHEN, spending: o-brien-fleming FUTILITY}}}
            run: {seed: 5, horizon: 5 y}
            """;

    private static final String EITHER =
            "With a two-sided test efficacy is a difference on either side, for better or worse.";

    @TempDir
    Path folder;

    private Study study(String side, String futility) throws IOException {
        return study(side, futility, "{events: 80, of: OS}");
    }

    private Study study(String side, String futility, String when) throws IOException {
        String yaml = TRIAL.replace("SIDE", side).replace("FUTILITY", futility).replace("WHEN", when);
        return WrittenTrials.study(folder, yaml);
    }

    private static Results run(Study study) {
        return WrittenTrials.results(WrittenTrials.of(study, Role.ALTERNATIVE), 64);
    }

    private static double find(Results results, String name) {
        return Metric.find(results.looks().get("early").get(0), name)
                .map(Estimate::value)
                .orElse(Double.NaN);
    }

    private static String words(Results results, Study study) {
        return LookTable.of(results, study.rules()).replaceAll("\\s+", " ");
    }

    /** The trial ends with 120 events. */
    @Test
    void looks_that_no_trial_had_are_named() throws IOException {
        Study study = study("less", ", futility: {z: [-9]}");
        assertFalse(words(run(study), study).contains("No trial had"), words(run(study), study));
        Study late = study("less", ", information: {events: 130}", "{events: 120, of: OS}");
        assertTrue(
                words(run(late), late).contains("No trial had look 1 of early: each had ended before its decision."),
                words(run(late), late));
    }

    @Test
    void a_two_sided_test_says_what_its_efficacy_is_and_has_no_futility() throws IOException {
        Study study = study("two-sided", "");
        Results results = run(study);
        assertTrue(find(results, "p_stop_efficacy") > 0.9);
        assertTrue(words(results, study).contains(EITHER), words(results, study));
        assertTrue(find(results, "z_bound") > 0);
        assertEquals(Double.NaN, find(results, "z_futility"));
    }

    @Test
    void a_look_that_rejects_nothing_has_neither_critical_value_nor_level() throws IOException {
        String yaml = TRIAL.replace("SIDE", "less")
                .replace("WHEN", "{events: 80, of: OS}")
                .replace("spending: o-brien-fleming FUTILITY", "futility: {z: [0]}");
        Study study = ScenarioReader.read(Files.writeString(folder.resolve("never.yaml"), yaml), Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study();
        Results results = run(study);
        assertEquals(Double.NaN, find(results, "p_bound"));
        assertEquals("-", LookTable.level(results.looks().get("early").get(0)));
        assertTrue(words(results, study).contains(" - - 0.0 "), words(results, study));
    }

    @Test
    void a_one_sided_test_gives_up() throws IOException {
        Study study = study("less", ", futility: {z: [0]}");
        Results results = run(study);
        assertTrue(find(results, "p_stop_futility") > 0.9);
        assertFalse(words(results, study).contains("two-sided"));
        assertEquals(0, find(results, "z_futility"));
    }
}
