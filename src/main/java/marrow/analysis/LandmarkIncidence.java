package marrow.analysis;

import marrow.stats.law.ConfidenceScale;
import marrow.stats.survival.AalenJohansen;
import marrow.stats.survival.IncidenceVariance;
import marrow.trial.TimeToEvent;

/**
 * The Aalen-Johansen estimate of the cumulative incidence of the event at a landmark, beside what competes, and the test of it
 * on the scale of its interval. Where it cannot be tested p is 1.
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
        LandmarkTable table = new LandmarkTable(scale, hypothesis);
        return finding -> {
            AalenJohansen aj = ofArm.curve();
            finding.sample(ofArm.rows().size(), ofArm.rows().events());
            double error = aj.standardError(1, day, IncidenceVariance.AALEN);
            table.fill(finding, aj.incidence(1, day), error, aj.isFollowedTo(day));
        };
    }
}
