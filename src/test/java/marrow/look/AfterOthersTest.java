package marrow.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import marrow.design.AnalysedTrial;
import marrow.design.Study;
import marrow.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Boundaries are kept from trial to trial. Some of these trials end before their look, and with as many events as others have at it: what is an
 * interim look to the ones is the end to the others, and each must find its own.
 */
class AfterOthersTest {
    private static final int TRIALS = 200;
    private static final String TRIAL = """
            scenario: after-others
            tracks: {vital: [alive, dead], care: [usual, new]}
            clocks:
              death: {while: {vital: alive}, hazard: {exponential: {median: 6 mo}}, times: [{when: {care: new}, by: 0.4}], then: {vital: dead}}
            arms: {usual: {care: usual}, new: {care: new}}
            trial: {patients: 120, accrual: {rate: 6 per mo}, allocation: {blocks: 1}, follow-up: {until: 12 mo}}
            endpoints: {OS: {event: death, at: 6 mo}}
            analyses: {primary: {log-rank: {endpoint: OS, alpha: 0.025}}}
            looks:
              interim: {group-sequential: {analysis: primary, when: {enrolled: 70}, information: {events: 60}, spending: o-brien-fleming}}
            run: {seed: 7, horizon: 4 y}
            """;

    @TempDir
    Path folder;

    @Test
    void a_trial_is_judged_after_others_as_it_is_alone() throws IOException {
        Study study = ScenarioReader.read(Files.writeString(folder.resolve("trial.yaml"), TRIAL), Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study();
        AnalysedTrial busy = AnalysedTrial.of(study);
        Map<Boolean, Integer> ended = new HashMap<>();
        for (int number = 0; number < TRIALS; number++) {
            AnalysedTrial alone = AnalysedTrial.of(study);
            alone.simulate(number);
            busy.simulate(number);
            assertEquals(alone.trial().endDay(), busy.trial().endDay(), "end of trial " + number);
            assertEquals(alone.rejects(0), busy.rejects(0), "trial " + number);
            ended.merge(busy.trial().cohort().enrolledBy(busy.trial().endDay()) < 70, 1, Integer::sum);
        }
        assertTrue(ended.get(true) > 50 && ended.get(false) > 50, "without and with their look: " + ended);
    }
}
