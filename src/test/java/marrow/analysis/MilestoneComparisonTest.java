package marrow.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import marrow.stats.law.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A drug that lets nobody have the event speaks for itself, on whatever scale it is asked. Nobody is lost: estimates are shares. */
class MilestoneComparisonTest {
    private static final int IN_AN_ARM = 20;
    private static final int TRIALS = 1_000;
    private static final String TRIAL = """
            scenario: milestones
            tracks: {vital: [alive, dead], care: [usual, new]}
            clocks:
              death:
                while: {vital: alive}
                hazard: {exponential: {}, reaches: CONTROL, by: 1 y}
                times: [{when: {care: new}, by: RATIO}]
                then: {vital: dead}
            arms: {usual: {care: usual}, new: {care: new}}
            trial: {patients: 40, accrual: {over: 12 mo}, allocation: {blocks: 1}, follow-up: {last-patient: 1 y}}
            endpoints: {OS: {event: death, at: 1 y}, died: {reached: death, by: 1 y}}
            analyses:
              log-log: {milestone: {endpoint: OS, at: 1 y, alpha: 0.025}}
              log: {milestone: {endpoint: OS, at: 1 y, alpha: 0.025, interval: log}}
              arcsine: {milestone: {endpoint: OS, at: 1 y, alpha: 0.025, interval: arcsine}}
              logit: {milestone: {endpoint: OS, at: 1 y, alpha: 0.025, interval: logit}}
              plain: {milestone: {endpoint: OS, at: 1 y, alpha: 0.025, interval: plain}}
              both-sides: {milestone: {endpoint: OS, at: 1 y, alpha: 0.05, alternative: two-sided}}
              fisher: {fisher: {endpoint: died, alpha: 0.025, alternative: less}}
            run: {seed: 5, horizon: 4 y}
            """;

    @TempDir
    Path folder;

    private Trials trials(String control, String ratio) throws IOException {
        return new Trials(folder, TRIAL.replace("CONTROL", control).replace("RATIO", ratio));
    }

    /** With x of 20 events in the first group alone, z is (x / 20) / sqrt((x / 20) (1 - x / 20) / 20), by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"log-log", "arcsine", "logit"})
    void where_one_group_has_no_event_the_difference_is_tested_by_the_variance_of_the_other(String scale)
            throws IOException {
        Trials trials = trials("40 %", "0.0001");
        int met = 0;
        for (int replicate = 0; replicate < 50; replicate++) {
            trials.enrol(replicate);
            Finding found = trials.of(scale);
            int events = (int) Math.round(found.estimate() * IN_AN_ARM);
            if (events > 0 && events < IN_AN_ARM) {
                met++;
                double share = (double) events / IN_AN_ARM;
                double z = share / Math.sqrt(share * (1 - share) / IN_AN_ARM);
                assertEquals(Gaussian.upperTail(z), found.p(), 1e-12);
                assertEquals(trials.of("plain").p(), found.p(), 1e-12);
                assertEquals(2 * Gaussian.upperTail(z), trials.of("both-sides").p(), 1e-12);
                assertEquals(found.p() <= 0.025, found.rejects());
                assertEquals(found.lower() > 0, found.rejects(), "as the interval says");
            }
        }
        assertEquals(50, met);
    }

    @Test
    void where_everybody_in_one_group_has_the_event_the_difference_is_tested_too() throws IOException {
        Trials trials = trials("99.9999 %", "0.05");
        trials.enrol(0);
        assertTrue(trials.of("plain").p() < 0.01);
        assertEquals(trials.of("plain").p(), trials.of("log-log").p(), 1e-12);
        assertEquals(trials.of("plain").p(), trials.of("log").p(), 1e-12);
    }

    @Test
    void without_a_variance_in_either_group_p_is_1() throws IOException {
        Trials trials = trials("0.0001 %", "1");
        trials.enrol(0);
        assertEquals(1, trials.of("log-log").p());
        assertEquals(1, trials.of("plain").p());
        assertEquals(1, trials.of("both-sides").p());
    }

    /** Power rises with the effect, as that of Fisher's test does: it fell from 0.42 to 0.04 when a group without events was no evidence. Seed fixed. */
    @ParameterizedTest
    @ValueSource(strings = {"log-log", "arcsine", "logit"})
    void a_better_drug_has_more_power(String scale) throws IOException {
        double before = 0;
        for (String ratio : new String[] {"0.4", "0.1", "0.005"}) {
            Trials trials = trials("40 %", ratio);
            double power = trials.rejected(scale, TRIALS);
            assertTrue(power > before, ratio + ": " + power + " after " + before);
            assertTrue(power >= trials.rejected("fisher", TRIALS), ratio + ": " + power);
            before = power;
        }
        assertTrue(before > 0.9, "nearly always: " + before);
    }
}
