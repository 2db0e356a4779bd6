package marrow.trial.cohort;

/** One number of two without a branch, for choices that a processor cannot guess. */
final class Either {
    private Either() {}

    /** The first for 1, the other for 0. */
    static double of(int first, double one, double other) {
        long bits = Double.doubleToRawLongBits(other);
        return Double.longBitsToDouble(bits ^ ((bits ^ Double.doubleToRawLongBits(one)) & -first));
    }
}
