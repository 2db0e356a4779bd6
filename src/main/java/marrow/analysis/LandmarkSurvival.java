package marrow.analysis;

import marrow.stats.law.ConfidenceScale;
import marrow.stats.survival.LandmarkTest;
import marrow.stats.survival.UnanimousTest;
import marrow.trial.endpoint.TimeToEvent;

/**
 * The Kaplan-Meier estimate at a landmark, with Greenwood's variance, and the test of it on the scale of its interval ({@link
 * LandmarkTest}). An estimate of 0 or 1 is tested by how many were at risk ({@link UnanimousTest}). Where nobody was followed so
 * far p is 1.
 *
 * @param day landmark, days since the origin
 */
public record LandmarkSurvival(
        String name, TimeToEvent endpoint, int arm, double day, ConfidenceScale scale, Hypothesis hypothesis)
        implements Analysis {
    @Override
    public String method() {
        return "Kaplan-Meier";
    }

    @Override
    public Estimand estimand() {
        return new Estimand.Survival(arm, day);
    }

    @Override
    public Desk desk(Data data) {
        ArmCurve ofArm = data.arm(endpoint, arm);
        ArmLandmark landmark = ofArm.on(day);
        LandmarkTable table = new LandmarkTable(scale, hypothesis);
        Desk anew = finding -> table.fill(finding, landmark.eventFree(), landmark.eventFreeError(), landmark);
        // What is not kept yet is found at the landmark itself, which has these counts.
        CountTable ofCounts = new CountTable((finding, free, patients) -> anew.analyse(finding));
        return finding -> {
            if (landmark.isComplete()) {
                ofCounts.fill(finding, landmark.free(), landmark.patients());
            } else {
                anew.analyse(finding);
            }
            finding.sample(ofArm.rows().size(), ofArm.rows().events());
        };
    }
}
