package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BinomialLawTest {
    @Test
    void points_and_tails_of_commons_statistics() {
        for (int n : new int[] {1, 2, 7, 31, 120}) {
            for (double p : new double[] {0.03, 0.3, 0.65, 0.99}) {
                BinomialDistribution law = BinomialDistribution.of(n, p);
                double[] points = BinomialLaw.points(n, p);
                double[] tails = BinomialLaw.upperTails(n, p);
                assertEquals(n + 1, points.length);
                assertEquals(n + 2, tails.length);
                for (int x = 0; x <= n; x++) {
                    String what = x + " of " + n + " at " + p;
                    double tail = law.survivalProbability(x - 1);
                    assertEquals(law.probability(x), points[x], 1e-12 * points[x], what);
                    assertEquals(tail, tails[x], 1e-12 * tail, what);
                    assertEquals(tail, BinomialLaw.atLeast(x, n, p), 1e-12 * tail, what);
                }
                assertEquals(0, tails[n + 1]);
                assertTrue(tails[0] == 1 && tails[1] <= 1);
            }
        }
    }

    @Test
    void what_is_certain() {
        assertEquals(1, BinomialLaw.atLeast(-1, 5, 0.3));
        assertEquals(1, BinomialLaw.atLeast(0, 5, 0));
        assertEquals(0, BinomialLaw.atLeast(6, 5, 1));
        assertEquals(0, BinomialLaw.atLeast(1, 5, 0));
        assertEquals(1, BinomialLaw.atLeast(5, 5, 1));
        assertEquals(1, BinomialLaw.atLeast(2, 5, 1));
        assertEquals(0, BinomialLaw.atLeast(5, 5, 0));
        assertEquals(1, BinomialLaw.points(3, 1)[3]);
    }

    @Test
    void the_critical_value_is_the_smallest_that_keeps_the_level() {
        for (int n = 1; n <= 40; n++) {
            for (double level : new double[] {0.001, 0.05, 0.3, 1}) {
                int x = BinomialLaw.criticalValue(n, 0.4, level);
                assertTrue(ExactLevel.keeps(BinomialLaw.atLeast(x, n, 0.4), level));
                assertTrue(x == 1 || !ExactLevel.keeps(BinomialLaw.atLeast(x - 1, n, 0.4), level));
            }
        }
        assertEquals(6, BinomialLaw.criticalValue(5, 0.9, 0.01));
    }

    /** 1/16 is a level of 0.0625, whatever the last digit; 1e-10 more of it is not. */
    @Test
    void a_level_met_to_the_last_digit() {
        assertTrue(ExactLevel.keeps(0.0625 * (1 + 9e-13), 0.0625));
        assertFalse(ExactLevel.keeps(0.0625 * (1 + 1e-10), 0.0625));
        assertTrue(ExactLevel.reaches(0.0625 * (1 - 9e-13), 0.0625));
        assertFalse(ExactLevel.reaches(0.0625 * (1 - 1e-10), 0.0625));
        assertTrue(ExactLevel.keeps(0.05, 0.0625) && ExactLevel.reaches(0.07, 0.0625));
    }
}
