package marrow.stats.comparison;

import java.util.Arrays;
import marrow.check.Require;
import marrow.stats.law.ChiSquare;
import marrow.stats.law.GeneralisedCholesky;
import marrow.stats.survival.OrderedSample;
import marrow.stats.survival.SurvivalSample;

/**
 * Gray's test that k groups share one cumulative incidence F of a cause when there are others. In group g just before
 * an event time: Y_g at risk, S_g the Kaplan-Meier estimate of any event, F_g the cumulative incidence of the cause,
 * {@code R_g = Y_g (1 - F_g) / S_g} the risk set with those kept in who had another event. With d events of the cause,
 * d_g of them in group g, weight {@code (1 - F)^rho}, and F the pooled incidence with steps {@code d / sum Y_g/S_g},
 * the score is
 *
 * <pre>
 *   z_g = sum_t (1 - F)^rho (d_g - d R_g / sum R)
 * </pre>
 *
 * Its variance adds up what each group's events of either kind do to all scores, now and through the later weights C
 * (Gray 1988, section 3); tied events are corrected as {@code cmprsk::cuminc} does, whose answer this is. Strata add
 * their scores and variances. The chi-square {@code z' V^- z} has the rank of V as degrees of freedom.
 *
 * <p>F is no incidence where a group is used up and others go on: it may come to 1 and beyond. Later weights are divided by 1 - F, and at an event that compares
 * groups while F = 1 they have no limit, unless rho is above 1: the test is undetermined there, and chi-square and p are NaN. cuminc divides by 0.
 *
 * <p>Degenerate: where V is singular cuminc answers -1; here an uninformative group costs its degree of freedom, and
 * without any the chi-square is 0 and p = 1. Left truncation and case weights are refused.
 */
public final class Gray {
    /** How near to 1 the pooled incidence is 1 but for rounding. */
    private static final double ROUNDING = 1e-9;

    private final int k;
    private final int cause;
    private final double rho;
    private final OrderedSample sample = new OrderedSample();
    private final GeneralisedCholesky cholesky;
    private final double[] atRisk;
    private final double[] survival;
    private final double[] incidence;
    private final double[] survivalAfter;
    private final double[] ofCause;
    private final double[] ofOthers;
    private final double[] influence;
    private final double[] later;
    private final double[] score;
    private final double[] variance;
    private final double[] room;
    private int[] group = {};
    private double pooled;
    private boolean undetermined;
    private double chiSquare;

    private Gray(int groups, int cause, double rho) {
        k = Require.between(groups, 1, 1000, "groups");
        this.cause = Require.between(cause, 1, Integer.MAX_VALUE, "cause");
        this.rho = Require.notNegative(rho, "rho");
        cholesky = new GeneralisedCholesky(k);
        atRisk = new double[k];
        survival = new double[k];
        incidence = new double[k];
        survivalAfter = new double[k];
        ofCause = new double[k];
        ofOthers = new double[k];
        influence = new double[k * k];
        later = new double[k * k];
        score = new double[k];
        variance = new double[k * k];
        room = new double[k];
    }

    /** Subject i is in {@code group[i]}, one of 0..groups - 1; rho = 0 is the usual test. */
    public static Gray of(SurvivalSample sample, int[] group, int groups, int cause, double rho) {
        return stratified(sample, group, groups, null, cause, rho);
    }

    /** Groups are compared within strata, which may be any numbers. */
    public static Gray stratified(
            SurvivalSample sample, int[] group, int groups, int[] stratum, int cause, double rho) {
        Unweighted.require(sample, "Gray's test");
        if (sample.entry() != null) {
            throw new IllegalArgumentException("Gray's test knows no left truncation");
        }
        return new Gray(groups, cause, rho).test(sample.time(), sample.status(), group, stratum, sample.size());
    }

    /** One test after the other in the same memory: made once a thread, it allocates only while samples grow. */
    public static final class Scratch {
        private final Gray lent;

        public Scratch(int groups, int cause, double rho) {
            lent = new Gray(groups, cause, rho);
        }

        /** The test of the first n subjects, good until the next call; stratum may be null. */
        public Gray test(double[] time, int[] status, int[] group, int[] stratum, int n) {
            return lent.test(time, status, group, stratum, n);
        }
    }

    private Gray test(double[] time, int[] status, int[] group, int[] stratum, int n) {
        Require.covers(group.length, n, "group");
        for (int i = 0; i < n; i++) {
            Require.between(group[i], 0, k - 1, "group");
        }
        this.group = group;
        sample.take(time, status, null, null, stratum, n);
        Arrays.fill(score, 0);
        Arrays.fill(variance, 0);
        undetermined = false;
        for (int from = 0; from < n; ) {
            int to = sample.endOfStratum(from);
            Arrays.fill(later, 0);
            walk(from, to, 1);
            walk(from, to, -1);
            from = to;
        }
        double form = quadraticForm();
        chiSquare = undetermined ? Double.NaN : form;
        return this;
    }

