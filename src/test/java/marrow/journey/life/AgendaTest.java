package marrow.journey.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import marrow.journey.Tick;
import org.junit.jupiter.api.Test;

class AgendaTest {
    /** Rings come and are struck in any order; what comes next is what a search of all days finds. */
    private static void keepsItsOrder(int clocks, double longest) {
        SplittableRandom random = new SplittableRandom(clocks);
        Agenda agenda = new Agenda(clocks);
        double[] day = new double[clocks];
        for (int life = 0; life < 20; life++) {
            agenda.clear();
            Arrays.fill(day, Double.POSITIVE_INFINITY);
            for (int i = 0; i < 200; i++) {
                int clock = random.nextInt(clocks);
                if (day[clock] < Double.POSITIVE_INFINITY || random.nextInt(4) == 0) {
                    agenda.strike(clock);
                    day[clock] = Double.POSITIVE_INFINITY;
                } else {
                    day[clock] = random.nextBoolean() ? longest : Tick.nearest(random.nextDouble(longest));
                    agenda.put(clock, day[clock]);
                }
                assertEquals(first(day), agenda.next());
                assertEquals(day[clock], agenda.dayOf(clock));
            }
        }
    }

    /** The earliest, and of those at one instant the one of the least number; -1 for none. */
    private static int first(double[] day) {
        int first = -1;
        for (int clock = 0; clock < day.length; clock++) {
            if (day[clock] < (first < 0 ? Double.POSITIVE_INFINITY : day[first])) {
                first = clock;
            }
        }
        return first;
    }

    @Test
    void of_rings_at_one_instant_that_of_the_clock_declared_first_is_next() {
        keepsItsOrder(1, 5);
        keepsItsOrder(2, 0x1p-30);
        keepsItsOrder(54, 1461);
        keepsItsOrder(64, Patient.LONGEST_LIFE);
        keepsItsOrder((1 << 14) - 1, Patient.LONGEST_LIFE);
    }

    @Test
    void without_clocks_nothing_rings() {
        Agenda agenda = new Agenda(0);
        agenda.clear();
        assertEquals(-1, agenda.next());
    }

    @Test
    void more_clocks_than_there_is_room_for_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Agenda(1 << 14));
    }
}
