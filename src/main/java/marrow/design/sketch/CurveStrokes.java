package marrow.design.sketch;

import java.util.List;
import marrow.analysis.ArmCurve;
import marrow.analysis.Data;
import marrow.stats.survival.AalenJohansen;
import marrow.trial.cohort.ArmRows;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.TimeToEvent;

/**
 * The curve of one endpoint in one arm, on some days since the origin: survival where nothing competes, else incidence; and
 * after those how many are at risk on each. A curve has no value beyond the last patient followed.
 */
record CurveStrokes(TimeToEvent endpoint, int arm, List<Double> days) implements Strokes {
    @Override
    public int width() {
        return 2 * days.size();
    }

    @Override
    public Reader reader(Cohort cohort, Data data) {
        ArmCurve ofArm = data.arm(endpoint, arm);
        return (endDay, row, at) -> {
            ArmRows rows = ofArm.rows();
            AalenJohansen curve = ofArm.curve();
            for (int k = 0; k < days.size(); k++) {
                double day = days.get(k);
                row[at + k] = !curve.isFollowedTo(day)
                        ? Double.NaN
                        : endpoint.causes() == 1 ? curve.eventFree(day) : curve.incidence(1, day);
                row[at + days.size() + k] = atRisk(rows, day);
            }
        };
    }

    private static int atRisk(ArmRows rows, double day) {
        int atRisk = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean come = rows.entry() == null || rows.entry()[i] <= day;
            atRisk += come && rows.time()[i] >= day ? 1 : 0;
        }
        return atRisk;
    }
}
