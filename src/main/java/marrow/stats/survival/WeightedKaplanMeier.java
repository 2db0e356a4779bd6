package marrow.stats.survival;

import java.util.Arrays;
import marrow.check.Require;
import marrow.stats.law.Confidence;
import marrow.stats.law.Interval;

/**
 * The Kaplan-Meier estimate with weights that are not counts, as inverse probabilities of treatment or of censoring
 * are not, and its robust variance by the infinitesimal jackknife. With sums of weights n at risk and d with an event
 * at t(j), {@code S(t) = prod (1 - d/n)}, and the pull of row i on S(t) is
 *
 * <pre>
 *   S(t) w_i ( sum over t(j) &lt;= t at risk of d/(n (n - d))  -  1/(n - d) at its own event )
 * </pre>
 *
 * Pulls of the rows of one cluster (one subject, whose weight changes with time) are added, and the variance is the
 * sum of their squares. Equal to {@code survfit(Surv(entry, time, status) ~ 1, weights = w, cluster = c, robust =
 * TRUE)}. Xie and Liu (2005), Statist. Med. 24:3089-3110. Weights are taken as known.
 *
 * <p>Degenerate: no row or no event gives S = 1 with standard error 0; where S = 0 the standard error is 0 (R: NaN).
 * With all weights 1 and no truncation the variance is Greenwood's.
 */
public final class WeightedKaplanMeier {
    private final RiskTable table = RiskTable.ofAnyCause();
    private double[] survival = {};
    private double[] drag = {};
    private double[] pull = {};
    private int[] status = {};
    private double[] weight;
    private int[] cluster;

    private WeightedKaplanMeier() {}

    /** Each row for itself. */
    public static WeightedKaplanMeier of(SurvivalSample sample) {
        return clustered(sample, null);
    }

    /** Rows with one cluster number (0, 1, ...) hang together. */
    public static WeightedKaplanMeier clustered(SurvivalSample sample, int[] cluster) {
        double[] weight = sample.weight() == null ? null : sample.weight().clone();
        int[] own = cluster == null ? null : cluster.clone();
        return new WeightedKaplanMeier()
                .fit(sample.time(), sample.status().clone(), sample.entry(), weight, own, sample.size());
    }

    /** One estimate after the other in the same memory: made once a thread, it allocates only while samples grow. */
    public static final class Scratch {
        private final WeightedKaplanMeier lent = new WeightedKaplanMeier();

        /**
         * The estimate from the first n rows, good until the next call; entry, weight and cluster may be null. Status,
         * weight and cluster must stay as they are while standard errors are asked for.
         */
        public WeightedKaplanMeier fit(
                double[] time, int[] status, double[] entry, double[] weight, int[] cluster, int n) {
            return lent.fit(time, status, entry, weight, cluster, n);
        }
    }

    private WeightedKaplanMeier fit(
            double[] time, int[] status, double[] entry, double[] weight, int[] cluster, int n) {
        table.fill(time, status, entry, weight, n);
        this.status = status;
        this.weight = weight;
        this.cluster = cluster;
        if (table.count() >= drag.length) {
            drag = new double[Math.max(table.count() + 1, 2 * drag.length)];
            survival = new double[drag.length];
        }
        double s = 1;
        drag[0] = 0;
        for (int j = 0; j < table.count(); j++) {
            double left = table.atRisk(j) - table.events(j);
            s *= left / table.atRisk(j);
            survival[j] = s;
            drag[j + 1] = drag[j] + (left > 0 ? table.events(j) / (table.atRisk(j) * left) : 0);
        }
        int clusters = n;
        Require.covers(cluster == null ? n : cluster.length, n, "cluster");
        for (int i = 0; i < n && cluster != null; i++) {
            clusters = Math.max(clusters, Require.between(cluster[i], 0, 1 << 30, "cluster") + 1);
        }
        if (clusters > pull.length) {
            pull = new double[Math.max(clusters, 2 * pull.length)];
        }
        return this;
    }

    public double survival(double t) {
        int j = table.position(t);
        return j == 0 ? 1 : survival[j - 1];
    }

    public double standardError(double t) {
        int position = table.position(t);
        double s = survival(t);
        Arrays.fill(pull, 0);
        for (int i = 0; i < table.subjects() && s > 0; i++) {
            int exit = table.exitPosition(i);
            double sum = drag[Math.min(exit, position)] - drag[Math.min(table.entryPosition(i), position)];
            if (status[i] != 0 && exit <= position) {
                sum -= 1 / (table.atRisk(exit - 1) - table.events(exit - 1));
            }
            pull[cluster == null ? i : cluster[i]] += weight == null ? sum : weight[i] * sum;
        }
        double squares = 0;
        for (double ofCluster : pull) {
            squares += ofCluster * ofCluster;
        }
        return s * Math.sqrt(squares);
    }

    public double lower(double t, Confidence confidence) {
        return confidence.lower(survival(t), standardError(t));
    }

    public double upper(double t, Confidence confidence) {
        return confidence.upper(survival(t), standardError(t));
    }

    public Interval interval(double t, Confidence confidence) {
        return confidence.interval(survival(t), standardError(t));
    }

    /** Whether S(t) is known: somebody was observed up to t, or nobody was left. */
    public boolean isFollowedTo(double t) {
        return t <= table.lastTime() || survival(t) == 0;
    }
}
