package marrow.analysis;

import java.util.function.DoubleUnaryOperator;
import marrow.stats.survival.AalenJohansen;
import marrow.stats.survival.EffectiveNumber;
import marrow.trial.cohort.ArmRows;
import marrow.trial.cohort.Sample;

/**
 * The rows of one arm in the present data of an endpoint, and the curve of incidence that they make. Each is made when somebody first asks
 * after a cut, and is the same for all who ask: the curve that is printed and the test at a landmark stand on one table of
 * risk sets. Scratch of one thread.
 */
public final class ArmCurve {
    private final Data data;
    private final ArmRows rows;
    private final AalenJohansen.Scratch scratch;
    private final EffectiveNumber number = new EffectiveNumber();
    private final DoubleUnaryOperator eventFree;
    private AalenJohansen curve;
    private long takenAt = -1;
    private long fittedAt = -1;

    ArmCurve(Data data, Sample sample, int arm) {
        this.data = data;
        rows = new ArmRows(sample, arm, sample.arms());
        scratch = new AalenJohansen.Scratch(sample.endpoint().causes());
        eventFree = day -> curve().eventFree(day);
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

    /** How many patients followed to the day the curve is worth there. */
    double effectiveNumber(double day) {
        return number.at(day, rows().time(), rows().entry(), rows().size(), eventFree);
    }
}
