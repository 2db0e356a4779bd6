package marrow.stats.law;

import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.ContinuedFraction;
import org.apache.commons.math3.util.FastMath;

/**
 * The upper tail Q(a, x) of the gamma law of one shape a, from which those of the normal and the chi-square law are:
 * bit for bit {@code Gamma.regularizedGammaQ} of Commons Math at precision 1e-15, which makes objects at each call.
 * Here they are made once a shape, so that p-values in a loop allocate nothing. May be shared between threads.
 */
final class GammaTail {
    private static final double PRECISION = 1e-15;
    private static final int MOST_TERMS = 10_000;

    private final double a;
    private final double logGamma;
    private final ContinuedFraction fraction;

    GammaTail(double shape) {
        a = shape;
        logGamma = Gamma.logGamma(shape);
        fraction = new ContinuedFraction() {
            @Override
            protected double getA(int n, double x) {
                return 2.0 * n + 1.0 - shape + x;
            }

            @Override
            protected double getB(int n, double x) {
                return n * (shape - n);
            }
        };
    }

    /** x &ge; 0. */
    double above(double x) {
        if (x == 0) {
            return 1;
        }
        double density = FastMath.exp(-x + a * FastMath.log(x) - logGamma);
        return x < a + 1 ? 1 - density * series(x) : density * (1 / fraction.evaluate(x, PRECISION, MOST_TERMS));
    }

    private double series(double x) {
        double term = 1 / a;
        double sum = term;
        for (double n = 1; Math.abs(term / sum) > PRECISION; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }
}
