package marrow.trial.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marrow.journey.Tick;
import org.junit.jupiter.api.Test;

class VisitsTest {
    @Test
    void what_happens_on_the_day_of_a_visit_is_found_then() {
        Visits visits = new Visits(28, 90);
        assertEquals(28, visits.finding(0));
        assertEquals(28, visits.finding(28));
        assertEquals(118, visits.finding(Math.nextUp(28.0)));
        assertEquals(118, visits.finding(118));
        assertEquals(208, visits.finding(200));
        assertEquals(0, new Visits(0, 7).finding(0));
        assertTrue(Double.isNaN(visits.finding(Double.NaN)));
    }

    @Test
    void so_it_is_to_the_tick_for_any_distance() {
        double tick = 0x1p-30;
        for (double every : new double[] {30.4375, 0.1, 1.0 / 3, 28, 91.3, Math.PI}) {
            Visits visits = new Visits(every, every);
            for (int k = 0; k < 3000; k++) {
                double visit = Tick.nearest(every + every * k);
                assertEquals(visit, visits.finding(visit), "on the day of visit " + k + ", every " + every);
                assertEquals(visit, visits.finding(visit - tick), "a tick before");
                assertEquals(Tick.nearest(every + every * (k + 1)), visits.finding(visit + tick), "a tick after");
            }
        }
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> new Visits(-1, 10));
        assertThrows(IllegalArgumentException.class, () -> new Visits(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Visits(Double.NaN, 10));
    }
}
