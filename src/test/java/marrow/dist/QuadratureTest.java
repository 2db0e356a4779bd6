package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuadratureTest {
    @Test
    void smooth_integrands() {
        assertEquals(Math.E - 1, Quadrature.integral(StrictMath::exp, 0, 1), 1e-15);
        assertEquals(2, Quadrature.integral(StrictMath::sin, 0, Math.PI), 1e-15);
        assertEquals(Math.atan(1000) - Math.atan(-1000), Quadrature.integral(x -> 1 / (1 + x * x), -1000, 1000), 1e-12);
    }

    @Test
    void ends_where_the_integrand_or_its_slope_is_infinite() {
        assertEquals(2, Quadrature.integral(x -> 1 / Math.sqrt(x), 0, 1), 1e-14);
        assertEquals(20, Quadrature.integral(x -> StrictMath.exp(-0.95 * StrictMath.log(x)), 0, 1), 1e-12);
        assertEquals(-1, Quadrature.integral(StrictMath::log, 0, 1), 1e-15);
        assertEquals(1 / 1.03, Quadrature.integral(x -> StrictMath.exp(0.03 * StrictMath.log(x)), 0, 1), 1e-15);
    }

    @Test
    void kinks_inside() {
        assertEquals(0.045 + 0.245, Quadrature.integral(x -> Math.abs(x - 0.3), 0, 1), 1e-14);
        assertEquals(0.7, Quadrature.integral(x -> x > 0.3 ? 1 : 0, 0, 1), 1e-12);
    }

    @Test
    void nothing_over_nothing() {
        assertEquals(0, Quadrature.integral(x -> Double.NaN, 2, 2));
    }

    @Test
    void rising_root_is_found_on_either_side_or_not_at_all() {
        // Accuracy asked of Brent's method: 1e-15 (1 + |root|).
        assertEquals(Math.log(7), RisingRoot.find(y -> StrictMath.exp(y) - 7, -30), 3e-15);
        assertEquals(Math.log(7), RisingRoot.find(y -> StrictMath.exp(y) - 7, 300), 3e-15);
        assertEquals(-2, RisingRoot.find(y -> y < -2 ? Double.NEGATIVE_INFINITY : y + 2, 5), 3e-15);
        assertTrue(Double.isNaN(RisingRoot.find(y -> -1 / (1 + StrictMath.exp(y)), 0, 100)));
    }
}
