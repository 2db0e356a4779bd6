package marrow.stats.size;

import marrow.check.Require;
import marrow.stats.law.Gaussian;

/**
 * Events that a log-rank test of two arms needs, one-sided level alpha, hazard ratio h, allocation r : 1:
 *
 * <pre>
 *   Schoenfeld (1981), Biometrika 68:316-319:        (z(a) + z(b))^2 (1 + r)^2 / (r (log h)^2),
 *   Freedman (1982), Statistics in Medicine 1:121-129: (z(a) + z(b))^2 (1 + r h)^2 / (r (1 - h)^2).
 * </pre>
 *
 * <p>Both are those of R's {@code rpact::getSampleSizeSurvival(typeOfComputation)}; r is the ratio of the arm whose
 * hazard is h times that of the other. They agree near h = 1.
 */
public enum RequiredEvents {
    SCHOENFELD {
        @Override
        double perSquaredDrift(double hazardRatio, double allocation) {
            double root = (1 + allocation) / StrictMath.log(hazardRatio);
            return root * root / allocation;
        }
    },

    FREEDMAN {
        @Override
        double perSquaredDrift(double hazardRatio, double allocation) {
            double root = (1 + allocation * hazardRatio) / (1 - hazardRatio);
            return root * root / allocation;
        }
    };

    /** Events for a power, not rounded. */
    public double events(double hazardRatio, double allocation, double alpha, double power) {
        Require.risingProbabilities(alpha, power, "alpha", "power");
        double drift = Gaussian.upperQuantile(alpha) + Gaussian.upperQuantile(1 - power);
        return drift * drift * checked(hazardRatio, allocation);
    }

    /** The power with so many events. */
    public double power(double events, double hazardRatio, double allocation, double alpha) {
        Require.positive(events, "events");
        Require.openProbability(alpha, "alpha");
        return Gaussian.lowerTail(drift(events, hazardRatio, allocation) - Gaussian.upperQuantile(alpha));
    }

    /** The mean of the log-rank Z with so many events: the drift of a {@link marrow.stats.sequential.GroupSequential} test. */
    public double drift(double events, double hazardRatio, double allocation) {
        return Math.sqrt(Require.positive(events, "events") / checked(hazardRatio, allocation));
    }

    private double checked(double hazardRatio, double allocation) {
        Require.positive(hazardRatio, "hazardRatio");
        Require.positive(allocation, "allocation");
        if (hazardRatio == 1) {
            throw new IllegalArgumentException("no number of events shows a hazard ratio of 1");
        }
        return perSquaredDrift(hazardRatio, allocation);
    }

    abstract double perSquaredDrift(double hazardRatio, double allocation);
}
