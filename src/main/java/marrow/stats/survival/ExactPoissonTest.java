package marrow.stats.survival;

import marrow.check.Require;
import marrow.stats.law.Interval;
import marrow.stats.law.TailRoot;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * A count against its Poisson expectation. Equal to R's {@code poisson.test(observed, expected, r = 1)}: p-values and the
 * interval of Garwood (1936), Biometrika 28:437-442, for the ratio of the true mean to the expectation.
 *
 * <p>Degenerate inputs: with expected 0 a count of 0 has p-values of 1, and any other count is impossible: pGreater and
 * pTwoSided are 0, pLess is 1. There is no interval then, and asking for it is refused.
 */
public record ExactPoissonTest(int observed, double expected) {
    /** R takes two chances for equal when they differ by less. */
    private static final double AS_LIKELY = 1 + 1e-7;

    public ExactPoissonTest {
        Require.between(observed, 0, Integer.MAX_VALUE - 1, "observed");
        Require.notNegative(expected, "expected");
    }

    /** P(X &le; observed): small when there are too few. */
    public double pLess() {
        return atMost(observed);
    }

    /** P(X &ge; observed): small when there are too many. */
    public double pGreater() {
        return above(observed - 1);
    }

    /** The sum of all chances that are at most that of the count observed. */
    public double pTwoSided() {
        if (expected == 0) {
            return observed == 0 ? 1 : 0;
        }
        if (observed == expected) {
            return 1;
        }
        PoissonDistribution law = new PoissonDistribution(
                null, expected, PoissonDistribution.DEFAULT_EPSILON, PoissonDistribution.DEFAULT_MAX_ITERATIONS);
        double threshold = law.probability(observed) * AS_LIKELY;
        if (observed < expected) {
            int k = (int) Math.ceil(expected);
            while (law.probability(k) > threshold) {
                k++;
            }
            return atMost(observed) + above(k - 1);
        }
        int k = (int) Math.floor(expected);
        while (k >= 0 && law.probability(k) > threshold) {
            k--;
        }
        return atMost(k) + above(observed - 1);
    }

    private double atMost(int k) {
        return k < 0 ? 0 : expected == 0 ? 1 : Gamma.regularizedGammaQ(k + 1.0, expected);
    }

    private double above(int k) {
        return k < 0 ? 1 : expected == 0 ? 0 : Gamma.regularizedGammaP(k + 1.0, expected);
    }

    /** Exact interval of this level for the ratio of the true mean to the expectation. */
    public Interval ratio(double level) {
        Require.positive(expected, "expected");
        double tail = (1 - Require.openProbability(level, "level")) / 2;
        double lower = observed == 0
                ? 0
                : TailRoot.find(
                        y -> StrictMath.log(Gamma.regularizedGammaP(observed, StrictMath.exp(y)))
                                - StrictMath.log(tail),
                        StrictMath.log(observed));
        double upper = TailRoot.find(
                y -> StrictMath.log(tail) - StrictMath.log(Gamma.regularizedGammaQ(observed + 1.0, StrictMath.exp(y))),
                StrictMath.log(observed + 1.0));
        return new Interval(observed == 0 ? 0 : StrictMath.exp(lower) / expected, StrictMath.exp(upper) / expected);
    }
}
