package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class ChiSquareTest {
    @Test
    void tails_of_commons_statistics() {
        for (int df : new int[] {1, 2, 3, 5, 31, 32, 33, 60}) {
            ChiSquaredDistribution law = ChiSquaredDistribution.of(df);
            for (double x = 0.01; x < 400; x *= 1.7) {
                double tail = law.survivalProbability(x);
                assertEquals(tail, ChiSquare.upperTail(x, df), 1e-11 * tail, df + " " + x);
            }
        }
    }

    /** As pchisq(c(3.841458820694124, 400), c(1, 2), lower.tail = FALSE) in R. */
    @Test
    void of_one_and_two_degrees() {
        assertEquals(0.05, ChiSquare.upperTail(3.841458820694124, 1), 1e-15);
        assertEquals(StrictMath.exp(-200), ChiSquare.upperTail(400, 2), 1e-12 * StrictMath.exp(-200));
    }

    @Test
    void nothing_is_beyond_infinity_and_what_is_no_number_has_no_tail() {
        assertEquals(0, ChiSquare.upperTail(Double.POSITIVE_INFINITY, 3));
        assertEquals(1, ChiSquare.upperTail(Double.NEGATIVE_INFINITY, 3));
        assertEquals(Double.NaN, ChiSquare.upperTail(Double.NaN, 3));
    }

    @Test
    void no_evidence() {
        assertEquals(1, ChiSquare.upperTail(5, 0));
        assertEquals(1, ChiSquare.upperTail(0, 3));
        assertEquals(1, ChiSquare.upperTail(-1e-17, 3)); // a form that is 0 but for rounding
        assertTrue(ChiSquare.upperTail(1e-300, 1) <= 1);
    }
}
