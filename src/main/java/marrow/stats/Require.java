package marrow.stats;

/** Checks of arguments at the door. Every condition is written so that NaN fails; the message names the value. */
final class Require {
    private Require() {}

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

    static int between(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must lie between " + least + " and " + most + ", not " + value);
        }
        return value;
    }

    /** An array with a value for each of n subjects. */
    static void covers(int length, int n, String name) {
        if (n < 0 || length < n) {
            throw new IllegalArgumentException(name + " has " + length + " values for " + n + " subjects");
        }
    }
}
