package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against the closed forms of one and two degrees of freedom, the table, and the normal law far out. */
class StudentTTest {
    @Test
    void closed_forms() {
        for (double t : new double[] {0.1, 1, -2, 10, 1e4}) {
            assertEquals(2 / Math.PI * StrictMath.atan(1 / Math.abs(t)), StudentT.bothTails(t, 1), 1e-12);
            assertEquals(1 - Math.abs(t) / Math.sqrt(2 + t * t), StudentT.bothTails(t, 2), 1e-12);
        }
        assertEquals(1, StudentT.bothTails(0, 7), 1e-15);
        assertEquals(0, StudentT.bothTails(Double.POSITIVE_INFINITY, 7), 0);
        assertTrue(Double.isNaN(StudentT.bothTails(Double.NaN, 7)));
    }

    /** The 97.5 % quantile with 10 degrees of freedom is 2.228138852 (R: qt). */
    @Test
    void the_table_and_the_normal_law() {
        assertEquals(0.05, StudentT.bothTails(2.228138851986274, 10), 1e-12);
        assertEquals(Gaussian.bothTails(3), StudentT.bothTails(3, 1_000_000), 1e-7);
    }
}
