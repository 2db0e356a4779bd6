package marrow.dist;

import marrow.check.Require;

/**
 * A density that rises in a straight line from {@code lower} to {@code mode} and falls in one to {@code upper}: what
 * is left when experts give a least, a likely and a largest value. The mode may lie at an end.
 *
 * @param lower least value
 * @param mode  most likely value
 * @param upper largest value
 */
public record Triangular(double lower, double mode, double upper) implements Distribution {
    public Triangular {
        Require.rising(lower, upper, "lower", "upper");
        if (!(mode >= lower && mode <= upper)) {
            throw new IllegalArgumentException("mode must lie between " + lower + " and " + upper + ", not " + mode);
        }
    }

    public static Triangular of(double lower, double mode, double upper) {
        return new Triangular(lower, mode, upper);
    }

    @Override
    public double cumulative(double x) {
        return x >= mode ? 1 - above(x) : below(x);
    }

    @Override
    public double survival(double x) {
        return x >= mode ? above(x) : 1 - below(x);
    }

    /** P(X &le; x) for x below the mode: the area of the left triangle. */
    private double below(double x) {
        return x <= lower ? 0 : (x - lower) / (upper - lower) * ((x - lower) / (mode - lower));
    }

    /** P(X &gt; x) for x from the mode on: the area of the right triangle. */
    private double above(double x) {
        return x >= upper ? 0 : (upper - x) / (upper - lower) * ((upper - x) / (upper - mode));
    }

    @Override
    public double quantile(double p) {
        Require.probability(p, "p");
        return p * (upper - lower) < mode - lower ? leftOf(p) : rightOf(1 - p);
    }

    @Override
    public double upperQuantile(double q) {
        Require.probability(q, "q");
        return q * (upper - lower) <= upper - mode ? rightOf(q) : leftOf(1 - q);
    }

    private double leftOf(double p) {
        return lower + Math.sqrt(p * (upper - lower) * (mode - lower));
    }

    private double rightOf(double q) {
        return upper - Math.sqrt(q * (upper - lower) * (upper - mode));
    }

    @Override
    public double mean() {
        return (lower + mode + upper) / 3;
    }
}
