package marrow.dist;

import static org.apache.commons.math3.special.Beta.regularizedBeta;

import marrow.check.Require;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Beta law stretched over an interval: {@code X = lower + (upper - lower) B}, B with density proportional to
 * {@code b^(alpha-1) (1-b)^(beta-1)}.
 *
 * <p>Drawn as G(alpha) / (G(alpha) + G(beta)) from two gamma draws, in logarithms so that small shapes do not
 * underflow. The quantile is solved from the incomplete beta function, as for {@link Gamma}.
 *
 * @param alpha pulls towards the upper end, &gt; 0
 * @param beta  pulls towards the lower end, &gt; 0
 * @param lower the lower end, finite
 * @param upper the upper end, finite
 */
public record Beta(double alpha, double beta, double lower, double upper) implements Distribution {
    public Beta {
        Require.positive(alpha, "alpha");
        Require.positive(beta, "beta");
        Require.rising(lower, upper, "lower", "upper");
    }

    public static Beta of(double alpha, double beta, double lower, double upper) {
        return new Beta(alpha, beta, lower, upper);
    }

    /** By mean and standard deviation on the interval; sd^2 must be below (mean - lower)(upper - mean). */
    public static Beta ofMean(double mean, double sd, double lower, double upper) {
        Require.rising(lower, upper, "lower", "upper");
        Require.positive(sd, "sd");
        double m = (mean - lower) / (upper - lower);
        double spread = sd / (upper - lower);
        double both = m * (1 - m) / (spread * spread) - 1;
        if (!(m > 0 && m < 1 && both > 0)) {
            throw new IllegalArgumentException("no beta law from " + lower + " to " + upper + " has mean " + mean
                    + " and sd " + sd + ": the mean must lie inside and sd^2 below (mean - lower)(upper - mean)");
        }
        return new Beta(m * both, (1 - m) * both, lower, upper);
    }

    /** The law on this interval with P(X &le; x1) = p1 and P(X &le; x2) = p2, where x1 &lt; x2 and p1 &lt; p2. */
    public static Beta ofQuantiles(double p1, double x1, double p2, double x2, double lower, double upper) {
        Require.quantiles(p1, x1, p2, x2);
        Require.rising(lower, x1, "lower", "x1");
        Require.rising(x2, upper, "x2", "upper");
        double logBoth = RisingRoot.find(
                y -> logOddsAt(reaching(StrictMath.exp(y), p1, x1, lower, upper), x2) - logOdds(p2),
                0,
                LARGEST_LOG_BOTH);
        if (Double.isNaN(logBoth)) {
            throw new IllegalArgumentException("no beta law from " + lower + " to " + upper + " has quantiles " + x1
                    + " and " + x2 + " at " + p1 + " and " + p2 + " with alpha + beta between 1e-5 and 1e5");
        }
        return reaching(StrictMath.exp(logBoth), p1, x1, lower, upper);
    }

    private static final double LARGEST_LOG_BOTH = StrictMath.log(1e5);

    /** The law with this alpha + beta and P(X &le; x) = p: alpha / (alpha + beta) is solved on the logit scale. */
    private static Beta reaching(double both, double p, double x, double lower, double upper) {
        double logit = RisingRoot.find(y -> logOdds(p) - logOddsAt(withLogit(y, both, lower, upper), x), 0);
        return withLogit(logit, both, lower, upper);
    }

    private static Beta withLogit(double y, double both, double lower, double upper) {
        return new Beta(both / (1 + StrictMath.exp(-y)), both / (1 + StrictMath.exp(y)), lower, upper);
    }

    private static double logOdds(double p) {
        return StrictMath.log(p) - StrictMath.log1p(-p);
    }

    private static double logOddsAt(Beta law, double x) {
        return StrictMath.log(law.cumulative(x)) - StrictMath.log(law.survival(x));
    }

    @Override
    public double sample(UniformRandomProvider random) {
        double logOdds = MarsagliaTsang.logDraw(alpha, random) - MarsagliaTsang.logDraw(beta, random);
        return at(logOdds);
    }

    /** As for {@link Gamma}: plain draws first, the quantile when they all fall below. */
    @Override
    public double sampleAbove(double bound, UniformRandomProvider random) {
        for (int tries = 0; tries < Within.TRIES; tries++) {
            double x = sample(random);
            if (x > bound) {
                return x;
            }
        }
        return Distribution.super.sampleAbove(bound, random);
    }

    /** The point of the interval with these log odds of B, from the nearer end. */
    private double at(double logOdds) {
        double nearer = (upper - lower) / (1 + StrictMath.exp(Math.abs(logOdds)));
        return logOdds < 0 ? lower + nearer : upper - nearer;
    }

    /** The smaller tail is computed from the distance to its own end, so that no distance is rounded away. */
    @Override
    public double cumulative(double x) {
        double below = fromLower(x);
        return below < 0.5 ? below : 1 - fromUpper(x);
    }

    @Override
    public double survival(double x) {
        double below = fromLower(x);
        return below < 0.5 ? 1 - below : fromUpper(x);
    }

    private double fromLower(double x) {
        return x <= lower ? 0 : x >= upper ? 1 : regularizedBeta((x - lower) / (upper - lower), alpha, beta);
    }

    private double fromUpper(double x) {
        return x >= upper ? 0 : regularizedBeta((upper - x) / (upper - lower), beta, alpha);
    }

    @Override
    public double quantile(double p) {
        Require.probability(p, "p");
        return p == 0 ? lower : p == 1 ? upper : p <= 0.5 ? at(fromBelow(p)) : at(fromAbove(1 - p));
    }

    @Override
    public double upperQuantile(double q) {
        Require.probability(q, "q");
        return q == 0 ? upper : q == 1 ? lower : q <= 0.5 ? at(fromAbove(q)) : at(fromBelow(1 - q));
    }

    /** Log odds y of B with P(B &le; b(y)) = p. */
    private double fromBelow(double p) {
        return RisingRoot.find(
                y -> StrictMath.log(regularizedBeta(1 / (1 + StrictMath.exp(-y)), alpha, beta)) - StrictMath.log(p),
                StrictMath.log(alpha / beta));
    }

    private double fromAbove(double q) {
        return RisingRoot.find(
                y -> StrictMath.log(q) - StrictMath.log(regularizedBeta(1 / (1 + StrictMath.exp(y)), beta, alpha)),
                StrictMath.log(alpha / beta));
    }

    @Override
    public double mean() {
        return lower + (upper - lower) * (alpha / (alpha + beta));
    }
}
