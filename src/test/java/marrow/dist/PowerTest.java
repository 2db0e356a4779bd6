package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Against StrictMath, which is within 1 unit in the last place of the truth. Seeds are fixed. */
class PowerTest {
    private static void near(double expected, double found, double units, String what, double x) {
        boolean near = Math.abs(found - expected) <= units * Math.ulp(expected);
        assertTrue(near, () -> what + " " + x + " is " + expected + ", and not " + found);
    }

    private static void throughout(DoubleUnaryOperator spread, DoubleUnaryOperator ours, DoubleUnaryOperator theirs) {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < 2_000_000; i++) {
            double x = spread.applyAsDouble(random.nextDouble());
            near(theirs.applyAsDouble(x), ours.applyAsDouble(x), 2, "at", x);
        }
    }

    @Test
    void logarithms() {
        throughout(u -> 0.5 + u, Power::log, StrictMath::log);
        throughout(u -> 1 + 0.01 * (u - 0.5), Power::log, StrictMath::log);
        throughout(u -> StrictMath.exp(1400 * (u - 0.5)), Power::log, StrictMath::log);
    }

    @Test
    void exponentials() {
        throughout(u -> 2 * u - 1, Power::exp, StrictMath::exp);
        throughout(u -> 1400 * (u - 0.5), Power::exp, StrictMath::exp);
        throughout(u -> 1e-6 * (u - 0.5), Power::exp, StrictMath::exp);
    }

    /** Where one part of a table ends and the next begins, and beside 1. */
    @Test
    void ends_of_the_parts() {
        for (int j = 0; j <= 256; j++) {
            double x = 0.6875 * (1 + j / 256.0);
            double y = j * StrictMath.log(2) / 256;
            for (int step = -2; step <= 2; step++) {
                double beside = Double.longBitsToDouble(Double.doubleToRawLongBits(x) + step);
                near(StrictMath.log(beside), Power.log(beside), 2, "logarithm of", beside);
                double alike = y + step * Math.ulp(y);
                near(StrictMath.exp(alike), Power.exp(alike), 2, "exponential of", alike);
            }
        }
        assertEquals(0, Power.log(1));
        assertEquals(1, Power.exp(0));
        assertEquals(-0x1p-53, Power.log(Math.nextDown(1.0)), 0x1p-105);
        assertEquals(0x1p-52, Power.log(Math.nextUp(1.0)), 0x1p-103);
    }

    @Test
    void the_ends_of_the_numbers() {
        assertEquals(0, Power.of(0, 0.7));
        assertEquals(Double.POSITIVE_INFINITY, Power.of(Double.POSITIVE_INFINITY, 0.7));
        assertEquals(Double.POSITIVE_INFINITY, Power.of(1e200, 3));
        assertEquals(0, Power.of(1e200, -3));
        assertEquals(1, Power.of(5, 0));
        assertTrue(Double.isNaN(Power.of(-1, 2)) && Double.isNaN(Power.of(Double.NaN, 2)));
        near(StrictMath.log(Double.MIN_VALUE), Power.log(Double.MIN_VALUE), 0, "logarithm of", Double.MIN_VALUE);
        near(StrictMath.exp(-740), Power.exp(-740), 0, "exponential of", -740);
    }

    @Test
    void powers() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 1_000_000; i++) {
            double x = StrictMath.exp(20 * (random.nextDouble() - 0.5));
            double p = 4 * random.nextDouble();
            double expected = StrictMath.pow(x, p);
            double allowed = (2 + 2 * Math.abs(p * StrictMath.log(x))) * 0x1p-52;
            assertEquals(expected, Power.of(x, p), allowed * expected, () -> x + " to the " + p);
        }
    }
}
