package marrow.stats.law;

import marrow.check.Require;
import org.apache.commons.math3.special.Beta;

/**
 * The beta law with density proportional to p^(a-1) (1-p)^(b-1), as a law of an unknown proportion: a prior, and after x
 * successes of n the posterior with a + x and b + n - x. Tails and quantiles are R's {@code pbeta} and {@code qbeta}.
 *
 * <p>The prediction of y successes among m more subjects is beta-binomial, C(m, y) B(a + y, b + m - y) / B(a, b). The
 * predictive probability of success is the chance that the posterior after those m subjects has P(p &gt; p0) &gt;
 * threshold. Lee and Liu (2008), Clin. Trials 5:93-106.
 *
 * @param a pulls towards 1, &gt; 0
 * @param b pulls towards 0, &gt; 0
 */
public record BetaLaw(double a, double b) {
    /** A posterior probability above a threshold by less is at it: rounding must not decide. */
    private static final double AS_HIGH = 1e-12;

    public BetaLaw {
        Require.positive(a, "a");
        Require.positive(b, "b");
    }

    public static BetaLaw of(double a, double b) {
        return new BetaLaw(a, b);
    }

    /** The posterior, when this is the prior. */
    public BetaLaw after(int successes, int trials) {
        Require.between(successes, 0, Require.between(trials, 0, Integer.MAX_VALUE, "trials"), "successes");
        return new BetaLaw(a + successes, b + (trials - successes));
    }

    public double mean() {
        return a / (a + b);
    }

    public double standardDeviation() {
        return Math.sqrt(a * b / (a + b + 1)) / (a + b);
    }

    /** P(p &le; x). */
    public double below(double x) {
        return Beta.regularizedBeta(Require.probability(x, "x"), a, b);
    }

    /** P(p &gt; x). */
    public double above(double x) {
        return Beta.regularizedBeta(1 - Require.probability(x, "x"), b, a);
    }

    /** The x with P(p &le; x) = tail, for 0 &lt; tail &lt; 1. */
    public double quantile(double tail) {
        Require.openProbability(tail, "tail");
        return tail <= 0.5 ? lowerQuantile(tail, a, b) : 1 - lowerQuantile(1 - tail, b, a);
    }

    /** The x with P(p &gt; x) = tail. */
    public double upperQuantile(double tail) {
        Require.openProbability(tail, "tail");
        return tail <= 0.5 ? 1 - lowerQuantile(tail, b, a) : lowerQuantile(1 - tail, a, b);
    }

    /** On the scale of the log odds y, from log P(p &le; x) = log tail. */
    private static double lowerQuantile(double tail, double a, double b) {
        double y = TailRoot.find(
                odds -> StrictMath.log(Beta.regularizedBeta(1 / (1 + StrictMath.exp(-odds)), a, b))
                        - StrictMath.log(tail),
                StrictMath.log(a / b));
        return 1 / (1 + StrictMath.exp(-y));
    }

    /** The interval with equal tails that holds this share of the law. */
    public Interval interval(double level) {
        double tail = (1 - Require.openProbability(level, "level")) / 2;
        return new Interval(quantile(tail), upperQuantile(tail));
    }

    /** The chance of y successes among the next m subjects. */
    public double predictive(int successes, int m) {
        Require.between(successes, 0, Require.between(m, 0, Integer.MAX_VALUE - 1, "m"), "successes");
        double logChoose = -StrictMath.log(m + 1.0) - Beta.logBeta(successes + 1.0, m - successes + 1.0);
        return StrictMath.exp(logChoose + (Beta.logBeta(a + successes, b + (m - successes)) - Beta.logBeta(a, b)));
    }

    /** The chance that after m more subjects P(p &gt; p0) is above the threshold. */
    public double predictiveProbability(int m, double p0, double threshold) {
        Require.openProbability(p0, "p0");
        Require.probability(threshold, "threshold");
        double sum = 0;
        for (int y = m; y >= 0 && after(y, m).above(p0) > threshold + AS_HIGH; y--) { // P(p > p0) rises with y
            sum += predictive(y, m);
        }
        return Math.min(sum, 1);
    }
}
