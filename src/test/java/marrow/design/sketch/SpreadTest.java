package marrow.design.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpreadTest {
    /** R 4.2: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(.025, .25, .5, .75, .975)) gives 1, 1.75, 3.5, 5.25, 8.475. */
    @Test
    void quantiles_are_those_of_R_and_missing_trials_are_left_out() {
        Spread spread = Spread.of(new double[] {3, 1, Double.NaN, 4, 1, 5, 9, 2, 6});
        assertEquals(8, spread.trials());
        assertEquals(1.0, spread.low(), 1e-15);
        assertEquals(1.75, spread.lowerQuartile(), 1e-15);
        assertEquals(3.5, spread.median(), 1e-15);
        assertEquals(5.25, spread.upperQuartile(), 1e-15);
        assertEquals(8.475, spread.high(), 1e-12);
    }

    @Test
    void nothing_has_no_quantiles() {
        assertTrue(Double.isNaN(Spread.of(new double[] {Double.NaN}).median()));
    }
}
