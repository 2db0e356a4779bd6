package marrow.stats.law;

import marrow.check.Require;
import org.apache.commons.math3.special.Erf;

/**
 * The standard normal law, Z, as tests need it. From the incomplete gamma and error functions of Commons Math, which is
 * pure Java and so the same on every machine; relative error of the tails about 1e-14.
 */
public final class Gaussian {
    private static final double SQRT_TWO = 1.4142135623730951;
    private static final GammaTail SQUARE = new GammaTail(0.5); // of Z^2 / 2

    private static final double FARTHEST = 40; // where doubles end

    private Gaussian() {}

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
        return x > FARTHEST ? 0 : SQUARE.above(x * x);
    }

    /** The z with P(|Z| &le; z) = level: 1.96 for 0.95. */
    public static double halfWidth(double level) {
        return SQRT_TWO * Erf.erfInv(Require.openProbability(level, "level"));
    }
}
