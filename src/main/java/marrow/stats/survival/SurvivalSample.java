package marrow.stats.survival;

import java.util.Objects;

/**
 * Right-censored, perhaps left-truncated times of one sample: subject i is at risk on (entry[i], time[i]] and has at
 * time[i] the event status[i], or is censored. The arrays are the caller's: they are neither copied, sorted nor
 * changed, and are checked when a {@link RiskTable} is filled from them.
 *
 * @param time   when observation ends, &ge; 0, any unit
 * @param status 0 censored, 1 the event; with competing causes, which one: 1, 2, ...
 * @param entry  when observation begins, below {@code time} and perhaps negative; null when all are seen from the start
 * @param weight case weights, &gt; 0; null when each is 1
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the caller's columns; never compared
public record SurvivalSample(double[] time, int[] status, double[] entry, double[] weight) {
    public SurvivalSample {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(status, "status");
        requireSame(status.length, time.length, "status");
        requireSame(entry == null ? time.length : entry.length, time.length, "entry");
        requireSame(weight == null ? time.length : weight.length, time.length, "weight");
    }

    public static SurvivalSample of(double[] time, int[] status) {
        return new SurvivalSample(time, status, null, null);
    }

    /** The same subjects, seen only from {@code entry} on: left truncation. */
    public SurvivalSample enteredAt(double[] entry) {
        return new SurvivalSample(time, status, Objects.requireNonNull(entry, "entry"), weight);
    }

    public SurvivalSample weighted(double[] weight) {
        return new SurvivalSample(time, status, entry, Objects.requireNonNull(weight, "weight"));
    }

    public int size() {
        return time.length;
    }

    private static void requireSame(int length, int n, String name) {
        if (length != n) {
            throw new IllegalArgumentException(name + " has " + length + " values for " + n + " subjects");
        }
    }
}
