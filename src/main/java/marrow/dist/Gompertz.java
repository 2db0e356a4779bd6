package marrow.dist;

import marrow.check.Require;

/**
 * Hazard that grows or falls by a constant factor per unit of time: {@code h(t) = level exp(slope t)},
 * {@code H(t) = level (exp(slope t) - 1) / slope}.
 *
 * <p>A negative slope makes the law defective: H ends at level/-slope and the share exp(-level/-slope) never has the
 * event; {@link #inverse} is +infinity from there on. Near that end H no longer tells times apart, and the inverse
 * gives a time only as exactly as H does. A slope of 0 is the exponential law.
 *
 * @param level hazard at time 0, &gt; 0
 * @param slope growth of log h per unit of time, any finite number
 */
public record Gompertz(double level, double slope) implements Hazard {
    public Gompertz {
        Require.positive(level, "level");
        Require.finite(slope, "slope");
    }

    public static Gompertz of(double level, double slope) {
        return new Gompertz(level, slope);
    }

    /** The law of this slope by which half have had the event at {@code median}. */
    public static Gompertz ofMedian(double slope, double median) {
        return reaching(slope, 0.5, Require.positive(median, "median"));
    }

    /** The law of this slope (&ge; 0: a defective law has no mean) and mean; solved on E(T) = integral of S. */
    public static Gompertz ofMean(double slope, double mean) {
        Require.notNegative(slope, "slope");
        Require.positive(mean, "mean");
        double logLevel = RisingRoot.find(
                y -> StrictMath.log(mean / new Gompertz(StrictMath.exp(y), slope).mean()), -StrictMath.log(mean));
        return new Gompertz(StrictMath.exp(logLevel), slope);
    }

    /** The law of this slope by which the share p has had the event at time t. */
    public static Gompertz reaching(double slope, double p, double t) {
        Require.openProbability(p, "p");
        Require.positive(t, "t");
        return new Gompertz(-StrictMath.log1p(-p) / new Gompertz(1, slope).cumulative(t), slope);
    }

    /** All Gompertz laws of this slope; the scale is 1/level. */
    public static HazardFamily family(double slope) {
        Require.finite(slope, "slope");
        return scale -> new Gompertz(1 / scale, slope);
    }

    /** E(T) = E(inverse(V)) for a unit-exponential V, which is beyond 60 once in 1e26. */
    private double mean() {
        return Quadrature.integral(v -> inverse(v) * StrictMath.exp(-v), 0, 60);
    }

    @Override
    public double hazard(double t) {
        return level * StrictMath.exp(slope * t);
    }

    @Override
    public double cumulative(double t) {
        if (t <= 0) {
            return 0;
        }
        return slope == 0 ? level * t : level * (StrictMath.expm1(slope * t) / slope);
    }

    @Override
    public double inverse(double h) {
        if (slope == 0) {
            return h / level;
        }
        double grown = slope * (h / level);
        return grown <= -1 ? Double.POSITIVE_INFINITY : StrictMath.log1p(grown) / slope;
    }
}
