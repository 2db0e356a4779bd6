package marrow.stats.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import org.junit.jupiter.api.Test;

class OneSampleLogRankSizeTest {
    private static final RTable R = RTable.read("one-sample-size.csv.gz");

    /** Wu's integrals over the time of the event, here averages over the end of follow-up; one-sample-size-reference.R. */
    @Test
    void as_integrated_in_r() {
        assertEquals(1000, R.size());
        for (int row = 0; row < R.size(); row++) {
            String what = R.line(row);
            OneSampleLogRankSize size = OneSampleLogRankSize.of(
                    weibull(R.number(row, "shape"), R.number(row, "median")),
                    R.number(row, "ratio"),
                    R.number(row, "accrual"),
                    R.number(row, "follow"),
                    R.number(row, "loss"));
            double alpha = R.number(row, "alpha");
            SameAsR.estimate(R.number(row, "events"), size.eventsPerPatient(), what);
            SameAsR.estimate(R.number(row, "patients"), size.patients(alpha, R.number(row, "power")), what);
            SameAsR.pValue(R.number(row, "reached"), size.power((int) R.number(row, "n"), alpha), what);
        }
    }

    private static DoubleUnaryOperator weibull(double shape, double median) {
        return t -> t == 0 ? 0 : StrictMath.log(2) * StrictMath.exp(shape * StrictMath.log(t / median));
    }

    /**
     * The example of Wu (2015): primary biliary cirrhosis under the standard treatment, Weibull with shape 1.22 and median
     * 9 years; hazard ratio 1/1.75, 5 years of accrual, 3 of follow-up, one-sided 0.05, power 0.8: 88 patients, whose
     * power is 0.803. As they stand in the documentation of the R package logRank1s (X. Yuan, GitHub), written for that
     * paper, and 88 in summaries of it; the paper was not at hand.
     */
    @Test
    void primary_biliary_cirrhosis() {
        OneSampleLogRankSize size = OneSampleLogRankSize.of(weibull(1.22, 9), 1 / 1.75, 5, 3, 0);
        assertEquals(88, Math.ceil(size.patients(0.05, 0.8)));
        assertEquals(0.803, size.power(88, 0.05), 5e-4);
    }

    /** Everybody at once, nobody lost, a rate of 1 to time 1: all moments by hand. */
    @Test
    void one_length_of_follow_up() {
        double d = 0.5;
        OneSampleLogRankSize size = OneSampleLogRankSize.of(t -> t, d, 0, 1, 0);
        double events = 1 - StrictMath.exp(-d);
        assertEquals(events, size.eventsPerPatient(), 1e-15);
        double product = (1 - (1 + d) * StrictMath.exp(-d)) / d; // of O and E
        double variance = events + 2 * product / d - 2 * product - Math.pow(events - events / d, 2);
        double root = Math.sqrt(events / d) * 1.6448536269514722 + Math.sqrt(variance) * 0.8416212335729143;
        assertEquals(Math.pow(root / (events - events / d), 2), size.patients(0.05, 0.8), 1e-11);
    }

    /** A size rounded up reaches its power, one patient fewer does not, on either side of 1. */
    @Test
    void size_and_power_agree() {
        for (double ratio : new double[] {0.6, 1.5}) {
            OneSampleLogRankSize size = OneSampleLogRankSize.of(t -> 0.4 * t, ratio, 2, 1, 0.05);
            int n = (int) Math.ceil(size.patients(0.025, 0.9));
            assertTrue(size.power(n, 0.025) >= 0.9);
            assertTrue(size.power(n - 1, 0.025) < 0.9);
        }
    }

    @Test
    void refusals() {
        DoubleUnaryOperator h = t -> t;
        assertThrows(IllegalArgumentException.class, () -> OneSampleLogRankSize.of(h, 0, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> OneSampleLogRankSize.of(h, 0.5, -1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> OneSampleLogRankSize.of(h, 0.5, 1, Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> OneSampleLogRankSize.of(h, 0.5, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> OneSampleLogRankSize.of(h, 0.5, 1, 1, -0.1));
        assertThrows(IllegalArgumentException.class, () -> OneSampleLogRankSize.of(t -> -t, 0.5, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> OneSampleLogRankSize.of(t -> 0, 0.5, 1, 1, 0));
        OneSampleLogRankSize same = OneSampleLogRankSize.of(h, 1, 1, 1, 0);
        assertThrows(IllegalArgumentException.class, () -> same.patients(0.05, 0.8));
        OneSampleLogRankSize better = OneSampleLogRankSize.of(h, 0.5, 1, 1, 0);
        assertThrows(IllegalArgumentException.class, () -> better.patients(0.8, 0.05));
        assertThrows(IllegalArgumentException.class, () -> better.power(0, 0.05));
        assertThrows(IllegalArgumentException.class, () -> better.power(10, 1));
    }
}
