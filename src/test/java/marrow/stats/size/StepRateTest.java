package marrow.stats.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StepRateTest {
    @Test
    void steps_and_their_integral() {
        StepRate rate = StepRate.of(new double[] {0, 2, 5}, new double[] {1, 0.5, 3});
        assertEquals(1, rate.at(0));
        assertEquals(1, rate.at(1.9));
        assertEquals(0.5, rate.at(2));
        assertEquals(3, rate.at(1e9));
        assertEquals(0, rate.to(0));
        assertEquals(1.5, rate.to(1.5));
        assertEquals(2.5, rate.to(3));
        assertEquals(3.5, rate.to(5));
        assertEquals(6.5, rate.to(6));
        assertEquals(8, StepRate.constant(4).to(2));
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> StepRate.of(new double[0], new double[0]));
        assertThrows(IllegalArgumentException.class, () -> StepRate.of(new double[] {1}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> StepRate.of(new double[] {0, 1}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> StepRate.of(new double[] {0, 0}, new double[] {1, 1}));
        assertThrows(
                IllegalArgumentException.class, () -> StepRate.of(new double[] {0, Double.NaN}, new double[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> StepRate.constant(-1));
        assertThrows(IllegalArgumentException.class, () -> StepRate.constant(Double.NaN));
    }
}
