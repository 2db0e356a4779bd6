package marrow.stats.survival;

import java.util.OptionalDouble;
import marrow.check.Require;
import marrow.stats.law.Confidence;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Interval;

/**
 * The product-limit estimate S(t) = prod over t(j) &le; t of (1 - d(j) / n(j)), with Greenwood's variance, var log S(t)
 * = sum of d / (n (n - d)). Kaplan and Meier (1958), JASA 53:457-481; left truncation after Tsai, Jewell and Wang (1987),
 * Biometrika 74:883-886. Any status above 0 is the event.
 *
 * <p>Equal to R: {@code survfit(Surv(time, status) ~ 1, conf.type = ..., timefix = FALSE)}, with {@code Surv(entry, time,
 * status)} under truncation, and {@code weights=, robust = FALSE} with weights; {@code quantile(fit, p)}; {@code
 * print(fit, rmean = tau)}.
 *
 * <p>Degenerate inputs: no subject or no event gives S = 1 with standard error 0; where S = 0 the standard error is 0
 * (R: NaN). Intervals at 1 and 0 are those of {@link ConfidenceScale}. After the last time observed S stays what it was
 * (R: {@code extend = TRUE}); {@link #isFollowedTo} tells. When truncation empties the risk set early, S falls to 0 and
 * stays there.
 */
public final class KaplanMeier {
    /** Two probabilities nearer than this are the same level of a curve: R's tolerance in quantile.survfit. */
    private static final double SAME_LEVEL = Math.sqrt(Math.ulp(1.0));

    private final RiskTable own = RiskTable.ofAnyCause();
    private RiskTable table = own;
    private double[] survival = {};
    private double[] greenwood = {};

    private KaplanMeier() {}

    public static KaplanMeier of(SurvivalSample sample) {
        return new KaplanMeier().fit(sample.time(), sample.status(), sample.entry(), sample.weight(), sample.size());
    }

    /**
     * One estimate after the other in the same memory: made once a thread, it allocates only while samples grow. Of the
     * queries, only those that return an object allocate.
     */
    public static final class Scratch {
        private final KaplanMeier lent = new KaplanMeier();

        /** The estimate from the first n subjects, good until the next call; entry and weight may be null. */
        public KaplanMeier fit(double[] time, int[] status, double[] entry, double[] weight, int n) {
            return lent.fit(time, status, entry, weight, n);
        }

        /** The estimate from risk sets that are there already, whatever the causes; good as long as they are. */
        public KaplanMeier fit(RiskTable risks) {
            lent.table = risks;
            return lent.fit();
        }
    }

    private KaplanMeier fit(double[] time, int[] status, double[] entry, double[] weight, int n) {
        table = own.fill(time, status, entry, weight, n);
        return fit();
    }

    private KaplanMeier fit() {
        if (table.count() > survival.length) {
            survival = new double[Math.max(table.count(), 2 * survival.length)];
            greenwood = new double[survival.length];
        }
        double s = 1;
        double variance = 0;
        for (int j = 0; j < table.count(); j++) {
            double atRisk = table.atRisk(j);
            double events = table.events(j);
            s *= (atRisk - events) / atRisk;
            variance += s > 0 ? events / (atRisk * (atRisk - events)) : 0;
            survival[j] = s;
            greenwood[j] = variance;
        }
        return this;
    }

    /** The risk sets behind the curve: its steps are at {@code table().time(j)}. */
    public RiskTable table() {
        return table;
    }

    /** S(t), the chance to be free of the event after t. */
    public double survival(double t) {
        int j = table.position(t);
        return j == 0 ? 1 : survival[j - 1];
    }

