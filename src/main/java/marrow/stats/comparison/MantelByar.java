package marrow.stats.comparison;

import marrow.check.Require;
import marrow.stats.survival.SurvivalSample;

/**
 * Log-rank test of an event on the way, a response or a transplant: a subject is in group 0 until its change and in
 * group 1 from then on, so that nobody is counted as a responder in time that had to be survived in order to respond.
 * The rows are (entry, change] in group 0 and (change, time] in group 1; an event at the time of the change is still
 * one of group 0. Mantel and Byar (1974), JASA 69:81-86. The chi-square is the score test of {@code coxph(Surv(start,
 * stop, event) ~ changed, ties = "exact")}.
 *
 * <p>Who never changes has a change at infinity; a change at or before entry puts a subject into group 1 from entry
 * on. Without entries everybody is seen from before time 0, so events at time 0 count. Degenerate inputs, weights and
 * strata as in {@link LogRank}: with nobody changed there is nothing to compare and p = 1.
 */
public final class MantelByar {
    private MantelByar() {}

    public static LogRank of(SurvivalSample sample, double[] change, Weighting weighting) {
        return stratified(sample, change, null, weighting);
    }

    /** Within strata, which may be any numbers. */
    public static LogRank stratified(SurvivalSample sample, double[] change, int[] stratum, Weighting weighting) {
        Unweighted.require(sample, "the test of Mantel and Byar");
        return new Scratch(weighting)
                .test(sample.time(), sample.status(), sample.entry(), change, stratum, sample.size());
    }

    /** One test after the other in the same memory: made once a thread, it allocates only while samples grow. */
    public static final class Scratch {
        private static final double BEFORE_ALL = -1;

        private final LogRank.Scratch test;
        private double[] time = {};
        private double[] entry = {};
        private int[] status = {};
        private int[] group = {};
        private int[] stratum = {};

        public Scratch(Weighting weighting) {
            test = new LogRank.Scratch(2, weighting);
        }

        /** The test of the first n subjects, good until the next call; entry and stratum may be null. */
        public LogRank test(double[] time, int[] status, double[] entry, double[] change, int[] stratum, int n) {
            Require.covers(time.length, n, "time");
            Require.covers(status.length, n, "status");
            Require.covers(entry == null ? n : entry.length, n, "entry");
            Require.covers(change.length, n, "change");
            Require.covers(stratum == null ? n : stratum.length, n, "stratum");
            grow(2 * n);
            int rows = 0;
            for (int i = 0; i < n; i++) {
                if (Double.isNaN(change[i])) {
                    throw new IllegalArgumentException("change must be a time or infinity, not " + change[i]);
                }
                double from = entry == null ? BEFORE_ALL : entry[i];
                boolean changes = change[i] < time[i];
                this.stratum[rows] = stratum == null ? 0 : stratum[i];
                if (changes && change[i] > from && change[i] >= 0) {
                    put(rows++, from, change[i], 0, 0);
                    from = change[i];
                    this.stratum[rows] = this.stratum[rows - 1];
                }
                put(rows++, from, time[i], status[i], changes ? 1 : 0);
            }
            return test.test(this.time, this.status, this.entry, group, this.stratum, rows);
        }

        private void put(int row, double from, double to, int event, int changed) {
            entry[row] = from;
            time[row] = to;
            status[row] = event;
            group[row] = changed;
        }

        private void grow(int rows) {
            if (rows > time.length) {
                int room = Math.max(rows, 2 * time.length);
                time = new double[room];
                entry = new double[room];
                status = new int[room];
                group = new int[room];
                stratum = new int[room];
            }
        }
    }
}
