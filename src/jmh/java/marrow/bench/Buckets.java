package marrow.bench;

import java.util.Arrays;

/**
 * Order by buckets: numbers of a known range fall into about as many buckets as there are numbers, and the few of one bucket are
 * put in order by insertion. Numbers beyond the range share the last bucket.
 */
final class Buckets {
    private final int buckets;
    private final double perUnit;
    private final int[] start;
    private final int[] bucketOf;
    private final double[] within;

    Buckets(int most, int buckets, double range) {
        this.buckets = buckets;
        perUnit = buckets / range;
        start = new int[buckets + 1];
        bucketOf = new int[most];
        within = new double[most];
    }

    /** How many lie in each bucket. */
    void count(double[] key, int n) {
        Arrays.fill(start, 0);
        for (int i = 0; i < n; i++) {
            int b = Math.min((int) (key[i] * perUnit), buckets - 1);
            bucketOf[i] = b;
            start[b]++;
        }
    }

    /** The places of the first n numbers, in rising order of the numbers. */
    void sort(double[] key, int n, int[] order) {
        count(key, n);
        int before = 0;
        for (int b = 0; b < buckets; b++) {
            int here = start[b];
            start[b] = before;
            before += here;
        }
        for (int i = 0; i < n; i++) {
            order[start[bucketOf[i]]++] = i;
        }
        for (int k = 1; k < n; k++) {
            int i = order[k];
            double x = key[i];
            int place = k;
            for (; place > 0 && key[order[place - 1]] > x; place--) {
                order[place] = order[place - 1];
            }
            order[place] = i;
        }
    }

    /** The number that is {@code nth} (from 1) in order, of those last counted. */
    double nth(double[] key, int n, int nth) {
        int before = 0;
        int b = 0;
        while (before + start[b] < nth) {
            before += start[b++];
        }
        int here = 0;
        for (int i = 0; i < n; i++) {
            within[here] = key[i];
            here += bucketOf[i] == b ? 1 : 0;
        }
        Arrays.sort(within, 0, here);
        return within[nth - before - 1];
    }
}
