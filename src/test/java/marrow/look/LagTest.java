package marrow.look;

import static marrow.look.WrittenTrials.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import marrow.design.metric.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial that ends at its look, at once or when a decision has been made, while patients go on to come and to be lost. */
class LagTest {
    private static final String TRIAL = """
            scenario: lag
            tracks: {vital: [alive, dead]}
            clocks:
              death: {while: {vital: alive}, hazard: {exponential: {median: 2 y}}, then: {vital: dead}}
            trial: {patients: 160, accrual: {rate: 6 per mo}, lost: 40 % per y, follow-up: {last-patient: 1 y}}
            endpoints: {OS: {event: death, at: 6 mo}}
            analyses: {primary: {km-at: {endpoint: OS, at: 6 mo, null: 50 %, alpha: 0.025}}}
            looks:
              interim: {group-sequential: {analysis: primary, when: {day: 400 d}, information: {patients: 160}, futility: {z: [9]}, lag: LAG}}
            run: {seed: 7, horizon: 4 y}
            """;

    @TempDir
    Path folder;

    private List<Metric> run(String lag) throws IOException {
        return WrittenTrials.results(folder, TRIAL.replace("LAG", lag), 64).trial();
    }

    @Test
    void patients_come_until_the_decision_and_are_lost_before_the_cut() throws IOException {
        List<Metric> atOnce = run("0 d");
        List<Metric> later = run("200 d");
        assertEquals(400, value(atOnce, "duration_days"));
        assertEquals(600, value(later, "duration_days"));
        assertTrue(value(later, "enrolled") > value(atOnce, "enrolled") + 20, "patients came");
        assertTrue(value(later, "accrual_days") > 500, "until the decision");
        assertEquals(value(atOnce, "lost"), value(later, "lost"), "the data are those of the same cut");
    }
}
