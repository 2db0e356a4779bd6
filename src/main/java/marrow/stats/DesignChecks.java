package marrow.stats;

/** Checks of what a design is asked for. Every condition is written so that NaN fails; the message names the value. */
final class DesignChecks {
    /** Rounding that a comparison of exact probabilities forgives, as a part of the probability. */
    private static final double ROUNDING = 1e-12;

    private DesignChecks() {}

    /** A probability that says something: strictly between 0 and 1. */
    static double openProbability(double value, String name) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie strictly between 0 and 1, not " + value);
        }
        return value;
    }

    static double probability(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, not " + value);
        }
        return value;
    }

    static double positive(double value, String name) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be positive and finite, not " + value);
        }
        return value;
    }

    static double notNegative(double value, String name) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, not " + value);
        }
        return value;
    }

    static double finite(double value, String name) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be a finite number, not " + value);
        }
        return value;
    }

    static int atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
        return value;
    }

    /** A null and an alternative proportion, 0 &lt; p0 &lt; p1 &lt; 1. */
    static void nullBelowAlternative(double p0, double p1) {
        openProbability(p0, "p0");
        openProbability(p1, "p1");
        if (!(p0 < p1)) {
            throw new IllegalArgumentException("p0 must be below p1, but " + p0 + " is not below " + p1);
        }
    }

    /** One-sided level and power that a test can have together: 0 &lt; alpha &lt; power &lt; 1. */
    static void levelBelowPower(double alpha, double power) {
        openProbability(alpha, "alpha");
        openProbability(power, "power");
        if (!(alpha < power)) {
            throw new IllegalArgumentException(
                    "alpha must be below the power, but " + alpha + " is not below " + power);
        }
    }

    /** Values that rise strictly and are positive and finite. */
    static void risingFromZero(double[] values, String name) {
        double before = 0;
        for (double value : values) {
            if (!(value > before && value <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        name + " must be positive and rise, but " + value + " follows " + before);
            }
            before = value;
        }
    }

    /** Whether an exact probability keeps a level, the last bits of both left aside. */
    static boolean keeps(double probability, double level) {
        return probability <= level * (1 + ROUNDING);
    }

    /** Whether an exact probability reaches a target, the last bits of both left aside. */
    static boolean reaches(double probability, double target) {
        return probability >= target * (1 - ROUNDING);
    }
}
