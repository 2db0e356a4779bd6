package marrow.stats;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Tail probabilities of the reference laws of the tests, with small relative error in the far tail too. */
final class Tail {
    private static final double SQRT2 = Math.sqrt(2);

    private Tail() {}

    /** P(Z &lt;= z) of a standard normal Z. */
    static double normalBelow(double z) {
        return 0.5 * Erf.erfc(-z / SQRT2);
    }

    /** P(|Z| &gt;= |z|) of a standard normal Z. */
    static double normalBeyond(double z) {
        return Erf.erfc(Math.abs(z) / SQRT2);
    }

    /** P(X &gt;= x) of a chi-square X with this many degrees of freedom; 1 without any. */
    static double chiSquareAbove(double x, int degreesOfFreedom) {
        if (degreesOfFreedom == 0 || x <= 0) {
            return 1;
        }
        return Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, x / 2);
    }
}
