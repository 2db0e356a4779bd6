package marrow.stats;

/** Counts of a table, checked at the door. */
final class Counts {
    private Counts() {}

    static void check(int... counts) {
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a count must be 0 or more: " + count);
            }
        }
    }
}