    /** Greenwood's standard error of S(t). */
    public double standardError(double t) {
        int j = table.position(t);
        return j == 0 ? 0 : survival[j - 1] * Math.sqrt(greenwood[j - 1]);
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

    /** Test of S(t) against s0. */
    public LandmarkTest test(double t, double s0, ConfidenceScale scale) {
        return isFollowedTo(t)
                ? LandmarkTest.of(survival(t), standardError(t), s0, scale)
                : LandmarkTest.notFollowed(survival(t), standardError(t), s0);
    }

    /** The time by which half had the event; empty when the curve stays above. */
    public OptionalDouble median() {
        return quantile(0.5);
    }

    /**
     * The time by which a share p had the event, 0 &lt; p &lt; 1; the middle of the step where the curve lies flat at
     * 1 - p, up to the last time observed. Empty when the curve does not come so low.
     */
    public OptionalDouble quantile(double p) {
        Quantile quantile = new Quantile(p);
        for (int j = 0; j < table.count(); j++) {
            quantile.next(table.time(j), 1 - survival[j]);
        }
        return quantile.found(table.lastTime());
    }

    /** The earliest time the interval allows for the quantile: where the lower limits of S cross 1 - p. */
    public OptionalDouble quantileLower(double p, Confidence confidence) {
        return quantileLimit(p, confidence, true);
    }

    /** The latest time the interval allows: where the upper limits of S cross 1 - p. Empty when it is open. */
    public OptionalDouble quantileUpper(double p, Confidence confidence) {
        return quantileLimit(p, confidence, false);
    }

    private OptionalDouble quantileLimit(double p, Confidence confidence, boolean lower) {
        Quantile quantile = new Quantile(p);
        for (int j = 0; j < table.count(); j++) {
            double s = survival[j];
            if (s > 0) {
                double error = s * Math.sqrt(greenwood[j]);
                double limit = lower ? confidence.lower(s, error) : confidence.upper(s, error);
                quantile.next(table.time(j), 1 - limit);
            } else {
                quantile.endUnknown(); // R has no interval where S is 0
            }
        }
        return quantile.found(table.lastTime());
    }

    /** Where a curve of shares that had the event reaches p, by the rules of R's quantile.survfit. */
    private static final class Quantile {
        private final double p;
        private double last; // the level reached last; 0 at the start
        private boolean lastKnown = true;
        private double level = Double.POSITIVE_INFINITY; // the lowest level at or above p
        private double time;
        private double levelBeyond = Double.POSITIVE_INFINITY; // the lowest level above p
        private double timeBeyond;

        Quantile(double p) {
            this.p = Require.openProbability(p, "p");
        }

        /** The lowest level counts, not the first: limits of S need not fall all the way. */
        void next(double t, double share) {
            if (share + SAME_LEVEL >= p && share < level) {
                level = share;
                time = t;
            }
            if (share - SAME_LEVEL >= p && share < levelBeyond) {
                levelBeyond = share;
                timeBeyond = t;
            }
            last = share;
        }

        void endUnknown() {
            lastKnown = false;
        }

        OptionalDouble found(double lastTime) {
            if (lastKnown && Math.abs(p - last) < SAME_LEVEL) {
                return OptionalDouble.of((time + lastTime) / 2);
            }
            return levelBeyond > 1 ? OptionalDouble.empty() : OptionalDouble.of((time + timeBeyond) / 2);
        }
    }

    /** The mean time to the event within tau: the area under S up to tau, S carried on after the last time. */
    public double restrictedMean(double tau) {
        double from = 0;
        double s = 1;
        double area = 0;
        int reached = table.position(Require.positive(tau, "tau"));
        for (int j = 0; j < reached; j++) {
            area += s * (table.time(j) - from);
            from = table.time(j);
            s = survival[j];
        }
        return area + s * (tau - from);
    }

    /** Its standard error, from var = sum of (area under S between t(j) and tau)^2 d / (n (n - d)). */
    public double restrictedMeanError(double tau) {
        double to = Require.positive(tau, "tau");
        double area = 0;
        double variance = 0;
        for (int j = table.position(tau) - 1; j >= 0; j--) {
            area += survival[j] * (to - table.time(j));
            to = table.time(j);
            double left = table.atRisk(j) - table.events(j);
            variance += left > 0 ? area * area * table.events(j) / (table.atRisk(j) * left) : 0;
        }
        return Math.sqrt(variance);
    }
}
