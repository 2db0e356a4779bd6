package marrow.dist;

import marrow.check.Require;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Always the same number: a visit on day 28, a dose step. Takes no random number.
 *
 * @param value the number, finite
 */
public record Fixed(double value) implements Distribution {
    public Fixed {
        Require.finite(value, "value");
    }

    public static Fixed of(double value) {
        return new Fixed(value);
    }

    @Override
    public double sample(UniformRandomProvider random) {
        return value;
    }

    @Override
    public double sampleAbove(double bound, UniformRandomProvider random) {
        return value > bound ? value : Double.POSITIVE_INFINITY;
    }

    @Override
    public double cumulative(double x) {
        return x >= value ? 1 : 0;
    }

    @Override
    public double quantile(double p) {
        Require.probability(p, "p");
        return value;
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double lower() {
        return value;
    }

    @Override
    public double upper() {
        return value;
    }
}
