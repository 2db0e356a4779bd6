package marrow.stats;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/**
 * The standard normal law, as R's {@code pnorm}, {@code dnorm} and {@code qnorm}. The tails come from Commons Math's
 * {@code erfc}; its inverse loses digits where 1 - p rounds, so the quantile is polished by Newton's method on the
 * tail.
 */
final class NormalLaw {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);

    private NormalLaw() {}

    static double density(double z) {
        return DENSITY_AT_0 * FastMath.exp(-0.5 * z * z);
    }

    /** P(Z &gt;= z). */
    static double above(double z) {
        if (Double.isInfinite(z)) {
            return z > 0 ? 0 : 1;
        }
        return 0.5 * Erf.erfc(z * ROOT_HALF);
    }

    /** P(Z &lt;= z). */
    static double below(double z) {
        return above(-z);
    }

    /** The z with P(Z &gt;= z) = tail; infinite for 0 and 1. */
    static double upperQuantile(double tail) {
        if (tail > 0.5) {
            return tail >= 1 ? Double.NEGATIVE_INFINITY : -upperQuantile(1 - tail);
        }
        if (!(tail > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double z = tail > 1e-3 ? Erf.erfcInv(2 * tail) / ROOT_HALF : farGuess(tail);
        for (int i = 0; i < 20; i++) {
            double miss = above(z) / tail - 1; // relative, as tails are small
            double step = miss * tail / density(z);
            step /= 1 - 0.5 * z * step; // Halley
            z += step;
            if (Math.abs(step) <= 1e-15 * z) {
                break;
            }
        }
        return z;
    }

    /** Mills' ratio solved once: tail = density(z) / z nearly. */
    private static double farGuess(double tail) {
        double z = Math.sqrt(-2 * StrictMath.log(tail));
        return Math.sqrt(-2 * (StrictMath.log(tail) + StrictMath.log(z / DENSITY_AT_0)));
    }
}
