package marrow.journey;

import java.util.Arrays;

/**
 * The rings that lie before one patient within the horizon, by clock. Kept as a plain list in no order: a patient has few
 * clocks running at a time, and looking through a dozen numbers is quicker than keeping a heap in order.
 */
final class Agenda {
    /** Per clock: the day on which it rings; only true of those on the list. */
    private final double[] day;

    private final int[] clocks;

    /** Per clock: where it stands in {@code clocks}, or -1. */
    private final int[] place;

    private int size;

    Agenda(int clockCount) {
        day = new double[clockCount];
        clocks = new int[clockCount];
        place = new int[clockCount];
    }

    void clear() {
        size = 0;
        Arrays.fill(place, -1);
    }

    void put(int clock, double ringDay) {
        day[clock] = ringDay;
        place[clock] = size;
        clocks[size++] = clock;
    }

    void strike(int clock) {
        int at = place[clock];
        if (at >= 0) {
            int moving = clocks[--size];
            clocks[at] = moving;
            place[moving] = at;
            place[clock] = -1;
        }
    }

    /** The clock that rings next: the earliest, and of those at one instant the one declared first; -1 if none. */
    int next() {
        int best = -1;
        double bestDay = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            int clock = clocks[i];
            double ring = day[clock];
            if (ring < bestDay || (ring == bestDay && clock < best)) {
                best = clock;
                bestDay = ring;
            }
        }
        return best;
    }

    /** The day of a clock's ring; infinity where it does not ring within the horizon. */
    double dayOf(int clock) {
        return place[clock] < 0 ? Double.POSITIVE_INFINITY : day[clock];
    }
}
