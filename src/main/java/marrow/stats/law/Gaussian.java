package marrow.stats.law;

import marrow.check.Require;
import org.apache.commons.math3.special.Erf;

/**
 * The standard normal law, Z, as R's {@code pnorm}, {@code dnorm} and {@code qnorm}. From the incomplete gamma and error
 * functions of Commons Math, which is pure Java and so the same on every machine; relative error of the tails about
 * 1e-14. The inverse of Commons Math loses digits where 1 - p rounds, so quantiles are polished by Halley's method on
 * the tail.
 */
public final class Gaussian {
    private static final double SQRT_TWO = 1.4142135623730951;
    private static final GammaTail SQUARE = new GammaTail(0.5); // of Z^2 / 2
    private static final double FARTHEST = 40; // where doubles end
    private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);
    private static final double FAR_TAIL = 1e-3; // below it Mills' ratio begins nearer than the inverse of Commons Math
    private static final int MOST_STEPS = 20; // three are taken

    private Gaussian() {}

    public static double density(double z) {
        return DENSITY_AT_0 * StrictMath.exp(-0.5 * z * z);
    }

    /** P(Z &gt; z), of small relative error however far the tail. */
    public static double upperTail(double z) {
        return 0.5 * (z < 0 ? 2 - bothTails(z) : bothTails(z));
    }

    /** P(Z &le; z). */
    public static double lowerTail(double z) {
        return upperTail(-z);
    }

    /** P(|Z| &ge; |z|). */
    public static double bothTails(double z) {
        double x = Math.abs(z) / SQRT_TWO;
        if (!(x <= FARTHEST)) {
            return Double.isNaN(x) ? Double.NaN : 0;
        }
        return SQUARE.above(x * x);
    }

    /** The z with P(Z &gt; z) = tail; infinite for 0 and 1. */
    public static double upperQuantile(double tail) {
        Require.probability(tail, "tail");
        if (tail > 0.5) {
            return tail == 1 ? Double.NEGATIVE_INFINITY : -upperQuantile(1 - tail);
        }
        if (tail == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double z = tail > FAR_TAIL ? SQRT_TWO * Erf.erfcInv(2 * tail) : farGuess(tail);
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = (upperTail(z) - tail) / density(z);
            step /= 1 - 0.5 * z * step;
            z += step;
            if (Math.abs(step) <= 1e-15 * z) {
                break;
            }
        }
        return z;
    }

    /** The z with P(|Z| &le; z) = level: 1.96 for 0.95. */
    public static double halfWidth(double level) {
        return upperQuantile(0.5 * (1 - Require.openProbability(level, "level")));
    }

    /** Mills' ratio solved once: tail = density(z) / z nearly. */
    private static double farGuess(double tail) {
        double logTail = StrictMath.log(tail);
        double z = Math.sqrt(-2 * logTail);
        return Math.sqrt(-2 * (logTail + StrictMath.log(z / DENSITY_AT_0)));
    }
}
