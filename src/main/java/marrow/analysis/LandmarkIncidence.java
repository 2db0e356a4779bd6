package marrow.analysis;

import marrow.stats.law.ConfidenceScale;
import marrow.stats.survival.IncidenceVariance;
import marrow.stats.survival.LandmarkTest;
import marrow.stats.survival.UnanimousTest;
import marrow.trial.endpoint.TimeToEvent;

/**
 * The Aalen-Johansen estimate of the cumulative incidence of the event at a landmark, beside what competes, and the test of it
 * on the scale of its interval ({@link LandmarkTest}). An incidence of 0 or 1 without an error on that scale is tested by how many it is of
 * ({@link UnanimousTest}). Where nobody was followed so far p is 1.
 *
 * @param day landmark, days since the origin
 */
public record LandmarkIncidence(
        String name, TimeToEvent endpoint, int arm, double day, ConfidenceScale scale, Hypothesis hypothesis)
        implements Analysis {
    @Override
    public String method() {
        return "Aalen-Johansen";
    }

    @Override
    public Estimand estimand() {
        return new Estimand.Incidence(arm, day);
    }

    @Override
    public Desk desk(Data data) {
        ArmCurve ofArm = data.arm(endpoint, arm);
        ArmLandmark landmark = ofArm.on(day);
        LandmarkTable table = new LandmarkTable(scale, hypothesis);
        return finding -> {
            finding.sample(ofArm.rows().size(), ofArm.rows().events());
            double error = ofArm.curve().standardError(1, day, IncidenceVariance.AALEN);
            table.fill(finding, landmark.incidence(), error, landmark);
        };
    }
}
