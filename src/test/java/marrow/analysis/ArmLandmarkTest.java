package marrow.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import marrow.stats.survival.AalenJohansen;
import marrow.stats.survival.EffectiveNumber;
import marrow.stats.survival.KaplanMeier;
import marrow.trial.cohort.ArmRows;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted where everybody was followed, or all but a few, is what the curves say, but for rounding; and where it is not, the curves are read. */
class ArmLandmarkTest {
    private static final int TRIALS = 50;
    private static final String TRIAL = """
            scenario: landmarks
            tracks: {vital: [alive, dead], disease: [none, relapsed], graft: [none, failed]}
            clocks:
              death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 40 %, by: 1 y}, then: {vital: dead}}
              relapse: {while: {vital: alive, disease: none}, hazard: {exponential: {}, reaches: 30 %, by: 1 y}, then: {disease: relapsed}}
              failure: {while: {vital: alive, graft: none}, hazard: {exponential: {}, reaches: 90 %, by: 1 y}, then: {graft: failed}}
            arms: {A: {}, B: {}}
            trial:
              patients: 40
              accrual: {over: 12 mo}
              follow-up: {last-patient: 6 mo}
              allocation: {blocks: 1}LOSS
            endpoints:
              OS: {event: death}
              CIR: {event: relapse, competing: death}
              GF: {event: failure, competing: death, intercurrent: {relapse: censor}}
              after: {event: death, from: relapse}
            analyses: {one: {log-rank: {endpoint: OS, alpha: 0.025}}}
            run: {seed: 9, horizon: 2 y}
            """;
    private static final double[] DAYS = {0, 30, 100, 182, 183, 400, 700, 800};

    @TempDir
    Path folder;

    private final KaplanMeier.Scratch product = new KaplanMeier.Scratch();
    private int complete;
    private int lacking;

    private void compare(String loss) throws IOException {
        compare(new Trials(folder, TRIAL.replace("LOSS", loss)));
    }

    private void compare(Trials trials) {
        for (int replicate = 0; replicate < TRIALS; replicate++) {
            trials.enrol(replicate);
            for (String name : new String[] {"OS", "CIR", "GF", "after"}) {
                for (int arm = 0; arm < 2; arm++) {
                    ArmCurve ofArm = trials.data().arm(trials.endpoint(name), arm);
                    for (double day : DAYS) {
                        assertAsTheCurve(
                                ofArm, day, name + " of arm " + arm + " on day " + day + " in trial " + replicate);
                    }
                }
            }
        }
    }

    private void assertAsTheCurve(ArmCurve ofArm, double day, String where) {
        ArmLandmark landmark = ofArm.on(day);
        AalenJohansen curve = ofArm.curve();
        ArmRows rows = ofArm.rows();
        complete += landmark.isComplete() ? 1 : 0;
        lacking += landmark.isComplete() ? 0 : 1;
        assertEquals(curve.isFollowedTo(day), landmark.isFollowedTo(), where);
        assertEquals(curve.eventFree(day), landmark.eventFree(), 1e-13, where);
        assertEquals(curve.incidence(1, day), landmark.incidence(), 1e-13, where);
        assertEquals(product.fit(curve.table()).standardError(day), landmark.eventFreeError(), 1e-13, where);
        double number = new EffectiveNumber().at(day, rows.time(), rows.entry(), rows.size(), curve::eventFree);
        assertEquals(number, landmark.effectiveNumber(), 1e-10, where);
    }

    @Test
    void with_everybody_followed_the_patients_are_counted() throws IOException {
        compare("");
        assertTrue(complete > 1000 && lacking > 1000, complete + " complete, " + lacking + " not");
    }

    @Test
    void with_patients_lost_others_are_counted_until_then_or_curves_are_read() throws IOException {
        compare("\n  lost: 50 % per y");
        assertTrue(complete > 100 && lacking > 2000, complete + " complete, " + lacking + " not");
    }

    /** The data are cut long after the horizon, so all days are due, and on the last of them nobody is in sight. */
    @Test
    void beyond_the_horizon_nobody_is_followed() throws IOException {
        compare(new Trials(folder, TRIAL.replace("LOSS", "").replace("last-patient: 6 mo", "last-patient: 4 y")));
        assertTrue(complete > 1000 && lacking > 100, complete + " complete, " + lacking + " not");
    }

    @Test
    void one_day_is_looked_at_once_a_cut_by_whoever_asks() throws IOException {
        Trials trials = new Trials(folder, TRIAL.replace("LOSS", ""));
        TimeToEvent survival = trials.endpoint("OS");
        ArmLandmark landmark = trials.data().arm(survival, 0).on(100);
        assertEquals(landmark, trials.data().arm(survival, 0).on(100));
        double before = Double.NaN;
        int changes = 0;
        for (int replicate = 0; replicate < TRIALS; replicate++) {
            trials.enrol(replicate);
            changes += landmark.eventFree() != before ? 1 : 0;
            before = landmark.eventFree();
        }
        assertTrue(changes > TRIALS / 2, "another trial is another answer: " + changes);
    }
}
