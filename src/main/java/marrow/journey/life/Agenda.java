package marrow.journey.life;

import java.util.Arrays;
import marrow.check.Require;
import marrow.journey.Tick;

/**
 * The rings that lie before one patient within the horizon. Kept as a plain list in no order: a patient has few clocks running at a
 * time, and looking through a dozen numbers is quicker than keeping a heap in order.
 *
 * <p>A ring is one number, its day in ticks above the number of its clock: the least is the earliest ring, and of those at one instant
 * that of the clock declared first, and in a search for it no comparison can be guessed wrong. The days of {@link
 * Patient#LONGEST_LIFE} take 49 bits, which leaves 14 for the clocks.
 */
final class Agenda {
    private static final int MOST_CLOCKS = (1 << 14) - 1;
    private static final long NOTHING = Long.MAX_VALUE;

    private final int clockBits;
    private final long[] rings;

    /** Per clock: where its ring stands in the list, or -1. */
    private final int[] place;

    private int size;

    Agenda(int clockCount) {
        clockBits = Integer.SIZE - Integer.numberOfLeadingZeros(Require.between(clockCount, 0, MOST_CLOCKS, "clocks"));
        rings = new long[clockCount];
        place = new int[clockCount];
    }

    void clear() {
        size = 0;
        Arrays.fill(place, -1);
    }

    /** @param ringDay in whole ticks */
    void put(int clock, double ringDay) {
        rings[size] = Tick.count(ringDay) << clockBits | clock;
        place[clock] = size++;
    }

    void strike(int clock) {
        int at = place[clock];
        if (at >= 0) {
            long moving = rings[--size];
            rings[at] = moving;
            place[clockOf(moving)] = at;
            place[clock] = -1;
        }
    }

    private int clockOf(long ring) {
        return (int) ring & (1 << clockBits) - 1;
    }

    /** The clock that rings next: the earliest, and of those at one instant the one declared first; -1 if none. */
    int next() {
        long next = NOTHING;
        for (int i = 0; i < size; i++) {
            next = Math.min(next, rings[i]);
        }
        return next == NOTHING ? -1 : clockOf(next);
    }

    /** The day of a clock's ring; infinity where it does not ring within the horizon. */
    double dayOf(int clock) {
        return place[clock] < 0 ? Double.POSITIVE_INFINITY : Tick.day(rings[place[clock]] >>> clockBits);
    }
}
