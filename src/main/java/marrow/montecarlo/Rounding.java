package marrow.montecarlo;

/** What two programs may differ by that add the same numbers in another order. It is no difference. */
public final class Rounding {
    /** Of the larger of two numbers. */
    private static final double RELATIVE = 1e-9;

    private Rounding() {}

    /** Whether two numbers are one; so are two that are not there. */
    public static boolean same(double a, double b) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Whether two blocks may be sums over the same trials. */
    public static boolean same(Block a, Block b) {
        if (a.width() != b.width()) {
            return false;
        }
        for (int i = 0; i < a.width(); i++) {
            if (!same(a.column(i), b.column(i))) {
                return false;
            }
        }
        return true;
    }

    /** Both are compared beside the spread of the column, where their rounding comes from. */
    private static boolean same(Moments a, Moments b) {
        if (a.count() != b.count() || a.missing() != b.missing()) {
            return false;
        }
        double square = a.count() == 0 ? 0 : a.mean() * a.mean();
        double scale = a.count() < 2 ? square : square + a.variance();
        return a.count() == 0
                || (Math.abs(a.mean() - b.mean()) <= RELATIVE * Math.sqrt(scale)
                        && (a.count() < 2 || Math.abs(a.variance() - b.variance()) <= RELATIVE * scale));
    }
}
