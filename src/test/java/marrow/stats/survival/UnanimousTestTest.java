package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marrow.stats.law.BinomialLaw;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Gaussian;
import marrow.stats.law.Interval;
import marrow.stats.proportion.ExactBinomialTest;
import marrow.stats.proportion.ProportionInterval;
import org.junit.jupiter.api.Test;

class UnanimousTestTest {
    @Test
    void of_whole_patients_it_is_the_exact_binomial_test_with_the_interval_of_clopper_and_pearson() {
        for (int n : new int[] {1, 5, 31, 200}) {
            for (double p0 : new double[] {0.05, 0.5, 0.62, 0.99}) {
                UnanimousTest all = new UnanimousTest(true, n, p0);
                UnanimousTest none = new UnanimousTest(false, n, p0);
                assertEquals(new ExactBinomialTest(n, n, p0).pGreater(), all.pGreater(), 1e-13);
                assertEquals(Gaussian.upperTail(-Math.sqrt(n * (1 - p0) / p0)), all.pLess(), 1e-14);
                assertEquals(new ExactBinomialTest(0, n, p0).pLess(), none.pLess(), 1e-13);
                assertEquals(Gaussian.upperTail(-Math.sqrt(n * p0 / (1 - p0))), none.pGreater(), 1e-14);
                assertTrue(all.pLess() > 0.5 && none.pGreater() > 0.5);
                for (double level : new double[] {0.9, 0.95}) {
                    same(ProportionInterval.CLOPPER_PEARSON.of(n, n, level), all.interval(level));
                    same(ProportionInterval.CLOPPER_PEARSON.of(0, n, level), none.interval(level));
                }
            }
        }
    }

    private static void same(Interval expected, Interval actual) {
        assertEquals(expected.lower(), actual.lower(), 1e-12);
        assertEquals(expected.upper(), actual.upper(), 1e-12);
    }

    @Test
    void it_rejects_just_when_its_interval_leaves_the_hypothesis_out() {
        for (double n = 0.5; n < 60; n += 0.7) {
            for (double p0 = 0.05; p0 < 1; p0 += 0.1) {
                for (boolean one : new boolean[] {true, false}) {
                    UnanimousTest test = new UnanimousTest(one, n, p0);
                    boolean out = !test.interval(0.9).contains(p0);
                    assertEquals(out, test.pTwoSided() < 0.1, test.toString());
                    assertEquals(out, Math.min(test.pGreater(), test.pLess()) < 0.05, test.toString());
                }
            }
        }
    }

    /**
     * All 30 had the event, two, or ten, or four one by one, were censored on the way: the chance that the product of beta laws of Fay, Brittain
     * and Proschan is above 10 %, which is a sum of exponential times, by uniformisation in R 4.2. {@code Y} are those at
     * risk at each event: {@code c(30:16, 13:1)}, {@code c(30:21, 10:1)}, {@code c(30:26, 24:20, 18:14, 12:8, 6:1)}.
     */
    @Test
    void with_censoring_it_is_near_the_product_of_beta_laws_and_not_below() {
        double[] left = {26, 15, 30 * (24.0 / 25) * (18.0 / 19) * (12.0 / 13) * (6.0 / 7)};
        double[] product = {0.06339983, 0.2014373, 0.09729691};
        for (int i = 0; i < left.length; i++) {
            double p = new UnanimousTest(false, left[i], 0.1).pLess();
            assertTrue(p > product[i] && p < 1.06 * product[i], p + ", and " + product[i]);
        }
    }

    @Test
    void of_nobody_nothing_is_known() {
        UnanimousTest nobody = new UnanimousTest(true, 0, 0.62);
        assertEquals(1, nobody.pGreater());
        assertEquals(1, nobody.pLess());
        assertEquals(1, nobody.pTwoSided());
        assertEquals(new Interval(0, 1), nobody.interval(0.95));
        assertEquals(new Interval(0, 1), new UnanimousTest(false, 0, 0.62).interval(0.95));
        assertThrows(IllegalArgumentException.class, () -> new UnanimousTest(true, Double.NaN, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new UnanimousTest(true, 5, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> nobody.interval(Double.NaN));
    }

    /**
     * Exact levels of the whole test without censoring, 10 to 100 patients, one-sided 2.5 and 5 %: for more without the event, on the
     * scale log-log, no setting that kept its level before loses it by what happens at 1.
     */
    @Test
    void the_landmark_test_keeps_the_level_that_it_kept() {
        int lower = 0;
        for (double alpha : new double[] {0.025, 0.05}) {
            for (int n = 10; n <= 100; n++) {
                for (double p0 : new double[] {0.1, 0.2, 0.3, 0.5, 0.62, 0.7, 0.8, 0.9, 0.95}) {
                    double[] chance = BinomialLaw.points(n, p0);
                    double before = 0;
                    for (int x = 1; x < n; x++) {
                        double s = (double) x / n;
                        LandmarkTest test = LandmarkTest.of(s, Math.sqrt(s * (1 - s) / n), p0, ConfidenceScale.LOG_LOG);
                        before += test.pGreater() <= alpha ? chance[x] : 0;
                    }
                    double p = new UnanimousTest(true, n, p0).pGreater();
                    double now = before + (p <= alpha ? p : 0);
                    assertTrue(!(before <= alpha) || now <= alpha, n + ", " + p0 + ": " + before + ", " + now);
                    lower += before == 0 && now > 0 ? 1 : 0;
                }
            }
        }
        assertEquals(175, lower, "settings that could never reject");
    }
}
