package marrow.stats.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Size and power are the two sides of one formula; the sizes themselves are tested row by row in Design31Test. */
class ApproximateProportionSizeTest {
    @Test
    void the_power_of_the_size_is_the_power_asked_for() {
        for (ApproximateProportionSize size : ApproximateProportionSize.values()) {
            for (double[] p : new double[][] {{0.65, 0.85}, {0.5, 0.3}, {0.1, 0.12}}) {
                for (double power : new double[] {0.3, 0.8, 0.95}) {
                    double patients = size.patients(p[0], p[1], 0.025, power);
                    assertEquals(power, size.power(patients, p[0], p[1], 0.025), 1e-12, size + " " + p[0]);
                }
            }
        }
    }

    @Test
    void without_a_difference_it_is_the_level() {
        for (ApproximateProportionSize size : ApproximateProportionSize.values()) {
            assertEquals(0.05, size.power(31, 0.65, 0.65, 0.05), 1e-15);
            assertThrows(IllegalArgumentException.class, () -> size.patients(0.65, 0.65, 0.05, 0.8));
        }
    }
}
