package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** By hand: the smallest of m times m, the next times m - 1, and so on, never falling, never above 1. */
class HolmTest {
    @Test
    void as_worked_by_hand_whatever_the_order() {
        assertArrayEquals(
                new double[] {0.06, 0.03, 0.06, 0.02}, Holm.adjusted(new double[] {0.03, 0.01, 0.04, 0.005}), 1e-15);
        assertArrayEquals(new double[] {1, 1, 1}, Holm.adjusted(new double[] {0.5, 0.4, 1}), 0);
        assertArrayEquals(new double[] {0.04}, Holm.adjusted(new double[] {0.04}), 0);
        assertArrayEquals(new double[0], Holm.adjusted(new double[0]), 0);
        assertArrayEquals(new double[] {0, 0, 0.2}, Holm.adjusted(new double[] {0, 0, 0.2}), 0);
    }
}
