package marrow.stats.survival;

import marrow.check.Require;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Gaussian;

/**
 * Test of one probability at one time against a fixed value: z = (g(estimate) - g(p0)) / (se g'(estimate)), normal under
 * the hypothesis, with g of a {@link ConfidenceScale}. It rejects at level alpha, two-sided, when the interval of level
 * 1 - alpha on the same scale excludes p0. Klein, Logan, Harhoff and Andersen (2007), Analyzing survival curves at a
 * fixed point in time, Statist. Med. 26:4505-4519.
 *
 * <p>Where there is nothing to test with, z is 0 and the p-values are 1; {@link #verdict} says why. In particular an
 * estimate of 1 (no events) has an estimated variance of 0: R's plain and log intervals are the point [1, 1] there, but
 * this is not taken for evidence. {@link UnanimousTest} has an answer.
 *
 * @param z positive when the estimate is above p0
 */
public record LandmarkTest(double estimate, double standardError, double p0, double z, Verdict verdict) {
    public LandmarkTest {
        Require.probability(estimate, "estimate");
        if (!(standardError >= 0)) {
            throw new IllegalArgumentException("standard error must not be negative, not " + standardError);
        }
        Require.openProbability(p0, "p0");
    }

    /** Whether there was anything to test with. */
    public enum Verdict {
        /** The test was made. */
        TESTED,
        /** No event, or an estimate of 0 or 1 that the scale cannot carry: no variance. */
        NO_VARIANCE,
        /** Nobody was observed up to the landmark, and the estimate before it was not yet final. */
        NOT_FOLLOWED
    }

    /** The test of an estimate whose sample was observed up to the landmark. */
    public static LandmarkTest of(double estimate, double standardError, double p0, ConfidenceScale scale) {
        double z = scale.standardized(estimate, standardError, p0);
        boolean tested = standardError > 0 && scale.speaks(estimate);
        return new LandmarkTest(estimate, standardError, p0, z, tested ? Verdict.TESTED : Verdict.NO_VARIANCE);
    }

    static LandmarkTest notFollowed(double estimate, double standardError, double p0) {
        return new LandmarkTest(estimate, standardError, p0, 0, Verdict.NOT_FOLLOWED);
    }

    /** Small when the estimate is well above p0. */
    public double pGreater() {
        return verdict == Verdict.TESTED ? Gaussian.upperTail(z) : 1;
    }

    /** Small when the estimate is well below p0. */
    public double pLess() {
        return verdict == Verdict.TESTED ? Gaussian.lowerTail(z) : 1;
    }

    public double pTwoSided() {
        return Gaussian.bothTails(z); // 1 for z = 0
    }
}
