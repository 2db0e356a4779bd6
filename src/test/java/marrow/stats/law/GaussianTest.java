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
    void what_is_no_number_has_no_tail() {
        assertEquals(Double.NaN, Gaussian.bothTails(Double.NaN));
        assertEquals(Double.NaN, Gaussian.upperTail(Double.NaN));
        assertEquals(Double.NaN, Gaussian.lowerTail(Double.NaN));
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

    @Test
    void quantiles_are_those_of_qnorm() {
        double[] tails = {1e-300, 1e-20, 1e-6, 9e-4, 1.1e-3, 0.025, 0.3, 0.4999};
        double[] r = {
            37.047096299361201,
            9.2623400897984052,
            4.7534243088228987,
            3.1213891493598647,
            3.0618141517617574,
            1.9599639845400538,
            0.52440051270804067,
            0.00025066283008800752
        };
        for (int i = 0; i < tails.length; i++) {
            assertEquals(r[i], Gaussian.upperQuantile(tails[i]), 2e-15 * (1 + r[i]));
        }
        assertEquals(-0.52440051270804067, Gaussian.upperQuantile(0.7), 1e-15);
        assertEquals(0, Gaussian.upperQuantile(0.5), 1e-16);
        assertEquals(Double.POSITIVE_INFINITY, Gaussian.upperQuantile(0));
        assertEquals(Double.NEGATIVE_INFINITY, Gaussian.upperQuantile(1));
        assertThrows(IllegalArgumentException.class, () -> Gaussian.upperQuantile(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Gaussian.upperQuantile(1.1));
    }

    /** There and back: the relative error of a tail is z^2 times that of z. */
    @Test
    void a_quantile_has_its_tail() {
        for (double tail = 0.5; tail > 1e-305; tail *= 0.7) {
            double z = Gaussian.upperQuantile(tail);
            assertEquals(tail, Gaussian.upperTail(z), 1e-15 * (10 + z * z) * tail);
        }
    }

    @Test
    void densities_are_those_of_dnorm() {
        close(0.398942280401433, Gaussian.density(0));
        close(0.241970724519143, Gaussian.density(1));
        close(0.0175283004935685, Gaussian.density(-2.5));
        close(6.07588284982329e-09, Gaussian.density(6));
    }

    private static void close(double r, double ours) {
        assertEquals(r, ours, 1e-13 * r);
    }
}
