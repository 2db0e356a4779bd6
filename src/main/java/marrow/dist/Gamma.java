package marrow.dist;

import static org.apache.commons.math3.special.Gamma.logGamma;
import static org.apache.commons.math3.special.Gamma.regularizedGammaP;
import static org.apache.commons.math3.special.Gamma.regularizedGammaQ;

import marrow.check.Require;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Gamma law with density proportional to {@code x^(shape-1) exp(-x/scale)}: mean shape scale, variance shape scale^2.
 *
 * <p>Drawn by {@link MarsagliaTsang}. The quantile is solved from the incomplete gamma function: fit for a compiler,
 * slow for a patient. Left truncation therefore tries a few plain draws first, which is exact, and takes the quantile
 * only when all fall below the bound.
 *
 * @param shape no unit, &gt; 0
 * @param scale in the unit of X, &gt; 0
 */
public record Gamma(double shape, double scale) implements Distribution {
    public Gamma {
        Require.positive(shape, "shape");
        Require.positive(scale, "scale");
    }

    public static Gamma of(double shape, double scale) {
        return new Gamma(shape, scale);
    }

    public static Gamma ofMean(double mean, double sd) {
        double cv = Require.positive(sd, "sd") / Require.positive(mean, "mean");
        return new Gamma(1 / (cv * cv), mean * cv * cv);
    }

    public static Gamma ofMedian(double shape, double median) {
        return new Gamma(shape, Require.positive(median, "median") / new Gamma(shape, 1).quantile(0.5));
    }

    /** The law of this shape with P(X &le; x) = p. */
    public static Gamma reaching(double shape, double p, double x) {
        Require.openProbability(p, "p");
        return new Gamma(shape, Require.positive(x, "x") / new Gamma(shape, 1).quantile(p));
    }

    /** The law with P(X &le; x1) = p1, P(X &le; x2) = p2, where 0 &lt; x1 &lt; x2, p1 &lt; p2; x2/x1 gives the shape. */
    public static Gamma ofQuantiles(double p1, double x1, double p2, double x2) {
        Require.quantiles(p1, x1, p2, x2);
        Require.positive(x1, "x1");
        double logRatio = StrictMath.log(x2 / x1);
        double logShape = RisingRoot.find(
                y -> {
                    Gamma unit = new Gamma(StrictMath.exp(y), 1);
                    return logRatio - StrictMath.log(unit.quantile(p2) / unit.quantile(p1));
                },
                0,
                LARGEST_LOG_SHAPE);
        if (Double.isNaN(logShape)) {
            throw new IllegalArgumentException("no gamma law has quantiles " + x1 + " and " + x2 + " at " + p1 + " and "
                    + p2 + " with a shape between 1e-5 and 1e5");
        }
        return reaching(StrictMath.exp(logShape), p1, x1);
    }

    private static final double LARGEST_LOG_SHAPE = StrictMath.log(1e5);

    @Override
    public double sample(UniformRandomProvider random) {
        return scale * MarsagliaTsang.draw(shape, random);
    }

    @Override
    public double sampleAbove(double bound, UniformRandomProvider random) {
        for (int tries = 0; tries < Within.TRIES; tries++) {
            double x = sample(random);
            if (x > bound) {
                return x;
            }
        }
        return Distribution.super.sampleAbove(bound, random);
    }

    @Override
    public double cumulative(double x) {
        return x <= 0 ? 0 : x < upper() ? regularizedGammaP(shape, x / scale) : 1;
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : x < upper() ? regularizedGammaQ(shape, x / scale) : 0;
    }

    @Override
    public double quantile(double p) {
        Require.probability(p, "p");
        return p == 1 ? upper() : p <= 0.5 ? fromBelow(p) : fromAbove(1 - p);
    }

    @Override
    public double upperQuantile(double q) {
        Require.probability(q, "q");
        return q == 0 ? upper() : q <= 0.5 ? fromAbove(q) : fromBelow(1 - q);
    }

    /** Solved for log x from log P(X &le; x); the search starts at P = x^shape / Gamma(shape + 1), which is too low. */
    private double fromBelow(double p) {
        if (p == 0) {
            return 0;
        }
        double logP = StrictMath.log(p);
        return scale
                * StrictMath.exp(RisingRoot.find(
                        y -> StrictMath.log(regularizedGammaP(shape, StrictMath.exp(y))) - logP,
                        Math.max(LOG_SMALLEST, (logP + logGamma(shape + 1)) / shape)));
    }

    private static final double LOG_SMALLEST = -740; // exp of it is still above 0

    private double fromAbove(double q) {
        double logQ = StrictMath.log(q);
        return scale
                * StrictMath.exp(RisingRoot.find(
                        y -> logQ - StrictMath.log(regularizedGammaQ(shape, StrictMath.exp(y))),
                        StrictMath.log(shape)));
    }

    @Override
    public double mean() {
        return shape * scale;
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
