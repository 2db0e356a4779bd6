package marrow.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Agreement with R: 1e-9 relative for estimates and variances, 1e-8 for p-values. */
public final class SameAsR {
    private SameAsR() {}

    /** Equal to 1e-9 relative, or to 1e-12 absolute where the number itself is the rounding of 0. */
    public static void estimate(double r, double ours, String what) {
        close(r, ours, 1e-9, 1e-12, what);
    }

    public static void pValue(double r, double ours, String what) {
        close(r, ours, 1e-8, 1e-14, what);
    }

    private static void close(double r, double ours, double relative, double absolute, String what) {
        if (Double.compare(r, ours) != 0) {
            assertEquals(r, ours, absolute + relative * Math.abs(r), what);
        }
    }
}
