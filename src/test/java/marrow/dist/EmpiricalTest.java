package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;

/** The piecewise linear law, worked by hand. A fifth of the patients are exactly 18 years old. */
class EmpiricalTest {
    private static final Empirical AGE =
            Empirical.of(new double[] {0, 0.2, 0.4, 0.8, 1}, new double[] {10, 18, 18, 40, 60});

    @Test
    void lines_between_points() {
        assertEquals(14, AGE.quantile(0.1), 1e-14);
        assertEquals(18, AGE.quantile(0.3), 0);
        assertEquals(29, AGE.quantile(0.6), 1e-14);
        assertEquals(0.1, AGE.cumulative(14), 1e-15);
        assertEquals(0.6, AGE.cumulative(29), 1e-15);
        assertEquals(0.2 * 14 + 0.2 * 18 + 0.4 * 29 + 0.2 * 50, AGE.mean(), 1e-13);
    }

    @Test
    void mass_at_one_value_is_a_step() {
        assertEquals(0.2, AGE.cumulative(Math.nextDown(18.0)), 1e-14);
        assertEquals(0.4, AGE.cumulative(18), 0);
        UniformRandomProvider random = new SplitMix64(3);
        int at18 = 0;
        for (int i = 0; i < 10_000; i++) {
            at18 += AGE.sample(random) == 18 ? 1 : 0;
            assertTrue(AGE.sampleAbove(18, random) > 18);
        }
        assertEquals(2000, at18, 6 * Math.sqrt(10_000 * 0.2 * 0.8)); // 6 standard errors: false alarm 2e-9
    }

    @Test
    void limits_keep_the_mass_on_them() {
        Distribution adults = AGE.within(18, 50);
        assertEquals(0.2 / 0.7, adults.cumulative(18), 1e-14);
        assertEquals(0.6 / 0.7, adults.cumulative(40), 1e-14);
        assertEquals(18, adults.lower());
        assertEquals(50, adults.upper());
        assertEquals((0.2 * 18 + 0.4 * 29 + 0.1 * 45) / 0.7, adults.mean(), 1e-13);
        Distribution children = AGE.within(0, 18);
        assertEquals(1 - 0.2 / 0.4, children.survival(Math.nextDown(18.0)), 1e-14);
    }

    @Test
    void refuses_what_is_no_quantile_function() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Empirical.of(new double[] {0, 0.5, 1}, new double[] {1, 7, 6.5}))
                .getMessage();
        assertTrue(message.contains("7.0 to 6.5"), message);
        assertThrows(IllegalArgumentException.class, () -> Empirical.of(new double[] {0.1, 1}, new double[] {1, 2}));
        assertThrows(
                IllegalArgumentException.class, () -> Empirical.of(new double[] {0, 0, 1}, new double[] {1, 2, 3}));
        assertThrows(IllegalArgumentException.class, () -> Empirical.of(new double[] {0}, new double[] {1}));
        assertThrows(
                IllegalArgumentException.class, () -> Empirical.of(new double[] {0, 1}, new double[] {1, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> AGE.within(61, 70));
    }
}
