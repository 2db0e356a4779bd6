package marrow.stats.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marrow.stats.law.Gaussian;
import org.junit.jupiter.api.Test;

/** What can be said without integration: a study that never stops has one normal law after the other. */
class SequentialDensityTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void who_never_stops_is_normal() {
        SequentialDensity density =
                SequentialDensity.firstLook(2, 0.2).next(-NEVER, NEVER, 0.25).next(-NEVER, NEVER, 1);
        for (double z = -3; z < 6; z += 0.7) {
            assertEquals(Gaussian.density(z - 2), density.density(z), 1e-12);
            assertEquals(Gaussian.upperTail(z - 2), density.above(z), 1e-12);
            assertEquals(Gaussian.lowerTail(z - 2), density.below(z), 1e-12);
        }
        assertEquals(2 + 1.959963984540054, density.upperBound(0.025), 1e-12);
        assertEquals(2 - 1.959963984540054, density.lowerBound(0.025), 1e-12);
    }

    /** Half of the studies stop below 0 at a look; that many are missing at the next. */
    @Test
    void who_stopped_does_not_come() {
        SequentialDensity half = SequentialDensity.firstLook(0, 0.5).next(0, NEVER, 1);
        assertEquals(0.5, half.above(-NEVER), 1e-14);
        assertEquals(0.375, half.above(0), 1e-12); // an orthant of correlation sqrt(1/2)
        assertEquals(0.125, half.below(0), 1e-12);
        SequentialDensity between = SequentialDensity.firstLook(0, 0.5).next(-1, 2, 1);
        assertEquals(Gaussian.upperTail(-1) - Gaussian.upperTail(2), between.below(NEVER), 1e-14);
    }

    @Test
    void bounds_of_chances_that_are_not_there() {
        SequentialDensity first = SequentialDensity.firstLook(0, 0.5);
        assertEquals(NEVER, first.upperBound(0));
        assertEquals(-NEVER, first.lowerBound(0));
        SequentialDensity half = first.next(0, NEVER, 1);
        assertEquals(-NEVER, half.upperBound(0.6));
        assertEquals(NEVER, half.lowerBound(0.6));
        SequentialDensity nobody = first.next(3, 3, 1);
        assertEquals(0, nobody.above(-NEVER));
        assertEquals(-NEVER, nobody.upperBound(0.1));
    }

    @Test
    void one_study_goes_on_from_where_it_stands() {
        SequentialDensity next = SequentialDensity.given(1.5, 3, 0.4, 1);
        double mean = 1.5 * Math.sqrt(0.4) + 3 * 0.6;
        assertEquals(Gaussian.upperTail((2 - mean) / Math.sqrt(0.6)), next.above(2), 1e-15);
    }

    @Test
    void information_must_rise() {
        SequentialDensity first = SequentialDensity.firstLook(0, 0.5);
        assertThrows(IllegalArgumentException.class, () -> first.next(-1, 1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> first.next(-1, 1, 0.5 + 1e-7));
        assertThrows(IllegalArgumentException.class, () -> first.next(-1, 1, Double.NaN));
        assertEquals(1, first.next(-NEVER, NEVER, 0.5 + 1e-5).above(-NEVER), 1e-10);
    }
}
