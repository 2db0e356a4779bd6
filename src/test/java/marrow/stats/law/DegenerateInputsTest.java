package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Laws at the ends of their parameters, scales at the ends of the estimates. NaN never comes out. */
class DegenerateInputsTest {
    private static final double[] PROBABILITIES = {0, Double.MIN_VALUE, 1e-300, 0.5, Math.nextDown(1.0), 1};
    private static final double[] ERRORS = {0, Double.MIN_VALUE, 1e-9, 1, 1e300, Double.POSITIVE_INFINITY};
    private static final double[] SHAPES = {1e-5, 0.5, 1, 1000, 1e6};

    @Test
    void every_scale_has_an_interval_and_a_distance_for_every_estimate_and_error() {
        for (ConfidenceScale scale : ConfidenceScale.values()) {
            Confidence confidence = Confidence.of(scale, 0.95);
            for (double p : PROBABILITIES) {
                for (double error : ERRORS) {
                    String what = scale + ", " + p + " with error " + error;
                    Interval interval = confidence.interval(p, error);
                    assertTrue(interval.lower() >= 0 && interval.upper() <= 1, what + ": " + interval);
                    assertTrue(interval.lower() <= interval.upper(), what + ": " + interval);
                    assertEquals(Double.isNaN(scale.standardized(p, error, 0.65)), false, what);
                }
            }
        }
    }

    @Test
    void the_normal_law_knows_the_infinite() {
        assertEquals(0, Gaussian.upperTail(Double.POSITIVE_INFINITY));
        assertEquals(1, Gaussian.upperTail(Double.NEGATIVE_INFINITY));
        assertEquals(0, Gaussian.bothTails(Double.NEGATIVE_INFINITY));
        assertEquals(0, Gaussian.upperTail(100));
        for (double level : new double[] {0, 1, -1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> Gaussian.halfWidth(level));
        }
        assertTrue(Gaussian.halfWidth(Math.nextDown(1.0)) < 9);
        assertTrue(Gaussian.halfWidth(Double.MIN_VALUE) >= 0);
    }

    @Test
    void a_beta_law_of_any_shape_answers_with_chances() {
        for (double a : SHAPES) {
            for (double b : SHAPES) {
                BetaLaw law = BetaLaw.of(a, b);
                for (double x : PROBABILITIES) {
                    chance(law.below(x), law + " below " + x);
                    chance(law.above(x), law + " above " + x);
                }
                for (double tail : new double[] {1e-12, 0.5, 1 - 1e-12}) {
                    chance(law.quantile(tail), law + " quantile " + tail);
                    chance(law.upperQuantile(tail), law + " upper quantile " + tail);
                }
                chance(law.predictive(3, 7), law + " predicts");
                chance(law.predictiveProbability(7, 0.5, 0.9), law + " predicts success");
                assertTrue(law.standardDeviation() > 0, law + " varies");
            }
        }
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> BetaLaw.of(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> BetaLaw.of(1, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> BetaLaw.of(1, 1).below(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> BetaLaw.of(1, 1).above(1.5));
        assertThrows(IllegalArgumentException.class, () -> BetaLaw.of(1, 1).quantile(0));
        assertThrows(IllegalArgumentException.class, () -> BetaLaw.of(1, 1).upperQuantile(1));
        assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Interval(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Confidence.of(ConfidenceScale.PLAIN, 1));
    }

    private static void chance(double p, String what) {
        assertTrue(p >= 0 && p <= 1, () -> what + ": " + p);
    }
}
