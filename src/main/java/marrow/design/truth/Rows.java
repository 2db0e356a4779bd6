package marrow.design.truth;

import java.util.Arrays;
import java.util.Optional;
import marrow.montecarlo.Estimate;
import marrow.stats.survival.AalenJohansen;
import marrow.stats.survival.LandmarkCount;
import marrow.trial.cohort.Sample;

/**
 * Many patients' rows of a time-to-event endpoint.
 *
 * @param time   days since the origin to the event, or to the end of observation
 * @param status 0 censored, 1 the event of interest, 2, ... what competes
 * @param entry  days since the origin after which each is seen; null where all are from the origin on
 */
@SuppressWarnings("ArrayRecordComponent") // columns; never compared
record Rows(double[] time, int[] status, double[] entry) {
    int size() {
        return time.length;
    }

    /** The chance to have had the event of interest by a day, where all are followed from the origin to it, so that they are counted; else empty. */
    Optional<Estimate> counted(int causes, double day) {
        LandmarkCount count = new LandmarkCount();
        if (entry != null || !count.count(day, causes, time, status, size()) || !count.isComplete()) {
            return Optional.empty();
        }
        double chance = count.incidence();
        return Optional.of(Estimate.of(chance, Math.sqrt(chance * (1 - chance) / size())));
    }

    /** The whole curve. */
    AalenJohansen curve(int causes) {
        return new AalenJohansen.Scratch(causes).fit(time, status, entry, null, size());
    }

    /** All of these, one after the other. */
    static Rows joined(Rows... parts) {
        int n = Arrays.stream(parts).mapToInt(Rows::size).sum();
        boolean truncated = Arrays.stream(parts).anyMatch(part -> part.entry != null);
        Rows all = new Rows(new double[n], new int[n], truncated ? new double[n] : null);
        int at = 0;
        for (Rows part : parts) {
            System.arraycopy(part.time, 0, all.time, at, part.size());
            System.arraycopy(part.status, 0, all.status, at, part.size());
            if (truncated && part.entry == null) {
                Arrays.fill(all.entry, at, at + part.size(), Sample.FROM_ORIGIN);
            } else if (truncated) {
                System.arraycopy(part.entry, 0, all.entry, at, part.size());
            }
            at += part.size();
        }
        return all;
    }
}
