package marrow.stats.law;

import marrow.check.Require;
import org.apache.commons.math3.special.Erf;

/**
 * The standard normal law, Z, as tests need it. From the error function of Commons Math, which is pure Java and so the
 * same on every machine; relative error of the tails about 1e-14.
 */
public final class Gaussian {
    private static final double SQRT_TWO = 1.4142135623730951;

    private Gaussian() {}

    /** P(Z &gt; z), of small relative error however far the tail. */
    public static double upperTail(double z) {
        return 0.5 * Erf.erfc(z / SQRT_TWO);
    }

    /** P(Z &le; z). */
    public static double lowerTail(double z) {
        return upperTail(-z);
    }

    /** P(|Z| &ge; |z|). */
    public static double bothTails(double z) {
        return Erf.erfc(Math.abs(z) / SQRT_TWO);
    }

    /** The z with P(|Z| &le; z) = level: 1.96 for 0.95. */
    public static double halfWidth(double level) {
        return SQRT_TWO * Erf.erfInv(Require.openProbability(level, "level"));
    }
}
