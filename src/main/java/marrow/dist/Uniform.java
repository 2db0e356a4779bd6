package marrow.dist;

import marrow.check.Require;

/**
 * Every number between two ends is equally likely.
 *
 * @param lower the lower end, finite
 * @param upper the upper end, finite, above the lower
 */
public record Uniform(double lower, double upper) implements Distribution {
    public Uniform {
        Require.rising(lower, upper, "lower", "upper");
    }

    public static Uniform of(double lower, double upper) {
        return new Uniform(lower, upper);
    }

    @Override
    public double cumulative(double x) {
        return x <= lower ? 0 : x >= upper ? 1 : (x - lower) / (upper - lower);
    }

    @Override
    public double survival(double x) {
        return x <= lower ? 1 : x >= upper ? 0 : (upper - x) / (upper - lower);
    }

    @Override
    public double quantile(double p) {
        return lower + (upper - lower) * Require.probability(p, "p");
    }

    @Override
    public double upperQuantile(double q) {
        return upper - (upper - lower) * Require.probability(q, "q");
    }

    @Override
    public double mean() {
        return 0.5 * lower + 0.5 * upper;
    }
}
