package marrow.dist;

import marrow.check.Require;

/**
 * Log-logistic hazard: {@code S(t) = 1 / (1 + (t/scale)^shape)}, {@code H(t) = log(1 + (t/scale)^shape)}. For a shape
 * above 1 it rises to a peak and then falls like shape/t; otherwise it falls from the start. At t = 0 the hazard is
 * +infinity for a shape below 1.
 *
 * @param shape no unit, &gt; 0
 * @param scale the median, &gt; 0
 */
public record LogLogistic(double shape, double scale) implements Hazard {
    public LogLogistic {
        Require.positive(shape, "shape");
        Require.positive(scale, "scale");
    }

    public static LogLogistic of(double shape, double scale) {
        return new LogLogistic(shape, scale);
    }

    public static LogLogistic ofMedian(double shape, double median) {
        return new LogLogistic(shape, Require.positive(median, "median"));
    }

    /** Mean = scale (pi/shape) / sin(pi/shape), which exists for a shape above 1. */
    public static LogLogistic ofMean(double shape, double mean) {
        if (!(shape > 1)) {
            throw new IllegalArgumentException("a log-logistic time has a mean for shape > 1 only, not " + shape);
        }
        double angle = StrictMath.PI / shape;
        return new LogLogistic(shape, Require.positive(mean, "mean") * StrictMath.sin(angle) / angle);
    }

    /** The law of this shape by which the share p has had the event at time t. */
    public static LogLogistic reaching(double shape, double p, double t) {
        Require.positive(shape, "shape");
        Require.positive(t, "t");
        return new LogLogistic(shape, t / StrictMath.exp(logOdds(p, "p") / shape));
    }

    /** The law by which the share p1 has had the event at t1 and p2 at t2, where t1 &lt; t2 and p1 &lt; p2. */
    public static LogLogistic ofQuantiles(double p1, double t1, double p2, double t2) {
        Require.quantiles(p1, t1, p2, t2);
        Require.positive(t1, "t1");
        return reaching((logOdds(p2, "p2") - logOdds(p1, "p1")) / StrictMath.log(t2 / t1), p1, t1);
    }

    /** All log-logistic laws of this shape; the scale is the median. */
    public static HazardFamily family(double shape) {
        Require.positive(shape, "shape");
        return scale -> new LogLogistic(shape, scale);
    }

    private static double logOdds(double p, String name) {
        Require.openProbability(p, name);
        return StrictMath.log(p) - StrictMath.log1p(-p);
    }

    /** log((t/scale)^shape): the log odds of having had the event by t. */
    private double logOddsAt(double t) {
        return shape * StrictMath.log(t / scale);
    }

    @Override
    public double hazard(double t) {
        if (t == 0) {
            return shape < 1 ? Double.POSITIVE_INFINITY : shape > 1 ? 0 : 1 / scale;
        }
        return shape / t / (1 + StrictMath.exp(-logOddsAt(t)));
    }

    @Override
    public double cumulative(double t) {
        if (t <= 0) {
            return 0;
        }
        double y = logOddsAt(t);
        return y > 0 ? y + StrictMath.log1p(StrictMath.exp(-y)) : StrictMath.log1p(StrictMath.exp(y));
    }

    @Override
    public double inverse(double h) {
        double y = h > 1 ? h + StrictMath.log1p(-StrictMath.exp(-h)) : StrictMath.log(StrictMath.expm1(h));
        return scale * StrictMath.exp(y / shape);
    }
}
