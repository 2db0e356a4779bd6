package marrow.stats;

import java.util.Arrays;

/**
 * Log-rank test of k groups, weighted and stratified if wanted. At each event time t of a stratum, with d events and Y
 * at risk of whom Y_g in group g, and weight w(t) ({@link Weighting}),
 *
 * <pre>
 *   O_g += w d_g     E_g += w d Y_g / Y     V_gh += w^2 d (Y - d)/(Y - 1) (Y_g/Y) (1{g = h} - Y_h/Y)
 * </pre>
 *
 * sums over strata, and {@code chi-square = (O - E)' V^- (O - E)} over groups 1.. with as many degrees of freedom as V has
 * rank. Conventions of {@code survival::survdiff}: hypergeometric variance, events before censorings of one time. With
 * two groups {@code z = (O_1 - E_1)/sqrt(V_11)}: negative when group 1 has fewer events than expected.
 *
 * <p>Degenerate: without events, with one group, or when no event time leaves anything to chance, V = 0; then the
 * chi-square and z are 0, the degrees of freedom 0 and every two-sided p-value 1 (one-sided 0.5). A group that is empty
 * or never at risk at an event costs its degree of freedom, as in survdiff.
 *
 * <p>An instance is the working room for one thread: {@link #test} allocates nothing, and the accessors speak of the
 * last test. {@link #of} is the one call for a single data set. Source: Fleming and Harrington (1991), chapter 7.
 */
public final class LogRank {
    private final int k;
    private final RiskOrder byTime;
    private final RiskOrder byEntry;
    private final GeneralisedCholesky cholesky;
    private final double[] atRisk;
    private final double[] events;
    private final double[] observed;
    private final double[] expected;
    private final double[] variance;
    private final double[] lower;
    private final double[] difference;
    private double chiSquare;

    /** Room for so many subjects in so many groups. */
    public LogRank(int capacity, int groups) {
        if (groups < 1) {
            throw new IllegalArgumentException("there must be a group: " + groups);
        }
        k = groups;
        byTime = new RiskOrder(capacity);
        byEntry = new RiskOrder(capacity);
        cholesky = new GeneralisedCholesky(k);
        atRisk = new double[k];
        events = new double[k];
        observed = new double[k];
        expected = new double[k];
        variance = new double[k * k];
        lower = new double[k * k];
        difference = new double[k];
    }

    public static LogRank of(Subjects subjects, int groups, Weighting weighting) {
        return new LogRank(subjects.size(), groups).test(subjects, weighting);
    }

    public LogRank test(Subjects subjects, Weighting weighting) {
        return test(subjects, weighting, weighting);
    }

    /** Covariance of two differently weighted differences of group 1 of two. The accessors are void after it. */
    double covariance(Subjects subjects, Weighting one, Weighting other) {
        return test(subjects, one, other).variance[3];
    }

    private LogRank test(Subjects subjects, Weighting weighting, Weighting second) {
        subjects.check(k);
        byTime.sort(subjects, subjects.time);
        if (subjects.entry != null) {
            byEntry.sort(subjects, subjects.entry);
        }
        Arrays.fill(observed, 0);
        Arrays.fill(expected, 0);
        Arrays.fill(variance, 0);
        int n = subjects.size();
        for (int from = 0; from < n; ) {
            int to = from + 1;
            int stratum = subjects.stratumOf(byTime.at(from));
            while (to < n && subjects.stratumOf(byTime.at(to)) == stratum) {
                to++;
            }
            addStratum(subjects, weighting, second, from, to);
            from = to;
        }
        chiSquare = quadraticForm();
        return this;
    }

    private void addStratum(Subjects subjects, Weighting weighting, Weighting second, int from, int to) {
        Arrays.fill(atRisk, 0);
        double total = 0;
        double survival = 1;
        double peto = 1;
        boolean truncated = subjects.entry != null;
        for (int i = from; i < to && !truncated; i++) {
            atRisk[subjects.groupOf(byTime.at(i))]++;
            total++;
        }
        int entering = truncated ? from : to;
        for (int i = from; i < to; ) {
            double t = subjects.time[byTime.at(i)];
            while (entering < to && subjects.entry[byEntry.at(entering)] < t) {
                atRisk[subjects.groupOf(byEntry.at(entering++))]++;
                total++;
            }
            Arrays.fill(events, 0);
            double d = 0;
            int next = i;
            for (; next < to && subjects.time[byTime.at(next)] == t; next++) {
                int row = byTime.at(next);
                if (subjects.event(row)) {
                    events[subjects.groupOf(row)]++;
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
                atRisk[subjects.groupOf(byTime.at(i))]--;
                total--;
            }
        }
    }

    private void addTime(double weight, double second, double d, double total) {
        double spread = total > 1 ? weight * second * d * (total - d) / (total - 1) : 0;
        for (int g = 0; g < k; g++) {
            double share = atRisk[g] / total;
            observed[g] += weight * events[g];
            expected[g] += weight * d * share;
            for (int h = 0; h < k; h++) {
                variance[g * k + h] += spread * share * ((g == h ? 1 : 0) - atRisk[h] / total);
            }
        }
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
        return Tail.chiSquareAbove(chiSquare, cholesky.rank());
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
        return Tail.normalBelow(z());
    }
}
