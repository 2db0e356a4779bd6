package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Against {@code pnorm} and {@code qnorm} of R 4.2.2, printed with 15 digits. */
class GaussianTest {
    @Test
    void tails_are_those_of_pnorm() {
        assertEquals(0.5, Gaussian.upperTail(0));
        close(0.0249978951482204, Gaussian.upperTail(1.96));
        close(0.97500210485178, Gaussian.lowerTail(1.96));
        close(2.86651571879194e-07, Gaussian.upperTail(5));
        close(2.75362411860623e-89, Gaussian.lowerTail(-20));
        assertEquals(1, Gaussian.lowerTail(Double.POSITIVE_INFINITY));
        assertEquals(0, Gaussian.upperTail(Double.POSITIVE_INFINITY));
    }

    @Test
    void both_tails_do_not_know_the_sign() {
        close(0.0499957902964409, Gaussian.bothTails(1.96));
        close(0.0499957902964409, Gaussian.bothTails(-1.96));
        assertEquals(1, Gaussian.bothTails(0));
    }

    @Test
    void half_widths_are_those_of_qnorm() {
        close(1.95996398454005, Gaussian.halfWidth(0.95));
        close(1.64485362695147, Gaussian.halfWidth(0.9));
        close(2.5758293035489, Gaussian.halfWidth(0.99));
        assertThrows(IllegalArgumentException.class, () -> Gaussian.halfWidth(1));
    }

    private static void close(double r, double ours) {
        assertEquals(r, ours, 1e-13 * r);
    }
}
