package marrow.journey;

/**
 * The grain of time, 80 microseconds: a power of two of a day, so that days made of ticks add and subtract exactly, to the
 * bit, within 22,000 years. 2 + 2 + 10 days from the start of a course are its 14 days whenever it started, and an event on
 * a patient's day 100 is seen in data cut on the patient's day 100 whenever the patient came. Months and quarters of a year are whole ticks; most
 * other fractions of a unit are not, and are rounded before lives see them.
 */
public final class Tick {
    private static final double PER_DAY = 0x1p30;

    private Tick() {}

    /** The tick nearest to a day. */
    public static double nearest(double day) {
        return Math.rint(day * PER_DAY) / PER_DAY;
    }

    /** How many ticks a day that is a whole number of them has. */
    public static long count(double day) {
        return (long) (day * PER_DAY);
    }

    /** The day that so many ticks make. */
    public static double day(long count) {
        return count / PER_DAY;
    }

    /** The first tick that is not before a day. */
    public static double notBefore(double day) {
        return Math.ceil(day * PER_DAY) / PER_DAY;
    }
}
