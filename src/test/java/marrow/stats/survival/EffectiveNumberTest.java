package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectiveNumberTest {
    private static double at(double t, double[] time, int[] status, double[] entry) {
        AalenJohansen curve = new AalenJohansen.Scratch(2).fit(time, status, entry, null, time.length);
        return new EffectiveNumber().at(t, time, entry, time.length, curve::eventFree);
    }

    private static double[] days(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }

    @Test
    void without_censoring_it_is_everybody() {
        int[] all = IntStream.range(0, 30).map(i -> 1).toArray();
        assertEquals(30, at(30, days(30), all, null), 1e-12);
        assertEquals(30, at(1e9, days(30), all, null), 1e-12);
        assertEquals(30, at(12.5, days(30), all, null), 1e-12);
        assertEquals(3, at(5, new double[] {5, 5, 5}, new int[] {1, 2, 1}, null), 1e-12);
        assertEquals(3, at(5, new double[] {7, 8, 9}, new int[3], null));
    }

    /** Censored on a day is followed to it; the day after nobody knows. */
    @Test
    void without_events_it_is_those_at_risk() {
        double[] time = {2, 4, 4, 6, 8};
        assertEquals(5, at(2, time, new int[5], null));
        assertEquals(4, at(2.5, time, new int[5], null));
        assertEquals(4, at(4, time, new int[5], null));
        assertEquals(2, at(5, time, new int[5], null));
        assertEquals(1, at(8, time, new int[5], null));
        assertEquals(0, at(8.5, time, new int[5], null));
    }

    /** Of 30, two are censored when 15 are left: 13 of 15 would not have been. */
    @Test
    void it_is_what_censoring_has_left_of_those_who_had_the_event_too() {
        int[] status = IntStream.rangeClosed(1, 30)
                .map(i -> i == 16 || i == 17 ? 0 : 1)
                .toArray();
        double[] time = days(30);
        time[16] = 16;
        assertEquals(26, at(30, time, status, null), 1e-12);
        assertEquals(30, at(16, time, status, null), 1e-12);
        assertEquals(26, at(17, time, status, null), 1e-12);
    }

    @Test
    void who_comes_late_does_not_count_for_the_time_before() {
        double[] time = {9, 9, 9, 9};
        assertEquals(2, at(8, time, new int[4], new double[] {-1, 0, 1, 5}));
        assertEquals(0, at(8, time, new int[4], new double[] {3, 3, 3, 5}));
        assertEquals(1, at(8, new double[] {9, 4, 9, 9}, new int[4], new double[] {-1, -1, 5, 5}));
        assertEquals(0, at(8, new double[] {4, 4, 9, 9}, new int[4], new double[] {-1, -1, 5, 5}));
        assertEquals(
                1, at(8, new double[] {2, 9, 9}, new int[] {1, 0, 0}, new double[] {-1, 3, 3}), "S falls to 0 early");
    }

    @Test
    void of_nobody_it_is_0() {
        assertEquals(0, at(5, new double[0], new int[0], null));
        assertEquals(0, at(5, new double[] {0}, new int[] {1}, null), "nobody is event-free after day 0");
        assertThrows(IllegalArgumentException.class, () -> at(Double.NaN, new double[] {1}, new int[] {1}, null));
    }
}
