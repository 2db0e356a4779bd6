package marrow.look;

import static marrow.look.WrittenTrials.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A design in stages whose trial ends on a day on which some have still to answer and others never came. */
class StagesTest {
    private static final String TRIAL = """
            scenario: stages
            clocks:
              complete: {after: 14 d, chance: 30 %}
            trial: {patients: 40, accrual: {rate: 10 per mo}, follow-up: {until: UNTIL}}
            endpoints: {CR: {reached: complete, by: 28 d}}
            analyses: {primary: {exact-proportion: {endpoint: CR, null: 10 %, alpha: 0.025}}}
            looks:
              two: {stages: {analysis: primary, patients: [10, 40], accept: [-1, 8], reject: [11, 9]}}
            run: {seed: 1, horizon: 1 y}
            """;

    @TempDir
    Path folder;

    private Results run(String until) throws IOException {
        return WrittenTrials.results(folder, TRIAL.replace("UNTIL", until), 64);
    }

    @Test
    void the_end_is_judged_by_those_whose_answers_are_due_as_the_exact_test_is() throws IOException {
        Results results = run("75 d");
        List<Metric> end = results.looks().get("two").get(1);
        List<Metric> due = results.endpoints().get("CR");
        assertTrue(value(due, "patients") < 20, "of 40");
        assertEquals(value(due, "patients"), value(end, "patients"));
        assertEquals(value(due, "responses"), value(end, "events"));
        assertEquals(value(due, "patients") / 40, value(end, "info_frac"), 1e-12);
    }

    @Test
    void a_last_stage_that_is_full_is_judged_by_all() throws IOException {
        List<Metric> end = run("1 y").looks().get("two").get(1);
        assertEquals(40, value(end, "patients"));
        assertEquals(1, value(end, "info_frac"));
    }
}
