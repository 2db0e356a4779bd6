package marrow.stats.size;

import marrow.check.Require;
import marrow.stats.exact.ExactSingleStage;
import marrow.stats.law.Gaussian;
import org.apache.commons.math3.util.FastMath;

/**
 * Sample sizes of one-sample tests of a proportion by the normal approximation, as protocols report them. The
 * {@link ExactSingleStage} needs no approximation; these serve to recognise where a published n comes from. With z(a)
 * and z(b) the normal quantiles of 1 - alpha and of the power,
 *
 * <pre>
 *   n = (z(a) s0 + z(b) s1)^2 / (g(p1) - g(p0))^2
 * </pre>
 *
 * <p>where g is the scale of the test and s0, s1 are the standard deviations of g(X/n) sqrt(n) that the test uses and
 * that hold under p1. Reference: Chow, Shao, Wang and Lokhnygina (2018), Sample Size Calculations in Clinical
 * Research, chapter 4; the complementary log-log scale: Klein et al. (2007), Statistics in Medicine 26:4505-4519.
 */
public enum ApproximateProportionSize {
    /** g(p) = p; the test takes its variance from p0. */
    NULL_VARIANCE {
        @Override
        double scale(double p) {
            return p;
        }

        @Override
        double deviation(double p) {
            return Math.sqrt(p * (1 - p));
        }
    },

    /** g(p) = p; the test takes its variance from what it sees, so p1 stands for both. */
    SEEN_VARIANCE {
        @Override
        double scale(double p) {
            return p;
        }

        @Override
        double deviation(double p) {
            return Math.sqrt(p * (1 - p));
        }

        @Override
        double testDeviation(double p0, double p1) {
            return deviation(p1);
        }
    },

    /** g(p) = 2 arcsin(sqrt(p)), whose variance does not depend on p. */
    ARCSINE {
        @Override
        double scale(double p) {
            return 2 * FastMath.asin(Math.sqrt(p));
        }

        @Override
        double deviation(double p) {
            return 1;
        }
    },

    /** g(p) = log(-log p), for survival at a landmark to which everyone is followed; the test takes its variance from p0. */
    COMPLEMENTARY_LOG_LOG {
        @Override
        double scale(double p) {
            return StrictMath.log(-StrictMath.log(p));
        }

        @Override
        double deviation(double p) {
            return Math.sqrt((1 - p) / p) / -StrictMath.log(p);
        }
    },

    /** The same g; the test takes its variance from what it sees, as that of Kaplan and Meier's estimate does (Greenwood's). */
    SEEN_COMPLEMENTARY_LOG_LOG {
        @Override
        double scale(double p) {
            return COMPLEMENTARY_LOG_LOG.scale(p);
        }

        @Override
        double deviation(double p) {
            return COMPLEMENTARY_LOG_LOG.deviation(p);
        }

        @Override
        double testDeviation(double p0, double p1) {
            return deviation(p1);
        }
    };

    /** Patients for a one-sided test of p0 against p1, not rounded; p1 may lie on either side. */
    public double patients(double p0, double p1, double alpha, double power) {
        Require.risingProbabilities(alpha, power, "alpha", "power");
        double difference = difference(p0, p1);
        if (difference == 0) {
            throw new IllegalArgumentException("p0 and p1 must differ, but both are " + p0);
        }
        double root = Gaussian.upperQuantile(alpha) * testDeviation(p0, p1)
                + Gaussian.upperQuantile(1 - power) * deviation(p1);
        return root * root / (difference * difference);
    }

    /** The power of the one-sided test of p0 towards the side of p1; alpha, about, where the two are the same. */
    public double power(double patients, double p0, double p1, double alpha) {
        Require.positive(patients, "patients");
        Require.openProbability(alpha, "alpha");
        double drift = Math.sqrt(patients) * Math.abs(difference(p0, p1));
        return Gaussian.lowerTail((drift - Gaussian.upperQuantile(alpha) * testDeviation(p0, p1)) / deviation(p1));
    }

    private double difference(double p0, double p1) {
        return scale(Require.openProbability(p1, "p1")) - scale(Require.openProbability(p0, "p0"));
    }

    abstract double scale(double p);

    abstract double deviation(double p);

    double testDeviation(double p0, double p1) {
        return deviation(p0);
    }
}
