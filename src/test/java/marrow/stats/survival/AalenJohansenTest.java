package marrow.stats.survival;

import static marrow.stats.survival.IncidenceVariance.AALEN;
import static marrow.stats.survival.IncidenceVariance.GREENWOOD;
import static marrow.stats.survival.IncidenceVariance.INFINITESIMAL_JACKKNIFE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.Confidence;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Interval;
import org.junit.jupiter.api.Test;

class AalenJohansenTest {
    private static final RTable R = RTable.read("/marrow/stats/aalen-johansen.csv.gz");

    private static AalenJohansen estimate(int row) {
        return AalenJohansen.of(KaplanMeierTest.sample(R, row), (int) R.number(row, "causes"));
    }

    @Test
    void incidence_and_error_are_those_of_survfit() {
        assertEquals(1200, R.size());
        for (int row = 0; row < R.size(); row++) {
            AalenJohansen aj = estimate(row);
            double[] at = R.numbers(row, "at");
            int index = 0;
            for (int cause = 1; cause <= (int) R.number(row, "causes"); cause++) {
                for (double t : at) {
                    String what = "cause " + cause + ", row " + row + " at " + t;
                    SameAsR.estimate(R.numbers(row, "incidence")[index], aj.incidence(cause, t), what);
                    SameAsR.estimate(
                            R.numbers(row, "error")[index],
                            aj.standardError(cause, t, INFINITESIMAL_JACKKNIFE),
                            "error, " + what);
                    index++;
                }
            }
        }
    }

    @Test
    void intervals_are_those_of_survfit() {
        for (int row = 0; row < R.size(); row++) {
            AalenJohansen aj = estimate(row);
            double[] limits = R.numbers(row, "limits");
            int index = 0;
            for (ConfidenceScale scale : ConfidenceScale.values()) {
                Confidence confidence = Confidence.of(scale, 0.95);
                for (int cause = 1; cause <= (int) R.number(row, "causes"); cause++) {
                    for (double t : R.numbers(row, "at")) {
                        String what = scale + ", cause " + cause + ", row " + row + " at " + t;
                        Interval ours = aj.interval(cause, t, INFINITESIMAL_JACKKNIFE, confidence);
                        double f = aj.incidence(cause, t);
                        limit(limits[index++], ours.lower(), f, scale, 0, what);
                        limit(limits[index++], ours.upper(), f, scale, 1, what);
                    }
                }
            }
        }
    }

    private static void limit(double r, double ours, double f, ConfidenceScale scale, double unknown, String what) {
        if (f == 1) { // where R misses 1 by the last bit, its limits are those of that bit
            boolean point = scale == ConfidenceScale.PLAIN || scale == ConfidenceScale.LOG;
            assertEquals(point ? 1 : unknown, ours, 1e-12, what);
        } else if (Double.isNaN(r)) {
            assertEquals(0, f, what);
            assertEquals(unknown, ours, what);
        } else {
            SameAsR.estimate(r, ours, what);
        }
    }

    @Test
    void incidence_and_variance_are_those_of_etm() {
        assertTrue(compared("etm", "etm_variance", GREENWOOD) > 700);
    }

    @Test
    void incidence_and_variance_are_those_of_cuminc() {
        assertTrue(compared("cuminc", "cuminc_variance", AALEN) > 300);
    }

    private static int compared(String incidence, String variance, IncidenceVariance kind) {
        int compared = 0;
        for (int row = 0; row < R.size(); row++) {
            if (R.has(row, incidence)) {
                AalenJohansen aj = estimate(row);
                int index = 0;
                for (int cause = 1; cause <= (int) R.number(row, "causes"); cause++) {
                    for (double t : R.numbers(row, "at")) {
                        String what = kind + ", cause " + cause + ", row " + row + " at " + t;
                        double error = aj.standardError(cause, t, kind);
                        SameAsR.estimate(R.numbers(row, incidence)[index], aj.incidence(cause, t), what);
                        SameAsR.estimate(R.numbers(row, variance)[index], error * error, "variance, " + what);
                        index++;
                    }
                }
                compared++;
            }
        }
        return compared;
    }

