package marrow.stats.proportion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marrow.stats.law.BetaLaw;
import marrow.stats.law.Interval;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import org.junit.jupiter.api.Test;

/** Counts with too little in them: no trials, one trial, no success, nothing but successes, chances next to 0 and 1. */
class DegenerateInputsTest {
    private static final double[] CHANCES = {Double.MIN_VALUE, 1e-300, 1e-9, 0.5, 1 - 1e-9, Math.nextDown(1.0)};

    @Test
    void no_trials_say_nothing() {
        for (ProportionInterval kind : ProportionInterval.values()) {
            assertEquals(new Interval(0, 1), kind.of(0, 0, 0.95));
        }
        for (Alternative alternative : Alternative.values()) {
            assertEquals(1, new ExactBinomialTest(0, 0, 0.3).p(alternative));
            assertEquals(1, new ExactBinomialTest.Scratch(0.3, alternative).p(0, 0));
        }
        assertEquals(1, BetaLaw.of(1, 1).predictive(0, 0));
        assertEquals(1, BetaLaw.of(1, 1).predictiveProbability(0, 0.3, 0.5));
        assertEquals(0, BetaLaw.of(1, 1).predictiveProbability(0, 0.3, 0.8));
    }

    /** Agresti and Coull's interval alone may reach beyond 0 and is cut. Its other end for 0 of 1 is 0.8325 at 95 %. */
    @Test
    void no_success_and_nothing_else_end_at_zero_and_one() {
        for (ProportionInterval kind : ProportionInterval.values()) {
            for (int n : new int[] {1, 2, 31, 1000}) {
                Interval none = kind.of(0, n, 0.95);
                Interval all = kind.of(n, n, 0.95);
                assertEquals(0, none.lower(), kind + ", n = " + n);
                assertEquals(1, all.upper(), kind + ", n = " + n);
                assertEquals(1 - none.upper(), all.lower(), 1e-14, kind + ", n = " + n);
                assertTrue(none.upper() > 0 && none.upper() <= 1, kind + ", n = " + n);
            }
        }
    }

    /** 0 of 1: exact 1 - 0.025; Wilson z^2 / (1 + z^2). */
    @Test
    void one_trial_by_hand() {
        assertEquals(0.975, ProportionInterval.CLOPPER_PEARSON.of(0, 1, 0.95).upper(), 1e-14);
        double square = 1.959963984540054 * 1.959963984540054;
        assertEquals(
                square / (1 + square), ProportionInterval.WILSON.of(0, 1, 0.95).upper(), 1e-14);
        assertEquals(0.3, new ExactBinomialTest(1, 1, 0.3).pGreater(), 1e-15);
        assertEquals(1, new ExactBinomialTest(1, 1, 0.3).pLess());
        assertEquals(0.3, new ExactBinomialTest(1, 1, 0.3).pTwoSided(), 1e-15);
        assertEquals(1, new ExactBinomialTest(0, 1, 0.3).pTwoSided(), 1e-15);
    }

    @Test
    void as_many_as_expected_are_no_evidence() {
        assertEquals(1, new ExactBinomialTest(2, 4, 0.5).pTwoSided());
        assertEquals(1, new ExactBinomialTest(13, 20, 0.65).pTwoSided());
    }

    @Test
    void chances_next_to_zero_and_one_keep_p_values_between_them() {
        for (double p0 : CHANCES) {
            for (int n : new int[] {1, 31, 1000}) {
                for (int x : new int[] {0, 1, n / 2, n - 1, n}) {
                    for (Alternative alternative : Alternative.values()) {
                        chance(new ExactBinomialTest(x, n, p0).p(alternative), x + " of " + n + " at " + p0);
                    }
                }
            }
        }
    }

    @Test
    void levels_next_to_zero_and_one_keep_intervals_in_order() {
        for (double level : new double[] {1e-9, 0.5, 1 - 1e-9}) {
            for (ProportionInterval kind : ProportionInterval.values()) {
                for (int x = 0; x <= 5; x++) {
                    Interval interval = kind.of(x, 5, level);
                    chance(interval.lower(), kind + " " + x);
                    chance(interval.upper(), kind + " " + x);
                    assertTrue(interval.lower() <= interval.upper(), () -> kind + " " + interval);
                }
            }
        }
    }

    /** A loop may ask for more trials than before, one by one. */
    @Test
    void the_loop_form_grows() {
        ExactBinomialTest.Scratch scratch = new ExactBinomialTest.Scratch(0.4, Alternative.GREATER);
        for (int n = 0; n < 5; n++) {
            for (int x = 0; x <= n; x++) {
                assertEquals(new ExactBinomialTest(x, n, 0.4).pGreater(), scratch.p(x, n));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> scratch.p(3, 2));
        assertThrows(IllegalArgumentException.class, () -> scratch.p(0, (1 << 20) + 1));
    }

    private static void chance(double p, String what) {
        assertTrue(p >= 0 && p <= 1, () -> what + ": " + p);
    }
}