    /**
     * Twice through a stratum: forth to sum the weights C of all its times, and again to take them away as they pass.
     */
    private void walk(int from, int to, int direction) {
        Arrays.fill(atRisk, 0);
        Arrays.fill(survival, 1);
        Arrays.fill(incidence, 0);
        pooled = 0;
        for (int i = from; i < to; i++) {
            atRisk[group[sample.byTime(i)]]++;
        }
        for (int i = from; i < to; ) {
            double t = sample.timeAt(i);
            Arrays.fill(ofCause, 0);
            Arrays.fill(ofOthers, 0);
            double d = 0;
            double others = 0;
            int next = i;
            for (; next < to && sample.timeAt(next) == t; next++) {
                int row = sample.byTime(next);
                int status = sample.status(row);
                d += status == cause ? 1 : 0;
                others += status != cause && status != 0 ? 1 : 0;
                ofCause[group[row]] += status == cause ? 1 : 0;
                ofOthers[group[row]] += status != cause && status != 0 ? 1 : 0;
            }
            if (d + others > 0) {
                addTime(d, direction);
            }
            for (; i < next; i++) {
                atRisk[group[sample.byTime(i)]]--;
            }
        }
    }

    private void addTime(double d, int direction) {
        double total = 0;
        double kept = 0;
        int compared = 0;
        for (int g = 0; g < k; g++) {
            if (atRisk[g] > 0) {
                compared++;
                survivalAfter[g] = survival[g] * (atRisk[g] - ofCause[g] - ofOthers[g]) / atRisk[g];
                total += atRisk[g] / survival[g];
                kept += atRisk[g] * (1 - incidence[g]) / survival[g];
            } else {
                survivalAfter[g] = survival[g];
            }
        }
        undetermined |= compared > 1 && d > 0 && isLimitless();
        double pooledAfter = pooled + d / total;
        double weight = rho == 0 ? 1 : power(1 - pooled, rho);
        weigh(weight, total, d, direction);
        if (direction > 0) {
            for (int g = 0; g < k; g++) {
                double expected = atRisk[g] > 0 ? d * atRisk[g] * (1 - incidence[g]) / (survival[g] * kept) : 0;
                score[g] += weight * (ofCause[g] - expected);
            }
        } else {
            addVariance(d, total, pooledAfter);
        }
        for (int g = 0; g < k; g++) {
            if (atRisk[g] > 0) {
                incidence[g] += survival[g] * ofCause[g] / atRisk[g];
                survival[g] = survivalAfter[g];
            }
        }
        pooled = pooledAfter;
    }

    /** Whether (1 - F)^rho / (1 - F) is divided by 0; with rho = 1 only where both are. */
    private boolean isLimitless() {
        return rho < 1 ? Math.abs(1 - pooled) <= ROUNDING : rho == 1 && pooled == 1;
    }

    /**
     * The pooled incidence may pass 1 after a group is used up. R goes on with the negative base; so do whole powers
     * here.
     */
    private static double power(double base, double rho) {
        return base < 0 && rho != Math.rint(rho) ? 0 : StrictMath.pow(base, rho);
    }

    /** What one event of the cause in group h does to the score of g at this time, and its part of C. */
    private void weigh(double weight, double total, double d, int direction) {
        for (int g = 0; g < k; g++) {
            for (int h = 0; h < k; h++) {
                boolean both = atRisk[g] > 0 && atRisk[h] > 0;
                double share = both ? atRisk[h] / survival[h] / total : 0;
                double a = both ? weight * atRisk[g] / survival[g] * ((g == h ? 1 : 0) - share) : 0;
                influence[g * k + h] = a;
                later[g * k + h] += a == 0 || d == 0 ? 0 : direction * a * d / (total * (1 - pooled));
            }
        }
    }

    private void addVariance(double d, double total, double pooledAfter) {
        for (int h = 0; h < k; h++) {
            if (atRisk[h] > 0 && d > 0) {
                double carried = survivalAfter[h] > 0 ? 1 - (1 - pooledAfter) / survivalAfter[h] : 1;
                double tied = d > 1 ? 1 - (d - 1) / (total * survival[h] - 1) : 1;
                addSquare(h, 1, carried, tied * survival[h] * d / (total * atRisk[h]));
            }
            if (survivalAfter[h] > 0 && ofOthers[h] > 0) {
                double carried = (1 - pooledAfter) / survivalAfter[h];
                double tied = ofOthers[h] > 1 ? 1 - (ofOthers[h] - 1) / (atRisk[h] - 1) : 1;
                addSquare(h, 0, carried, tied * survival[h] * survival[h] * ofOthers[h] / (atRisk[h] * atRisk[h]));
            }
        }
    }

    private void addSquare(int h, double now, double carried, double size) {
        for (int i = 0; i < k; i++) {
            double atI = now * influence[i * k + h] + carried * later[i * k + h];
            for (int j = 0; j < k; j++) {
                double atJ = now * influence[j * k + h] + carried * later[j * k + h];
                variance[i * k + j] += size * atI * atJ;
            }
        }
    }

    private double quadraticForm() {
        int p = k - 1;
        for (int g = 0; g < p; g++) {
            room[g] = score[g];
            for (int h = 0; h < p; h++) {
                influence[g * p + h] = variance[g * k + h];
            }
        }
        cholesky.factor(influence, p);
        return cholesky.quadraticForm(room);
    }

    /** Weighted observed minus expected events of the cause in group g. */
    public double score(int g) {
        return score[g];
    }

    public double variance(int g, int h) {
        return variance[g * k + h];
    }

    /** NaN where it is undetermined. */
    public double chiSquare() {
        return chiSquare;
    }

    public int degreesOfFreedom() {
        return cholesky.rank();
    }

    public double p() {
        return ChiSquare.upperTail(chiSquare, cholesky.rank());
    }
}
