package marrow.stats.order;

import java.util.Arrays;

/**
 * Numbers counted by buckets of even width between the least and the greatest of them, so that those of a lower bucket are below those
 * of a higher. Held in memory that grows with the columns and is then used again. Scratch of one thread.
 */
public final class EvenBuckets {
    private int[] bucketOf = {};
    private int[] count = {};

    /**
     * Counts the first n numbers, none of which is NaN, into so many buckets. False, and nothing is counted, where these have no width: where
     * the numbers are all but equal, one or none, or further apart than a double can say.
     */
    public boolean count(double[] x, int n, int buckets) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) { // Math.min waits for itself; that a number is no new extreme is guessed
            if (x[i] < low) {
                low = x[i];
            }
            if (x[i] > high) {
                high = x[i];
            }
        }
        double perUnit = (buckets - 1) / (high - low);
        if (!(perUnit > 0 && perUnit <= Double.MAX_VALUE)) {
            return false;
        }
        if (bucketOf.length < n) {
            bucketOf = new int[Math.max(n, 2 * bucketOf.length)];
        }
        if (count.length < buckets) {
            count = new int[Math.max(buckets, 2 * count.length)];
        }
        Arrays.fill(count, 0, buckets, 0);
        for (int i = 0; i < n; i++) {
            int bucket = (int) ((x[i] - low) * perUnit);
            bucketOf[i] = bucket;
            count[bucket]++;
        }
        return true;
    }

    /** The bucket of each number. */
    public int[] bucketOf() {
        return bucketOf;
    }

    /** How many numbers each bucket holds; the caller's to count on with. */
    public int[] count() {
        return count;
    }
}
