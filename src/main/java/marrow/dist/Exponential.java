package marrow.dist;

import marrow.check.Require;

/**
 * Constant hazard: {@code h(t) = rate}, {@code H(t) = rate t}. The event comes equally fast whatever time has passed.
 *
 * @param rate events per unit of time, &gt; 0
 */
public record Exponential(double rate) implements Hazard {
    public Exponential {
        Require.positive(rate, "rate");
    }

    public static Exponential ofRate(double rate) {
        return new Exponential(rate);
    }

    public static Exponential ofMean(double mean) {
        return new Exponential(1 / Require.positive(mean, "mean"));
    }

    public static Exponential ofMedian(double median) {
        return new Exponential(LN2 / Require.positive(median, "median"));
    }

    /** The law by which the share p has had the event at time t. */
    public static Exponential reaching(double p, double t) {
        Require.openProbability(p, "p");
        return new Exponential(-StrictMath.log1p(-p) / Require.positive(t, "t"));
    }

    /** All exponential laws; the scale is the mean. */
    public static HazardFamily family() {
        return Exponential::ofMean;
    }

    @Override
    public double hazard(double t) {
        return rate;
    }

    @Override
    public double cumulative(double t) {
        return t <= 0 ? 0 : rate * t;
    }

    @Override
    public double inverse(double h) {
        return h / rate;
    }
}
