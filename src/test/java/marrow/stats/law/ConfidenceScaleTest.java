package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** By hand and by definition; R's intervals are compared in {@code marrow.stats.survival}. */
class ConfidenceScaleTest {
    @Test
    void each_scale_goes_there_and_back_and_rises() {
        for (ConfidenceScale scale : ConfidenceScale.values()) {
            double before = Double.NEGATIVE_INFINITY;
            for (double p : new double[] {0.01, 0.3, 0.5, 0.77, 0.999}) {
                assertEquals(p, scale.inverse(scale.g(p)), 1e-14, scale + " at " + p);
                assertTrue(scale.g(p) > before, scale + " at " + p);
                before = scale.g(p);
            }
        }
    }

    @Test
    void each_slope_is_that_of_its_scale() {
        double h = 1e-6;
        for (ConfidenceScale scale : ConfidenceScale.values()) {
            for (double p : new double[] {0.05, 0.3, 0.5, 0.9}) {
                double secant = (scale.g(p + h) - scale.g(p - h)) / (2 * h);
                assertEquals(secant, scale.slope(p), 1e-8 * secant, scale + " at " + p);
            }
        }
    }

    @Test
    void intervals_stay_between_nothing_and_certainty() {
        assertEquals(0, ConfidenceScale.PLAIN.lower(0.1, 0.2, 1.96));
        assertEquals(1, ConfidenceScale.PLAIN.upper(0.9, 0.2, 1.96));
        assertEquals(1, ConfidenceScale.LOG.upper(0.9, 0.2, 1.96));
        assertEquals(0, ConfidenceScale.ARCSINE.lower(0.05, 0.2, 1.96));
        assertEquals(1, ConfidenceScale.ARCSINE.upper(0.95, 0.2, 1.96));
    }

    /** 10 of 20 without censoring: se = sqrt(0.5 * 0.5 / 20); plain 0.5 -+ 1.96 se, arcsine sin^2(pi/4 -+ 1.96 / sqrt(80)). */
    @Test
    void half_of_twenty_by_hand() {
        double error = Math.sqrt(0.0125);
        assertEquals(0.2808653, ConfidenceScale.PLAIN.lower(0.5, error, 1.96), 5e-8);
        assertEquals(0.7191347, ConfidenceScale.PLAIN.upper(0.5, error, 1.96), 5e-8);
        assertEquals(
                0.5 - 0.5 * StrictMath.sin(2 * 1.96 / Math.sqrt(80)),
                ConfidenceScale.ARCSINE.lower(0.5, error, 1.96),
                1e-15);
        assertEquals(
                0.5 + 0.5 * StrictMath.sin(2 * 1.96 / Math.sqrt(80)),
                ConfidenceScale.ARCSINE.upper(0.5, error, 1.96),
                1e-15);
        assertEquals(1.2, ConfidenceScale.PLAIN.standardized(0.5, 0.25, 0.2), 1e-15);
    }

    @Test
    void where_a_scale_does_not_speak_nothing_is_known() {
        for (ConfidenceScale scale : ConfidenceScale.values()) {
            boolean plain = scale == ConfidenceScale.PLAIN;
            boolean one = plain || scale == ConfidenceScale.LOG;
            assertEquals(plain, scale.speaks(0), scale + " at 0");
            assertEquals(one, scale.speaks(1), scale + " at 1");
            assertTrue(scale.speaks(Double.MIN_VALUE));
            assertTrue(scale.speaks(Math.nextDown(1.0)));
            Confidence confidence = Confidence.of(scale, 0.95);
            assertEquals(plain ? new Interval(0, 0) : new Interval(0, 1), confidence.interval(0, 0), scale + " at 0");
            assertEquals(one ? new Interval(1, 1) : new Interval(0, 1), confidence.interval(1, 0), scale + " at 1");
            assertEquals(0, scale.standardized(0, 0, 0.5));
            assertEquals(0, scale.standardized(0.7, 0, 0.5));
            assertEquals(plain ? -5 : 0, scale.standardized(0, 0.1, 0.5));
        }
    }

    @Test
    void without_error_the_interval_is_the_point() {
        for (ConfidenceScale scale : ConfidenceScale.values()) {
            Interval point = Confidence.of(scale, 0.95).interval(0.3, 0);
            assertEquals(0.3, point.lower(), 1e-15, scale.name());
            assertEquals(0.3, point.upper(), 1e-15, scale.name());
        }
    }

    @Test
    void certainty_is_no_hypothesis() {
        for (double p0 : new double[] {0, 1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> ConfidenceScale.LOG.standardized(0.5, 0.1, p0));
        }
    }

    @Test
    void an_interval_contains_its_ends() {
        Interval interval = new Interval(0.2, 0.4);
        assertTrue(interval.contains(0.2));
        assertTrue(interval.contains(0.4));
        assertFalse(interval.contains(Math.nextDown(0.2)));
        assertFalse(interval.contains(Math.nextUp(0.4)));
    }

    @Test
    void two_estimates_are_apart_by_their_errors_on_the_scale() {
        for (ConfidenceScale scale : ConfidenceScale.values()) {
            double a = 0.1 * scale.slope(0.7);
            double b = 0.05 * scale.slope(0.4);
            double z = (scale.g(0.7) - scale.g(0.4)) / Math.sqrt(a * a + b * b);
            assertEquals(z, scale.standardizedDifference(0.7, 0.1, 0.4, 0.05), 1e-14);
            assertEquals(-z, scale.standardizedDifference(0.4, 0.05, 0.7, 0.1), 1e-14);
            assertEquals((scale.g(0.7) - scale.g(0.4)) / a, scale.standardizedDifference(0.7, 0.1, 0.4, 0), 1e-14);
            assertEquals((scale.g(0.7) - scale.g(0.4)) / b, scale.standardizedDifference(0.7, 0, 0.4, 0.05), 1e-14);
            assertEquals(0, scale.standardizedDifference(0.7, 0, 0.4, 0));
        }
        assertEquals(0, ConfidenceScale.LOG_LOG.standardizedDifference(1, 0.1, 0.4, 0.05));
        assertEquals(0, ConfidenceScale.LOG_LOG.standardizedDifference(0.7, 0.1, 0, 0.05));
    }
}