    @Test
    void causes_and_freedom_sum_to_one() {
        for (int row = 0; row < R.size(); row++) {
            AalenJohansen aj = estimate(row);
            for (double t : R.numbers(row, "at")) {
                double sum = aj.eventFree(t);
                for (int cause = 1; cause <= (int) R.number(row, "causes"); cause++) {
                    sum += aj.incidence(cause, t);
                }
                assertEquals(1, sum, 1e-12);
            }
        }
    }

    @Test
    void scratch_gives_the_same_bits_whatever_came_before() {
        AalenJohansen.Scratch scratch = new AalenJohansen.Scratch(4);
        for (int row = 0; row < R.size(); row++) {
            SurvivalSample s = KaplanMeierTest.sample(R, row);
            AalenJohansen own = AalenJohansen.of(s, 4);
            AalenJohansen lent = scratch.fit(s.time(), s.status(), s.entry(), s.weight(), s.size());
            double t = R.numbers(row, "at")[1];
            for (IncidenceVariance kind : IncidenceVariance.values()) {
                assertEquals(own.incidence(1, t), lent.incidence(1, t));
                assertEquals(own.standardError(1, t, kind), lent.standardError(1, t, kind));
            }
        }
    }

    @Test
    void nobody_and_nothing_have_their_documented_answers() {
        AalenJohansen nobody = AalenJohansen.of(SurvivalSample.of(new double[0], new int[0]), 2);
        assertEquals(0, nobody.incidence(2, 1));
        assertFalse(nobody.isFollowedTo(1));
        for (IncidenceVariance kind : IncidenceVariance.values()) {
            assertEquals(0, nobody.standardError(2, 1, kind));
            assertEquals(new Interval(0, 1), nobody.interval(2, 1, kind, Confidence.of(ConfidenceScale.LOG_LOG, 0.95)));
            assertEquals(new Interval(0, 0), nobody.interval(2, 1, kind, Confidence.of(ConfidenceScale.PLAIN, 0.95)));
        }
    }

    @Test
    void certainty_has_no_error_left_from_rounding() {
        double[] time = {1, 2, 3, 4, 5, 6, 7};
        int[] status = {1, 1, 1, 1, 1, 1, 1};
        AalenJohansen aj = AalenJohansen.of(SurvivalSample.of(time, status), 1);
        for (IncidenceVariance kind : List.of(INFINITESIMAL_JACKKNIFE, GREENWOOD)) {
            assertEquals(1, aj.incidence(1, 7));
            assertEquals(0, aj.standardError(1, 7, kind));
            assertEquals(
                    LandmarkTest.Verdict.NO_VARIANCE,
                    aj.test(1, 7, 0.5, kind, ConfidenceScale.PLAIN).verdict());
        }
    }

    /** Without truncation and weights the jackknife is Greenwood's variance, exactly. */
    @Test
    void jackknife_equals_greenwood_when_all_are_seen_from_the_start() {
        for (int row = 0; row < R.size(); row++) {
            if (!R.has(row, "entry") && !R.has(row, "weight")) {
                AalenJohansen aj = estimate(row);
                for (double t : R.numbers(row, "at")) {
                    assertEquals(
                            aj.standardError(1, t, GREENWOOD), aj.standardError(1, t, INFINITESIMAL_JACKKNIFE), 1e-9);
                }
            }
        }
    }

    @Test
    void the_value_does_not_follow_the_arrays_it_was_made_from() {
        double[] time = {1, 2, 3, 4};
        int[] status = {1, 2, 1, 0};
        double[] weight = {1, 2, 1, 1};
        AalenJohansen aj = AalenJohansen.of(SurvivalSample.of(time, status).weighted(weight), 2);
        double error = aj.standardError(1, 3, INFINITESIMAL_JACKKNIFE);
        status[0] = 2;
        weight[1] = 7;
        assertEquals(error, aj.standardError(1, 3, INFINITESIMAL_JACKKNIFE));
    }
}
