package marrow.stats.comparison;

import java.util.Arrays;
import marrow.check.Require;
import marrow.stats.law.ChiSquare;
import marrow.stats.law.Gaussian;
import marrow.stats.law.GeneralisedCholesky;
import marrow.stats.survival.OrderedSample;
import marrow.stats.survival.SurvivalSample;

/**
 * Log-rank test of k groups, weighted and stratified if wanted. At each event time t of a stratum, with d events and Y
 * at risk of whom Y_g in group g, and weight w(t) ({@link Weighting}),
 *
 * <pre>
 *   O_g += w d_g     E_g += w d Y_g / Y     V_gh += w^2 d (Y - d)/(Y - 1) (Y_g/Y) (1{g = h} - Y_h/Y)
 * </pre>
 *
 * sums over strata, and {@code chi-square = (O - E)' V^- (O - E)} over groups 1.. with as many degrees of freedom as V
 * has rank. Conventions of {@code survival::survdiff}: hypergeometric variance, events before censorings of one time;
 * any status above 0 is the event. With two groups {@code z = (O_1 - E_1)/sqrt(V_11)}: negative when group 1 has fewer
 * events than expected. Left truncation, which survdiff does not know, as in the score test of {@code coxph(ties =
 * "exact")}.
 *
 * <p>Degenerate: without events, with one group, or when no event time leaves anything to chance, V = 0; then the
 * chi-square and z are 0, the degrees of freedom 0 and every two-sided p-value 1 (one-sided 0.5). A group that is empty
 * or never at risk at an event costs its degree of freedom, as in survdiff. Case weights are refused: {@link
 * marrow.stats.regression.WeightedLogRank} is the test with them. Source: Fleming and Harrington (1991), chapter 7.
 */
public final class LogRank {
    private final int k;
    private final Weighting weighting;
    private final OrderedSample sample = new OrderedSample();
    private final GeneralisedCholesky cholesky;
    private final double[] atRisk;
    private final double[] events;
    private final double[] observed;
    private final double[] expected;
    private final double[] variance;
    private final double[] lower;
    private final double[] difference;
    private final double[] share;
    private int[] group = {};
    private double chiSquare;

    private LogRank(int groups, Weighting weighting) {
        k = Require.between(groups, 1, 1000, "groups");
        this.weighting = weighting;
        cholesky = new GeneralisedCholesky(k);
        atRisk = new double[k];
        events = new double[k];
        observed = new double[k];
        expected = new double[k];
        variance = new double[k * k];
        lower = new double[k * k];
        difference = new double[k];
        share = new double[k];
    }

    /** Subject i is in {@code group[i]}, one of 0..groups - 1. */
    public static LogRank of(SurvivalSample sample, int[] group, int groups, Weighting weighting) {
        return stratified(sample, group, groups, null, weighting);
    }

    /** Groups are compared within strata, which may be any numbers. */
    public static LogRank stratified(
            SurvivalSample sample, int[] group, int groups, int[] stratum, Weighting weighting) {
        Unweighted.require(sample, "LogRank");
        return new LogRank(groups, weighting)
                .test(sample.time(), sample.status(), sample.entry(), group, stratum, sample.size());
    }

    /** One test after the other in the same memory: made once a thread, it allocates only while samples grow. */
    public static final class Scratch {
        private final LogRank lent;

        public Scratch(int groups, Weighting weighting) {
            lent = new LogRank(groups, weighting);
        }

        /** The test of the first n subjects, good until the next call; entry and stratum may be null. */
        public LogRank test(double[] time, int[] status, double[] entry, int[] group, int[] stratum, int n) {
            return lent.test(time, status, entry, group, stratum, n);
        }
    }

    private LogRank test(double[] time, int[] status, double[] entry, int[] group, int[] stratum, int n) {
        Require.covers(group.length, n, "group");
        for (int i = 0; i < n; i++) {
            Require.between(group[i], 0, k - 1, "group");
        }
        this.group = group;
        sample.take(time, status, entry, null, stratum, n);
        sum(weighting);
        return this;
    }

    private void sum(Weighting second) {
        Arrays.fill(observed, 0);
        Arrays.fill(expected, 0);
        Arrays.fill(variance, 0);
        for (int from = 0; from < sample.size(); ) {
            int to = sample.endOfStratum(from);
            addStratum(second, from, to);
            from = to;
        }
        chiSquare = quadraticForm();
    }

    /**
     * Covariance of the difference of group 1 of two with that of another weighting. What the accessors say, except of
     * observed and expected, is void after it.
     */
    double covariance(Weighting other) {
        sum(other);
        return variance[3];
    }

