package marrow.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.DoubleSummaryStatistics;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Agreement with R: 1e-9 relative for estimates and variances, 1e-8 for p-values, 1e-12 for what is enumerated; critical
 * values and what follows from them by their difference. What was reached is kept for {@link AgreementReport}.
 */
public final class SameAsR {
    private static SortedMap<Double, DoubleSummaryStatistics> reached = new TreeMap<>();

    private SameAsR() {}

    /** The differences measured since the last call, by the relative difference that was allowed. */
    static SortedMap<Double, DoubleSummaryStatistics> takeReached() {
        SortedMap<Double, DoubleSummaryStatistics> taken = reached;
        reached = new TreeMap<>();
        return taken;
    }

    /** Equal to 1e-9 relative, or to 1e-12 absolute where the number itself is the rounding of 0. */
    public static void estimate(double r, double ours, String what) {
        close(r, ours, 1e-9, 1e-12, what);
    }

    /** Equal to 1e-9 of its size, where it is what is left of a difference of numbers of this size. */
    public static void estimate(double r, double ours, double size, String what) {
        close(r, ours, 1e-9, 1e-9 * size, what);
    }

    public static void pValue(double r, double ours, String what) {
        close(r, ours, 1e-8, 1e-14, what);
    }

    /** Equal to 1e-12 relative, or to 1e-15 absolute: a finite sum. */
    public static void enumerated(double r, double ours, String what) {
        close(r, ours, 1e-12, 1e-15, what);
    }

    /** No further apart than allowed, whatever their size: a critical value, say. */
    public static void within(double allowed, double r, double ours, String what) {
        assertEquals(r, ours, allowed, what);
        keep(allowed, Math.abs(r - ours));
    }

    private static void close(double r, double ours, double relative, double absolute, String what) {
        boolean same = Double.compare(r, ours) == 0; // infinite or NaN too
        if (!same) {
            assertEquals(r, ours, absolute + relative * Math.abs(r), what);
        }
        keep(relative, same ? 0 : Math.abs(r - ours) / (Math.abs(r) + absolute / relative));
    }

    private static void keep(double allowed, double difference) {
        reached.computeIfAbsent(allowed, any -> new DoubleSummaryStatistics()).accept(difference);
    }
}
