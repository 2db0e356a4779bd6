package marrow.dist;

import marrow.check.Require;

/**
 * Lognormal law: {@code median exp(sdLog Z)}, so log X is normal with mean log(median) and standard deviation sdLog.
 * As a waiting time whose hazard can be multiplied, see {@link LognormalHazard}.
 *
 * @param median half lie below, &gt; 0
 * @param sdLog  standard deviation of log X, &gt; 0, no unit
 */
public record Lognormal(double median, double sdLog) implements Distribution {
    public Lognormal {
        Require.positive(median, "median");
        Require.positive(sdLog, "sdLog");
    }

    public static Lognormal ofMedian(double median, double sdLog) {
        return new Lognormal(median, sdLog);
    }

    /** By the mean and standard deviation of X itself: sdLog^2 = log(1 + (sd/mean)^2). */
    public static Lognormal ofMean(double mean, double sd) {
        double cv = Require.positive(sd, "sd") / Require.positive(mean, "mean");
        return new Lognormal(mean / Math.sqrt(1 + cv * cv), Math.sqrt(StrictMath.log1p(cv * cv)));
    }

    /** The law with P(X &le; x1) = p1 and P(X &le; x2) = p2, where 0 &lt; x1 &lt; x2 and p1 &lt; p2. */
    public static Lognormal ofQuantiles(double p1, double x1, double p2, double x2) {
        Require.quantiles(p1, x1, p2, x2);
        Require.positive(x1, "x1");
        double z1 = StandardNormal.quantile(p1);
        double sdLog = StrictMath.log(x2 / x1) / (StandardNormal.quantile(p2) - z1);
        return new Lognormal(x1 / StrictMath.exp(sdLog * z1), sdLog);
    }

    /** The law of this spread with P(X &le; x) = p. */
    public static Lognormal reaching(double sdLog, double p, double x) {
        Require.positive(sdLog, "sdLog");
        double z = StandardNormal.quantile(Require.openProbability(p, "p"));
        return new Lognormal(Require.positive(x, "x") / StrictMath.exp(sdLog * z), sdLog);
    }

    private double standardised(double x) {
        return StrictMath.log(x / median) / sdLog;
    }

    @Override
    public double cumulative(double x) {
        return x <= 0 ? 0 : StandardNormal.cumulative(standardised(x));
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : StandardNormal.survival(standardised(x));
    }

    @Override
    public double quantile(double p) {
        return median * StrictMath.exp(sdLog * StandardNormal.quantile(Require.probability(p, "p")));
    }

    @Override
    public double upperQuantile(double q) {
        return median * StrictMath.exp(-sdLog * StandardNormal.quantile(Require.probability(q, "q")));
    }

    @Override
    public double mean() {
        return median * StrictMath.exp(0.5 * sdLog * sdLog);
    }

    @Override
    public double lower() {
        return 0;
    }

    @Override
    public double upper() {
        return Double.POSITIVE_INFINITY;
    }
}
