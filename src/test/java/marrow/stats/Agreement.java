package marrow.stats;

import org.junit.jupiter.api.Assertions;

/** What "equal to R" means: estimates and variances to 1e-9 of their size, p-values to 1e-8. */
final class Agreement {
    private Agreement() {}

    /** Relative to the number, or to {@code scale} where the number may cancel to near 0. */
    static void estimate(double expected, double actual, double scale, String what) {
        close(expected, actual, 1e-9 * Math.max(Math.abs(expected), scale), what);
    }

    static void p(double expected, double actual, String what) {
        close(expected, actual, 1e-8 * Math.max(expected, 1e-4), what);
    }

    private static void close(double expected, double actual, double tolerance, String what) {
        if (!(Math.abs(expected - actual) <= tolerance)) {
            Assertions.fail(what + ": R says " + expected + ", not " + actual);
        }
    }
}
