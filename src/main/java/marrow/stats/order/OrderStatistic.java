package marrow.stats.order;

import java.util.Arrays;

/**
 * The k-th smallest of n numbers. They are counted by buckets of even width, once for all places that are asked of them, and only those of the one bucket in which
 * a place lies are put in order: of 180 days 0.6 us for the first place, against 5 us for sorting them all and 2 us for the selection of Commons Math, which
 * partitions by comparisons that a processor cannot guess. Scratch of one thread.
 */
public final class OrderStatistic {
    private final EvenBuckets buckets = new EvenBuckets();
    private final double[] there;
    private double[] x;
    private int n;
    private boolean counted;

    /** @param most how many numbers there may be */
    public OrderStatistic(int most) {
        there = new double[most];
    }

    /** Takes the first n numbers, which stay the caller's, and as they are while places are asked of them. None is NaN. */
    public OrderStatistic of(double[] numbers, int size) {
        x = numbers;
        n = size;
        counted = buckets.count(x, n, n);
        return this;
    }

    /** The k-th smallest of them, from 0. */
    public double place(int k) {
        if (!counted) {
            System.arraycopy(x, 0, there, 0, n);
            return sorted(n, k);
        }
        int[] count = buckets.count();
        int before = 0;
        int bucket = 0;
        while (before + count[bucket] <= k) {
            before += count[bucket++];
        }
        int[] bucketOf = buckets.bucketOf();
        int found = 0;
        for (int i = 0; i < n; i++) {
            there[found] = x[i]; // overwritten by the next if it is of another bucket
            found += bucketOf[i] == bucket ? 1 : 0;
        }
        return sorted(found, k - before);
    }

    /** The k-th of so many that were found. */
    private double sorted(int found, int k) {
        Arrays.sort(there, 0, found);
        return there[k];
    }
}
