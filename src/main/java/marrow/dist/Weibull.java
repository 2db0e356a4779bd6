package marrow.dist;

import static org.apache.commons.math3.special.Gamma.logGamma;

import marrow.check.Require;

/**
 * Weibull hazard: {@code H(t) = (t/scale)^shape}, {@code S(t) = exp(-(t/scale)^shape)}. A shape below 1 is a hazard
 * that falls with time (relapse after transplant, mostly early); above 1 one that rises; 1 is the exponential law.
 *
 * <p>The power is {@link Power}'s, so a relative error of about 2 |log H| units in the last place belongs to the definition. At t = 0 the hazard is +infinity for a shape below 1.
 *
 * @param shape no unit, &gt; 0
 * @param scale time by which 1 - 1/e = 63.2 % have had the event, &gt; 0
 */
public record Weibull(double shape, double scale) implements Hazard {
    public Weibull {
        Require.positive(shape, "shape");
        Require.positive(scale, "scale");
    }

    public static Weibull of(double shape, double scale) {
        return new Weibull(shape, scale);
    }

    public static Weibull ofMedian(double shape, double median) {
        return through(shape, LN2, Require.positive(median, "median"));
    }

    /** Mean = scale Gamma(1 + 1/shape). */
    public static Weibull ofMean(double shape, double mean) {
        Require.positive(shape, "shape");
        Require.positive(mean, "mean");
        return new Weibull(shape, mean / StrictMath.exp(logGamma(1 + 1 / shape)));
    }

    /** The law of this shape by which the share p has had the event at time t. */
    public static Weibull reaching(double shape, double p, double t) {
        Require.openProbability(p, "p");
        return through(shape, -StrictMath.log1p(-p), Require.positive(t, "t"));
    }

    /** The law by which the share p1 has had the event at t1 and p2 at t2, where t1 &lt; t2 and p1 &lt; p2. */
    public static Weibull ofQuantiles(double p1, double t1, double p2, double t2) {
        Require.quantiles(p1, t1, p2, t2);
        Require.positive(t1, "t1");
        double h1 = -StrictMath.log1p(-p1);
        double h2 = -StrictMath.log1p(-p2);
        return through(StrictMath.log(h2 / h1) / StrictMath.log(t2 / t1), h1, t1);
    }

    /** All Weibull laws of this shape. */
    public static HazardFamily family(double shape) {
        Require.positive(shape, "shape");
        return scale -> new Weibull(shape, scale);
    }

    /** The law of this shape with H(t) = h. */
    private static Weibull through(double shape, double h, double t) {
        Require.positive(shape, "shape");
        return new Weibull(shape, t / StrictMath.exp(StrictMath.log(h) / shape));
    }

    @Override
    public double hazard(double t) {
        if (t == 0) {
            return shape < 1 ? Double.POSITIVE_INFINITY : shape > 1 ? 0 : 1 / scale;
        }
        return shape / scale * StrictMath.exp((shape - 1) * StrictMath.log(t / scale));
    }

    @Override
    public double cumulative(double t) {
        return t <= 0 ? 0 : Power.of(t / scale, shape);
    }

    @Override
    public double inverse(double h) {
        return scale * Power.of(h, 1 / shape);
    }
}
