package marrow.dist;

import marrow.check.Require;

/**
 * Normal law: {@code mean + sd Z}. For a quantity that cannot be negative or has entry limits, see
 * {@link #within(double, double)}.
 *
 * @param mean finite
 * @param sd   standard deviation, &gt; 0
 */
public record Normal(double mean, double sd) implements Distribution {
    public Normal {
        Require.finite(mean, "mean");
        Require.positive(sd, "sd");
    }

    public static Normal of(double mean, double sd) {
        return new Normal(mean, sd);
    }

    /** The law with this spread of which a share p lies at or below x. */
    public static Normal reaching(double sd, double p, double x) {
        return new Normal(x - sd * StandardNormal.quantile(Require.openProbability(p, "p")), sd);
    }

    /** The law with P(X &le; x1) = p1 and P(X &le; x2) = p2, where x1 &lt; x2 and p1 &lt; p2. */
    public static Normal ofQuantiles(double p1, double x1, double p2, double x2) {
        Require.quantiles(p1, x1, p2, x2);
        double z1 = StandardNormal.quantile(p1);
        double sd = (x2 - x1) / (StandardNormal.quantile(p2) - z1);
        return new Normal(x1 - sd * z1, sd);
    }

    @Override
    public double cumulative(double x) {
        return StandardNormal.cumulative((x - mean) / sd);
    }

    @Override
    public double survival(double x) {
        return StandardNormal.survival((x - mean) / sd);
    }

    @Override
    public double quantile(double p) {
        return mean + sd * StandardNormal.quantile(Require.probability(p, "p"));
    }

    @Override
    public double upperQuantile(double q) {
        return mean - sd * StandardNormal.quantile(Require.probability(q, "q"));
    }

    @Override
    public double lower() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upper() {
        return Double.POSITIVE_INFINITY;
    }
}
