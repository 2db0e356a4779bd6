package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.Confidence;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Interval;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    private static final RTable R = RTable.read("/marrow/stats/kaplan-meier.csv.gz");
    private static final double[] SHARES = {0.13, 0.25, 0.5, 0.75};

    static SurvivalSample sample(RTable table, int row) {
        SurvivalSample sample = SurvivalSample.of(table.numbers(row, "time"), table.integers(row, "status"));
        if (table.has(row, "entry")) {
            sample = sample.enteredAt(table.numbers(row, "entry"));
        }
        return table.has(row, "weight") ? sample.weighted(table.numbers(row, "weight")) : sample;
    }

    @Test
    void a_thousand_samples_and_more_are_those_of_the_brief() {
        assertEquals(1200, R.size());
    }

    @Test
    void survival_and_error_are_those_of_R() {
        for (int row = 0; row < R.size(); row++) {
            KaplanMeier km = KaplanMeier.of(sample(R, row));
            double[] at = R.numbers(row, "at");
            for (int k = 0; k < at.length; k++) {
                double s = R.numbers(row, "survival")[k];
                double error = R.numbers(row, "error")[k];
                SameAsR.estimate(s, km.survival(at[k]), "row " + row);
                SameAsR.estimate(s == 0 ? 0 : error, km.standardError(at[k]), "error, row " + row);
            }
        }
    }

    @Test
    void intervals_are_those_of_R() {
        for (int row = 0; row < R.size(); row++) {
            KaplanMeier km = KaplanMeier.of(sample(R, row));
            double[] at = R.numbers(row, "at");
            double[] limits = R.numbers(row, "limits");
            int index = 0;
            for (ConfidenceScale scale : ConfidenceScale.values()) {
                Confidence confidence = Confidence.of(scale, 0.95);
                for (int k = 0; k < at.length; k++) {
                    String what = scale + ", row " + row + " at " + at[k];
                    Interval interval = km.interval(at[k], confidence);
                    limit(limits[index++], interval.lower(), km.survival(at[k]), scale, 0, what);
                    limit(limits[index++], interval.upper(), km.survival(at[k]), scale, 1, what);
                }
            }
        }
    }

    /** Where R says NA the interval is [0, 1], or at S = 0 on the plain scale the point. */
    private static void limit(double r, double ours, double s, ConfidenceScale scale, double unknown, String what) {
        if (Double.isNaN(r)) {
            assertTrue(s == 0 || s == 1, what);
            assertEquals(scale == ConfidenceScale.PLAIN ? s : unknown, ours, what);
        } else {
            SameAsR.estimate(r, ours, what);
        }
    }

    @Test
    void quantiles_and_their_intervals_are_those_of_R() {
        for (int row = 0; row < R.size(); row++) {
            KaplanMeier km = KaplanMeier.of(sample(R, row));
            double[] quantile = R.numbers(row, "quantile");
            double[] limits = R.numbers(row, "quantile_limits");
            for (int k = 0; k < SHARES.length; k++) {
                same(quantile[k], km.quantile(SHARES[k]), "share " + SHARES[k] + ", row " + row);
            }
            int index = 0;
            for (ConfidenceScale scale : ConfidenceScale.values()) {
                Confidence confidence = Confidence.of(scale, 0.95);
                for (double share : SHARES) {
                    String what = scale + ", share " + share + ", row " + row;
                    same(limits[index++], km.quantileLower(share, confidence), "lower, " + what);
                    same(limits[index++], km.quantileUpper(share, confidence), "upper, " + what);
                }
            }
        }
    }

    private static void same(double r, OptionalDouble ours, String what) {
        SameAsR.estimate(r, ours.orElse(Double.NaN), what);
    }

    @Test
    void restricted_mean_is_that_of_R() {
        for (int row = 0; row < R.size(); row++) {
            KaplanMeier km = KaplanMeier.of(sample(R, row));
            double tau = R.number(row, "tau");
            SameAsR.estimate(R.number(row, "mean"), km.restrictedMean(tau), "mean, row " + row);
            SameAsR.estimate(R.number(row, "mean_error"), km.restrictedMeanError(tau), "error, row " + row);
        }
    }

    @Test
    void cumulative_hazard_is_that_of_R() {
        for (int row = 0; row < R.size(); row++) {
            NelsonAalen estimate = NelsonAalen.of(sample(R, row));
            double[] at = R.numbers(row, "at");
            for (int k = 0; k < at.length; k++) {
                SameAsR.estimate(R.numbers(row, "hazard")[k], estimate.cumulativeHazard(at[k]), "hazard, row " + row);
                SameAsR.estimate(R.numbers(row, "hazard_error")[k], estimate.standardError(at[k]), "error, row " + row);
            }
        }
    }

    @Test
    void scratch_gives_the_same_bits_whatever_came_before() {
        KaplanMeier.Scratch scratch = new KaplanMeier.Scratch();
        NelsonAalen.Scratch hazards = new NelsonAalen.Scratch();
        for (int row = 0; row < R.size(); row++) {
            SurvivalSample s = sample(R, row);
            double t = R.numbers(row, "at")[0];
            KaplanMeier lent = scratch.fit(s.time(), s.status(), s.entry(), s.weight(), s.size());
            KaplanMeier own = KaplanMeier.of(s);
            assertEquals(own.survival(t), lent.survival(t));
            assertEquals(own.standardError(t), lent.standardError(t));
            assertEquals(own.table().lastTime(), lent.table().lastTime());
            assertEquals(own.table().count(), lent.table().count());
            assertEquals(
                    NelsonAalen.of(s).standardError(t),
                    hazards.fit(s.time(), s.status(), s.entry(), s.weight(), s.size())
                            .standardError(t));
        }
    }

    /**
     * Freireich et al. (1963), 6-mercaptopurine in children with acute leukaemia, weeks in remission, as worked in Klein
     * and Moeschberger (2003), Survival Analysis, tables 4.1 and 4.3 (2nd edition): S(10) = 0.753 with error 0.0963,
     * S(23) = 0.448 with error 0.1346.
     */
    @Test
    void the_textbook_example_of_remission_in_acute_leukaemia() {
        double[] weeks = {10, 7, 32, 23, 22, 6, 16, 34, 32, 25, 11, 20, 19, 6, 17, 35, 6, 13, 9, 6, 10};
        int[] relapsed = {1, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0};
        KaplanMeier km = KaplanMeier.of(SurvivalSample.of(weeks, relapsed));
        assertEquals(0.753, km.survival(10), 5e-4);
        assertEquals(0.0963, km.standardError(10), 1e-4);
        assertEquals(0.448, km.survival(23), 5e-4);
        assertEquals(0.1346, km.standardError(23), 1e-4);
        assertEquals(23, km.median().orElseThrow());
    }

    @Test
    void nobody_and_nothing_have_their_documented_answers() {
        KaplanMeier nobody = KaplanMeier.of(SurvivalSample.of(new double[0], new int[0]));
        assertEquals(1, nobody.survival(5));
        assertEquals(0, nobody.standardError(5));
        assertEquals(new Interval(0, 1), nobody.interval(5, Confidence.of(ConfidenceScale.LOG_LOG, 0.95)));
        assertEquals(new Interval(1, 1), nobody.interval(5, Confidence.of(ConfidenceScale.LOG, 0.95)));
        assertEquals(OptionalDouble.empty(), nobody.median());
        assertEquals(5, nobody.restrictedMean(5));
        assertEquals(0, nobody.restrictedMeanError(5));
        assertFalse(nobody.isFollowedTo(5));

        NelsonAalen none = NelsonAalen.of(SurvivalSample.of(new double[] {3}, new int[] {0}));
        assertEquals(new Interval(0, 0), none.plainInterval(4, 0.95));
        assertEquals(new Interval(0, Double.POSITIVE_INFINITY), none.logInterval(4, 0.95));
    }

    @Test
    void hazard_intervals_by_hand() {
        NelsonAalen one = NelsonAalen.of(SurvivalSample.of(new double[] {1, 2, 3, 4}, new int[] {1, 0, 0, 0}));
        assertEquals(0.25, one.cumulativeHazard(1));
        assertEquals(0.25, one.standardError(1));
        Interval plain = one.plainInterval(9, 0.95);
        assertEquals(0, plain.lower());
        assertEquals(0.25 * 2.959963984540054, plain.upper(), 1e-12);
        Interval log = one.logInterval(9, 0.95);
        assertEquals(0.25 / 7.0990713, log.lower(), 1e-8);
        assertEquals(0.25 * 7.0990713, log.upper(), 1e-7);
    }

    @Test
    void follow_up_ends_with_the_last_subject_unless_nobody_is_left() {
        KaplanMeier censored = KaplanMeier.of(SurvivalSample.of(new double[] {1, 2}, new int[] {1, 0}));
        assertTrue(censored.isFollowedTo(2));
        assertFalse(censored.isFollowedTo(2.1));
        assertEquals(0.5, censored.survival(2.1));
        KaplanMeier gone = KaplanMeier.of(SurvivalSample.of(new double[] {1, 2}, new int[] {1, 1}));
        assertTrue(gone.isFollowedTo(99));
    }
}
