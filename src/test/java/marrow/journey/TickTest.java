package marrow.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import marrow.journey.life.Patient;
import org.junit.jupiter.api.Test;

class TickTest {
    @Test
    void days_of_whole_ticks_add_and_subtract_without_rounding() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            double a = Tick.nearest(random.nextDouble(4_000_000));
            double b = Tick.nearest(random.nextDouble(4_000_000));
            assertEquals(b, (a + b) - a);
        }
    }

    @Test
    void a_day_of_whole_ticks_comes_back_from_their_count() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100_000; i++) {
            double day = Tick.nearest(random.nextDouble(Patient.LONGEST_LIFE));
            assertEquals(day, Tick.day(Tick.count(day)));
        }
    }

    @Test
    void the_nearest_and_the_next() {
        assertEquals(365.25, Tick.nearest(365.25));
        assertEquals(30.4375, Tick.notBefore(30.4375));
        assertEquals(0, Tick.nearest(1e-10));
        assertEquals(0x1p-30, Tick.notBefore(1e-10));
        assertEquals(Double.POSITIVE_INFINITY, Tick.notBefore(Double.POSITIVE_INFINITY));
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 100_000; i++) {
            double day = random.nextDouble(10_000);
            assertEquals(day, Tick.nearest(day), 0x1p-31);
            assertTrue(Tick.notBefore(day) >= day && Tick.notBefore(day) - day < 0x1p-30);
        }
    }
}