    private void addStratum(Weighting second, int from, int to) {
        if (k == 2 && second == Weighting.LOG_RANK && weighting == second && !sample.truncated()) {
            addTwoGroups(from, to);
            return;
        }
        Arrays.fill(atRisk, 0);
        double total = 0;
        double survival = 1;
        double peto = 1;
        boolean truncated = sample.truncated();
        for (int i = from; i < to && !truncated; i++) {
            atRisk[group[sample.byTime(i)]]++;
            total++;
        }
        int entering = truncated ? from : to;
        for (int i = from; i < to; ) {
            double t = sample.timeAt(i);
            while (entering < to && sample.entry(sample.byEntry(entering)) < t) {
                atRisk[group[sample.byEntry(entering++)]]++;
                total++;
            }
            Arrays.fill(events, 0);
            double d = 0;
            int next = i;
            for (; next < to && sample.timeAt(next) == t; next++) {
                int row = sample.byTime(next);
                if (sample.event(row)) {
                    events[group[row]]++;
                    d++;
                }
            }
            if (d > 0) {
                peto *= 1 - d / (total + 1);
                double weight = weighting.at(survival, total, peto);
                addTime(weight, weighting == second ? weight : second.at(survival, total, peto), d, total);
                survival *= 1 - d / total;
            }
            for (; i < next; i++) {
                atRisk[group[sample.byTime(i)]]--;
                total--;
            }
        }
    }

    private void addTime(double weight, double second, double d, double total) {
        double spread = total > 1 ? weight * second * d * (total - d) / (total - 1) : 0;
        for (int g = 0; g < k; g++) {
            share[g] = atRisk[g] / total;
        }
        for (int g = 0; g < k; g++) {
            observed[g] += weight * events[g];
            expected[g] += weight * d * share[g];
            for (int h = 0; h < k; h++) {
                variance[g * k + h] += spread * share[g] * ((g == h ? 1 : 0) - share[h]);
            }
        }
    }

    /**
     * The same for the test that nearly every trial makes: two groups, every weight 1, all at risk from the start. Sums of group 1 run in
     * local variables and are the same to the bit; those of group 0 are what is left of the whole. One division is left of
     * each event that has its time for itself (3.7 to 1.2 us of 200 rows).
     */
    private void addTwoGroups(int from, int to) {
        int inSecond = 0;
        for (int i = from; i < to; i++) {
            inSecond += group[sample.byTime(i)];
        }
        double second = inSecond;
        double total = to - from;
        double all = observed[0] + observed[1];
        double observed1 = observed[1];
        double expected1 = expected[1];
        double variance11 = variance[3];
        for (int i = from; i < to; ) {
            double t = sample.timeAt(i);
            int here = i;
            int hereSecond = 0;
            int events = 0;
            int events1 = 0;
            do {
                int row = sample.byTime(i++);
                int event = sample.event(row) ? 1 : 0;
                hereSecond += group[row];
                events += event;
                events1 += event & group[row];
            } while (i < to && sample.timeAt(i) == t);
            double d = events; // 0 adds nothing: whether a row is an event cannot be guessed
            double spread = total > 1 ? events <= 1 ? d : d * (total - d) / (total - 1) : 0;
            double share1 = second / total;
            all += d;
            observed1 += events1;
            expected1 += d * share1;
            variance11 += spread * share1 * (1 - share1);
            total -= i - here;
            second -= hereSecond;
        }
        observed[0] = all - observed1;
        observed[1] = observed1;
        expected[0] = all - expected1;
        expected[1] = expected1;
        variance[0] = variance11;
        variance[1] = -variance11;
        variance[2] = -variance11;
        variance[3] = variance11;
    }

    private double quadraticForm() {
        int p = k - 1;
        for (int g = 0; g < p; g++) {
            difference[g] = observed[g + 1] - expected[g + 1];
            for (int h = 0; h < p; h++) {
                lower[g * p + h] = variance[(g + 1) * k + h + 1];
            }
        }
        cholesky.factor(lower, p);
        return cholesky.quadraticForm(difference);
    }

    /** Weighted number of events in group g. */
    public double observed(int g) {
        return observed[g];
    }

    /** Its expectation when all groups share one hazard, given who was at risk. */
    public double expected(int g) {
        return expected[g];
    }

    /** Covariance of the observed minus expected of groups g and h. */
    public double variance(int g, int h) {
        return variance[g * k + h];
    }

    public double chiSquare() {
        return chiSquare;
    }

    public int degreesOfFreedom() {
        return cholesky.rank();
    }

    /** Two-sided p-value of the chi-square. */
    public double p() {
        return ChiSquare.upperTail(chiSquare, cholesky.rank());
    }

    /** Of two groups: negative when group 1 fares better. */
    public double z() {
        if (k != 2) {
            throw new IllegalStateException("z is of two groups, not of " + k);
        }
        return cholesky.rank() == 0 ? 0 : (observed[1] - expected[1]) / Math.sqrt(variance[3]);
    }

    /** One-sided p-value for fewer events in group 1 of two, {@code Phi(z)}. */
    public double pFewer() {
        return Gaussian.lowerTail(z());
    }
}
