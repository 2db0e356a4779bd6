package marrow.trial;

import java.util.Arrays;
import marrow.check.Require;
import marrow.random.AddressedRandom;

/** How the patients of a trial come: on calendar days since the trial opened, in rising order. Patient i is the i-th. */
public interface Recruitment {
    /** Where the days stand among the numbers of a trial: patient i, or who is screened as i-th, has the i-th occurrence. */
    long ARRIVAL = AddressedRandom.clockKey("trial: arrival");

    /** What one thread makes days with. */
    Arrivals arrivals();

    /** Scratch of one thread. */
    @FunctionalInterface
    interface Arrivals {
        /**
         * Fills the days on which the first n patients are enrolled.
         *
         * @param random the numbers of the trial. The days of the first patients do not depend on n, but where the end of recruitment is
         *               given instead of its speed
         */
        void fill(double[] day, int n, AddressedRandom random);

        /** How many of those who came last were screened to enrol the first so many of them. */
        default int screenedFor(int enrolled) {
            return enrolled;
        }
    }

    /** All on the day on which the trial opens. Nothing is drawn. */
    static Recruitment atOnce() {
        return () -> (day, n, random) -> Arrays.fill(day, 0, n, 0);
    }

    /** A Poisson process of this intensity. */
    static Recruitment poisson(Intensity intensity) {
        return () -> (day, n, random) -> {
            random.firstExponentials(ARRIVAL, day, n);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += day[i];
                day[i] = intensity.dayOf(sum);
            }
        };
    }

    /** As regular as the intensity allows: patient i on the day by which i + 1/2 are expected. Nothing is drawn. */
    static Recruitment regular(Intensity intensity) {
        return () -> (day, n, random) -> {
            for (int i = 0; i < n; i++) {
                day[i] = intensity.dayOf(i + 0.5);
            }
        };
    }

    /**
     * Each patient on a day that is uniform between 0 and the end, in order: the order statistics are the sums of n + 1
     * unit exponentials, divided by the last.
     */
    static Recruitment over(double days) {
        Require.positive(days, "the length of recruitment");
        return () -> (day, n, random) -> {
            random.firstExponentials(ARRIVAL, day, n);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += day[i];
                day[i] = sum;
            }
            double unit = days / (sum + random.firstExponential(ARRIVAL, n));
            for (int i = 0; i < n; i++) {
                day[i] *= unit;
            }
        };
    }
}
