package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The edges of the law; a thousand of its numbers are held against R in {@code marrow.stats.proportion}. */
class BetaLawTest {
    /** R 4.2.2: {@code qbeta(c(0.025, 0.975, 1e-6), 3, 8)}, {@code pbeta(0.3, 3, 8)}. */
    @Test
    void tails_and_quantiles_are_those_of_R() {
        BetaLaw law = BetaLaw.of(3, 8);
        close(0.06673951117773447, law.quantile(0.025));
        close(0.55609546230764140, law.quantile(0.975));
        close(0.55609546230764140, law.upperQuantile(0.025));
        close(0.00203463563409106, law.quantile(1e-6));
        close(0.6172172136, law.below(0.3));
        close(0.3827827864, law.above(0.3));
        assertEquals(0, law.below(0));
        assertEquals(1, law.below(1));
        assertEquals(1, law.above(0));
        assertEquals(0, law.above(1));
    }

    /** A tail as near to 1 as can be is taken from its other side, where it has all its digits. */
    @Test
    void quantiles_of_the_far_tails_mirror_each_other() {
        double tail = 0x1p-40;
        BetaLaw law = BetaLaw.of(3, 8);
        BetaLaw mirror = BetaLaw.of(8, 3);
        assertEquals(mirror.quantile(tail), 1 - law.quantile(1 - tail), 1e-15);
        assertEquals(mirror.quantile(tail), 1 - law.upperQuantile(tail), 1e-15);
        assertEquals(law.quantile(tail), law.upperQuantile(1 - tail), 1e-15);
        assertEquals(1e-15, law.above(law.upperQuantile(1e-15)), 1e-18);
    }

    /** R 4.2.2: {@code qbeta(c(1e-3, 0.4, 0.6), 0.01, 0.02)}; most of the law lies at 0 and at 1. */
    @Test
    void a_quantile_near_zero_keeps_its_digits() {
        BetaLaw law = BetaLaw.of(0.01, 0.02);
        close(3.93680661194394e-283, law.quantile(1e-3), 1e-11);
        close(6.32620431762308e-23, law.quantile(0.4), 1e-11);
        close(2.57192489190202e-05, law.quantile(0.6), 1e-11);
        assertEquals(1, law.quantile(0.999));
        close(3.93680661194394e-283, 1 - BetaLaw.of(0.02, 0.01).above(0) + law.upperQuantile(0.999), 1e-11);
    }

    /** R says 0; what is known is that it lies below e^-700. */
    @Test
    void a_quantile_smaller_than_any_ratio_ends_at_the_smallest() {
        double q = BetaLaw.of(1e-3, 1e-3).quantile(0.01);
        assertTrue(q > 0 && q < 1e-303, "quantile " + q);
        assertEquals(1, BetaLaw.of(1e-3, 1e-3).quantile(0.99));
    }

    @Test
    void the_posterior_counts_successes_and_failures() {
        assertEquals(BetaLaw.of(4, 9), BetaLaw.of(1, 2).after(3, 10));
        assertEquals(BetaLaw.of(1, 2), BetaLaw.of(1, 2).after(0, 0));
        assertThrows(IllegalArgumentException.class, () -> BetaLaw.of(1, 2).after(1, 0));
        assertThrows(IllegalArgumentException.class, () -> BetaLaw.of(1, 2).after(0, -1));
    }

    /** With a flat prior every number of successes is as likely: 1 / (m + 1). */
    @Test
    void a_flat_prior_predicts_every_number_alike() {
        for (int y = 0; y <= 6; y++) {
            close(1.0 / 7, BetaLaw.of(1, 1).predictive(y, 6));
        }
    }

    /** With m = 1 and a flat prior P(p > 1/2) is 3/4 after a success, 1/4 after a failure. */
    @Test
    void predictive_probability_by_hand() {
        BetaLaw flat = BetaLaw.of(1, 1);
        close(0.5, flat.predictiveProbability(1, 0.5, 0.7));
        close(1, flat.predictiveProbability(1, 0.5, 0.2));
        assertEquals(0, flat.predictiveProbability(1, 0.5, 0.8));
        // At the threshold is not above it: 3/4 on both sides, were it not for rounding.
        assertEquals(0, flat.predictiveProbability(1, 0.5, 0.75));
        assertEquals(0, flat.predictiveProbability(1, 0.5, 1));
        close(1, flat.predictiveProbability(1, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> flat.predictiveProbability(1, 0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> flat.predictiveProbability(1, 0.5, 1.1));
        assertThrows(IllegalArgumentException.class, () -> flat.predictiveProbability(-1, 0.5, 0.5));
    }

    @Test
    void moments() {
        assertEquals(0.25, BetaLaw.of(2, 6).mean());
        close(Math.sqrt(12.0 / (64 * 9)), BetaLaw.of(2, 6).standardDeviation());
    }

    @Test
    void an_interval_leaves_the_same_on_both_sides() {
        Interval interval = BetaLaw.of(3, 8).interval(0.95);
        close(0.06673951117773447, interval.lower());
        close(0.55609546230764140, interval.upper());
        assertThrows(IllegalArgumentException.class, () -> BetaLaw.of(3, 8).interval(1));
    }

    private static void close(double expected, double ours) {
        close(expected, ours, 1e-12);
    }

    private static void close(double expected, double ours, double relative) {
        assertEquals(expected, ours, relative * expected);
    }
}
