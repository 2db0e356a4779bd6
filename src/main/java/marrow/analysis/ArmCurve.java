package marrow.analysis;

import java.util.ArrayList;
import java.util.List;
import marrow.stats.survival.AalenJohansen;
import marrow.trial.cohort.ArmRows;
import marrow.trial.cohort.Sample;

/**
 * The rows of one arm in the present data of an endpoint, and the curve of incidence that they make. Each is made when somebody first asks
 * after a cut, and is the same for all who ask: the curve that is printed and the test at a landmark stand on one table of
 * risk sets, or on one count of patients where that tells as much ({@link ArmLandmark}). Scratch of one thread.
 */
public final class ArmCurve {
    private final Data data;
    private final ArmRows rows;
    private final int causes;
    private final AalenJohansen.Scratch scratch;
    private final List<ArmLandmark> landmarks = new ArrayList<>();
    private AalenJohansen curve;
    private long takenAt = -1;
    private long fittedAt = -1;

    ArmCurve(Data data, Sample sample, int arm) {
        this.data = data;
        rows = new ArmRows(sample, arm, sample.arms());
        causes = sample.endpoint().causes();
        scratch = new AalenJohansen.Scratch(causes);
    }

    public ArmRows rows() {
        if (takenAt != data.cuts()) {
            rows.take();
            takenAt = data.cuts();
        }
        return rows;
    }

    public AalenJohansen curve() {
        if (fittedAt != data.cuts()) {
            ArmRows present = rows();
            curve = scratch.fit(present.time(), present.status(), present.entry(), null, present.size());
            fittedAt = data.cuts();
        }
        return curve;
    }

    /** What the arm tells of one day since the origin. Asked for when a desk is made, not in every trial. */
    public ArmLandmark on(double day) {
        for (ArmLandmark asked : landmarks) {
            if (asked.day() == day) {
                return asked;
            }
        }
        ArmLandmark landmark = new ArmLandmark(data, this, causes, day);
        landmarks.add(landmark);
        return landmark;
    }
}
