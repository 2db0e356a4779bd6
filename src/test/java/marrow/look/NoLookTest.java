package marrow.look;

import static marrow.look.WrittenTrials.withoutLooks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import marrow.design.metric.Results;
import marrow.design.metric.StudyReplicates;
import marrow.montecarlo.Replicates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial that nobody looks at, one whose looks are switched off, and one whose looks never decide are the same to the bit. */
class NoLookTest {
    private static final String TRIAL = """
        scenario: looked-at
        tracks:
          vital: [alive, dead]
          treatment: [control, blinatumomab]
        clocks:
          relapse:
            while: {vital: alive}
            hazard: {exponential: {median: 1 y}}
            times: [{when: {treatment: blinatumomab}, by: 0.6}]
          death: {while: {vital: alive}, hazard: {exponential: {median: 4 y}}, then: {vital: dead}}
          remission: {after: 14 d, chance: 30 %}
          visit: {while: {vital: alive}, after: 30 d, repeats: yes}
        arms: {control: {}, blinatumomab: {treatment: blinatumomab}}
        trial: {patients: 80, accrual: {rate: 5 per mo}, allocation: {blocks: 2}, lost: 5 % per y, follow-up: {events: 50, of: EFS}}
        endpoints:
          EFS: {event: [relapse, death], found: relapse, visits: {every: 30 d}, at: 1 y}
          CR: {reached: remission, by: 28 d}
          visits: {count: visit}
        analyses:
          primary: {log-rank: {endpoint: EFS, alpha: 0.025}}
          ratio: {cox: {endpoint: EFS, alpha: 0.025}}
          response: {exact-proportion: {endpoint: CR, arm: blinatumomab, null: 20 %, alpha: 0.05}}
          survival: {km-at: {endpoint: EFS, arm: blinatumomab, at: 1 y, null: 50 %, alpha: 0.05}}
        run: {seed: 5, horizon: 5 y}
        """;

    /** With these bounds nothing is ever decided before the end. */
    private static final String NEVER = """
        looks:
          interim: {group-sequential: {analysis: primary, when: {events: [10, 30], of: EFS}, SWITCH}}
          often: {group-sequential: {analysis: ratio, when: [{day: [3 mo, 6 mo]}, {enrolled: 50}], information: {events: 50}, lag: 10 d, SWITCH}}
        """;

    /** Every rule, so that most trials stop somewhere. */
    private static final String DECIDING = """
        looks:
          interim: {group-sequential: {analysis: primary, when: {events: [20, 35], of: EFS}, spending: pocock, futility: {conditional-power: 20 %}, lag: 20 d}}
          response: {simon: {analysis: response, r1: 4, n1: 15, r: 10, n: 30, accrual: paused}}
          belief: {posterior: {analysis: response, when: {enrolled: [30, 40]}, go: 97 %, no-go: 5 %, switched: SHARE}}
          survival: {predictive: {analysis: survival, when: {day: [6 mo, 9 mo]}, final: 25, go: 97 %, no-go: 5 %}}
        """;

    @TempDir
    Path folder;

    private StudyReplicates trials(String looks) throws IOException {
        return WrittenTrials.of(folder, TRIAL + looks);
    }

    private Results run(String looks) throws IOException {
        return WrittenTrials.results(trials(looks), 1000);
    }

    @Test
    void looks_that_never_decide_change_nothing() throws IOException {
        Results plain = run("");
        Results off = run(NEVER.replace("SWITCH", "switched: off"));
        Results on = run(NEVER.replace("SWITCH", "switched: on"));
        assertEquals(plain.toString(), off.toString());
        assertEquals(withoutLooks(plain), withoutLooks(on));
        assertEquals(0, sum(on, "p_stop_efficacy") + sum(on, "p_stop_futility"), "nothing was decided");
        assertFalse(on.looks().isEmpty());
        assertTrue(plain.looks().isEmpty() && plain.stopping().isEmpty());
        assertNotEquals(withoutLooks(plain), withoutLooks(run(DECIDING.replace("SHARE", "on"))));
    }

    private static double sum(Results results, String metric) {
        return results.stopping().stream()
                .filter(one -> one.name().equals(metric))
                .mapToDouble(one -> one.estimate().value())
                .sum();
    }

    /** The rows of trials 0 to 49 made in another order, after other trials: nothing is left behind in the committee. */
    @Test
    void a_trial_is_the_same_whatever_came_before_it() throws IOException {
        StudyReplicates trials = trials(DECIDING.replace("SHARE", "on"));
        Replicates.Worker used = trials.worker();
        double[] row = new double[trials.width()];
        double[] alone = new double[trials.width()];
        for (int r = 49; r >= 0; r--) {
            used.replicate(r, row);
            trials.worker().replicate(r, alone);
            assertTrue(Arrays.equals(alone, row), "replicate " + r);
        }
    }

    @Test
    void trials_with_looks_allocate_nothing_once_their_boundaries_are_known() throws IOException {
        Replicates.Worker worker;
        StudyReplicates trials = trials(DECIDING.replace("SHARE", "on"));
        worker = trials.worker();
        double[] row = new double[trials.width()];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int count = 300;
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int r = 0; r < count; r++) {
                worker.replicate(r, row);
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        // The question itself may allocate a little; one object a trial would be 4,800 bytes.
        assertTrue(bytes < 3000, bytes + " bytes in " + count + " trials");
    }
}
