package marrow.random;

/**
 * The mixer lea64 of Doug Lea, a bijection of 64-bit words in which each bit of the input moves each of the output with a chance near a half; and
 * words in a row, mixed many at a time.
 *
 * <p>Source: Steele and Vigna, "LXM: better splittable pseudorandom number generators", OOPSLA 2021.
 */
final class Lea64 {
    /** The odd number nearest to 2^64 over the golden ratio: words in a row are so far apart before they are mixed. */
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** So many at a time stay in the first cache. */
    static final int AT_A_TIME = 256;

    private static final long MULTIPLIER = 0xDABA0B6EB09322E3L;
    private static final long[] STEPS = new long[AT_A_TIME];

    static {
        for (int i = 0; i < AT_A_TIME; i++) {
            STEPS[i] = i * GOLDEN;
        }
    }

    private Lea64() {}

    static long of(long x) {
        long z = (x ^ (x >>> 32)) * MULTIPLIER;
        z = (z ^ (z >>> 32)) * MULTIPLIER;
        return z ^ (z >>> 32);
    }

    /** The words from a start on, up to {@link #AT_A_TIME}, each GOLDEN after the one before. */
    static void row(long start, int n, long[] mixed) {
        for (int i = 0; i < n; i++) {
            mixed[i] = of(start + STEPS[i]);
        }
    }
}
