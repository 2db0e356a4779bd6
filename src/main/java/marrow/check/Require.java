package marrow.check;

/** Checks of arguments at the door. Every condition is written so that NaN fails; the message names the value. */
public final class Require {
    private Require() {}

    public static double finite(double value, String name) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be a finite number, not " + value);
        }
        return value;
    }

    public static double positive(double value, String name) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be positive and finite, not " + value);
        }
        return value;
    }

    public static double notNegative(double value, String name) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, not " + value);
        }
        return value;
    }

    /** A probability that says something: strictly between 0 and 1. */
    public static double openProbability(double value, String name) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie strictly between 0 and 1, not " + value);
        }
        return value;
    }

    public static double probability(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, not " + value);
        }
        return value;
    }

    /** Two values in rising order: lower &lt; upper, both finite. */
    public static void rising(double lower, double upper, String lowerName, String upperName) {
        finite(lower, lowerName);
        finite(upper, upperName);
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    lowerName + " must be below " + upperName + ", but " + lower + " is not below " + upper);
        }
    }

    /** Two probabilities in rising order, both strictly between 0 and 1: a null and an alternative, a level and a power. */
    public static void risingProbabilities(double lower, double upper, String lowerName, String upperName) {
        openProbability(lower, lowerName);
        openProbability(upper, upperName);
        rising(lower, upper, lowerName, upperName);
    }

    /** Values that rise strictly from above 0 and are finite. */
    public static void risingFromZero(double[] values, String name) {
        double before = 0;
        for (double value : values) {
            if (!(value > before && value <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        name + " must be positive and rise, but " + value + " follows " + before);
            }
            before = value;
        }
    }

    /** Two points of a distribution function: p1 &lt; p2 strictly between 0 and 1, reached at x1 &lt; x2. */
    public static void quantiles(double p1, double x1, double p2, double x2) {
        risingProbabilities(p1, p2, "p1", "p2");
        rising(x1, x2, "x1", "x2");
    }

    public static int atLeast(int value, int least, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
        return value;
    }

    public static int between(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must lie between " + least + " and " + most + ", not " + value);
        }
        return value;
    }

    /** Cells of a table. */
    public static void counts(int... cells) {
        for (int cell : cells) {
            between(cell, 0, Integer.MAX_VALUE, "a count");
        }
    }

    /** An array with a value for each of n subjects. */
    public static void covers(int length, int n, String name) {
        if (n < 0 || length < n) {
            throw new IllegalArgumentException(name + " has " + length + " values for " + n + " subjects");
        }
    }
}
