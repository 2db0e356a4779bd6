package marrow.stats.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import marrow.stats.law.BetaLaw;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

class BetaBinomialLimitTest {
    /** 60 rules over every count of 40 patients: the rule that is looked up in whole numbers. */
    @Test
    void of_whole_patients_it_is_the_boundary_of_that_certainty() {
        for (double p0 : new double[] {0.02, 0.1, 0.2, 0.35, 0.5}) {
            for (double certainty : new double[] {0.7, 0.9, 0.95, 0.99}) {
                for (int least : new int[] {1, 4, 10}) {
                    StoppingBoundary boundary = ToxicityBoundary.after(
                                    IntStream.rangeClosed(least, 40).toArray(), p0)
                            .bayesianCertainty(2 * p0, 2 - 2 * p0, certainty);
                    BetaBinomialLimit limit =
                            BetaBinomialLimit.of(BetaLaw.of(2 * p0, 2 - 2 * p0), p0, certainty, least, 40);
                    for (int n = 0; n <= 40; n++) {
                        for (int x = 0; x <= n; x++) {
                            assertEquals(boundary.isCrossed(x, n), limit.isCrossed(x, n), x + " of " + n);
                        }
                    }
                    assertEquals(boundary.leastEvents(), limit.leastEvents());
                }
            }
        }
    }

    /** Three events: crossed at so many patients, and no longer where the chance has fallen below the certainty. */
    @Test
    void parts_of_patients_count_by_the_beta_law() {
        BetaBinomialLimit limit = BetaBinomialLimit.of(BetaLaw.of(0.5, 1.5), 0.2, 0.9, 1, 40);
        boolean[] seen = new boolean[2];
        for (double n = 3; n <= 20; n += 0.125) {
            double above = 1 - Beta.regularizedBeta(0.2, 3.5, n - 1.5);
            assertEquals(above >= 0.9, limit.isCrossed(3, n), n + " patients");
            seen[above >= 0.9 ? 1 : 0] = true;
        }
        assertTrue(seen[0] && seen[1]);
    }

    @Test
    void more_patients_than_planned_and_no_events() {
        BetaBinomialLimit limit = BetaBinomialLimit.of(BetaLaw.of(1, 1), 0.2, 0.9, 2, 5);
        assertFalse(limit.isCrossed(0, 3));
        assertFalse(limit.isCrossed(1, 1)); // too few
        assertTrue(limit.isCrossed(5, 5));
        assertTrue(limit.isCrossed(7, 5));
        assertFalse(limit.isCrossed(6, 6)); // it has ended
        StoppingBoundary boundary = StoppingBoundary.of(2, 2, 3);
        assertTrue(boundary.isCrossed(2, 1.2) && !boundary.isCrossed(2, 2.1) && boundary.isCrossed(3, 2.9));
        assertFalse(boundary.isCrossed(4, 4)); // it has ended
        assertFalse(boundary.isCrossed(1, 0));
        assertEquals(2, boundary.leastEvents());
        assertEquals(4, StoppingBoundary.of(2, 3, 4).leastEvents()); // it never stops
    }

    @Test
    void refusals() {
        BetaLaw prior = BetaLaw.of(1, 1);
        assertThrows(IllegalArgumentException.class, () -> BetaBinomialLimit.of(prior, 0, 0.9, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> BetaBinomialLimit.of(prior, 0.2, Double.NaN, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> BetaBinomialLimit.of(prior, 0.2, 0.9, 6, 5));
        assertThrows(IllegalArgumentException.class, () -> BetaBinomialLimit.of(prior, 0.2, 0.9, 1, 0));
    }
}
