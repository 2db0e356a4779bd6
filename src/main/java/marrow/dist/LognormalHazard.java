package marrow.dist;

import marrow.check.Require;

/**
 * The hazard of a lognormal time: {@code S(t) = P(Z > log(t/median) / sdLog)}. It rises from 0 to a peak, then falls
 * slowly: an early hump such as graft failure or engraftment.
 *
 * @param median time by which half have had the event, &gt; 0
 * @param sdLog  standard deviation of log T, &gt; 0, no unit
 */
public record LognormalHazard(double median, double sdLog) implements Hazard {
    public LognormalHazard {
        Require.positive(median, "median");
        Require.positive(sdLog, "sdLog");
    }

    public static LognormalHazard ofMedian(double median, double sdLog) {
        return new LognormalHazard(median, sdLog);
    }

    /** By the mean and standard deviation of T itself. */
    public static LognormalHazard ofMean(double mean, double sd) {
        return of(Lognormal.ofMean(mean, sd));
    }

    /** The law by which the share p1 has had the event at t1 and p2 at t2, where t1 &lt; t2 and p1 &lt; p2. */
    public static LognormalHazard ofQuantiles(double p1, double t1, double p2, double t2) {
        return of(Lognormal.ofQuantiles(p1, t1, p2, t2));
    }

    /** The law of this spread by which the share p has had the event at time t. */
    public static LognormalHazard reaching(double sdLog, double p, double t) {
        return of(Lognormal.reaching(sdLog, p, t));
    }

    /** All lognormal hazards of this spread; the scale is the median. */
    public static HazardFamily family(double sdLog) {
        Require.positive(sdLog, "sdLog");
        return median -> new LognormalHazard(median, sdLog);
    }

    private static LognormalHazard of(Lognormal law) {
        return new LognormalHazard(law.median(), law.sdLog());
    }

    private double standardised(double t) {
        return StrictMath.log(t / median) / sdLog;
    }

    @Override
    public double hazard(double t) {
        return t <= 0 ? 0 : StandardNormal.hazard(standardised(t)) / (sdLog * t);
    }

    @Override
    public double cumulative(double t) {
        return t <= 0 ? 0 : StandardNormal.cumulativeHazard(standardised(t));
    }

    @Override
    public double inverse(double h) {
        return median * StrictMath.exp(sdLog * StandardNormal.inverseHazard(h));
    }
}
