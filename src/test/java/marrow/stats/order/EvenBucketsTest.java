package marrow.stats.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EvenBucketsTest {
    private final EvenBuckets buckets = new EvenBuckets();

    private void assertCounted(double[] x, int n, int many) {
        assertTrue(buckets.count(x, n, many), () -> Arrays.toString(x));
        int[] found = new int[many];
        for (int i = 0; i < n; i++) {
            found[buckets.bucketOf()[i]]++;
            for (int j = 0; j < n; j++) {
                assertTrue(
                        x[i] <= x[j] || buckets.bucketOf()[i] >= buckets.bucketOf()[j],
                        x[i] + " is above " + x[j] + ", and its bucket below");
            }
        }
        assertArrayEquals(found, Arrays.copyOf(buckets.count(), many));
    }

    @Test
    void lower_numbers_are_in_lower_buckets() {
        SplittableRandom random = new SplittableRandom(4);
        for (int turn = 0; turn < 200; turn++) {
            int n = 2 + random.nextInt(60);
            double[] x = random.doubles(n, -5, 20).toArray();
            assertCounted(x, n, n);
            assertCounted(x, n, 2 * n);
        }
    }

    @Test
    void the_least_is_in_the_first_and_the_greatest_in_the_last() {
        double[] rising = {1, 2, 3, 4, 5};
        assertCounted(rising, 5, 5);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, Arrays.copyOf(buckets.bucketOf(), 5));
        assertCounted(new double[] {5, 4, 3, 2, 1}, 5, 5);
        assertArrayEquals(new int[] {4, 3, 2, 1, 0}, Arrays.copyOf(buckets.bucketOf(), 5));
    }

    @Test
    void numbers_beyond_the_first_so_many_do_not_count() {
        assertCounted(new double[] {3, 1, 1e9}, 2, 4);
        assertEquals(3, buckets.bucketOf()[0]);
    }

    @Test
    void where_buckets_have_no_width_nothing_is_counted() {
        assertFalse(buckets.count(new double[] {}, 0, 4), "none");
        assertFalse(buckets.count(new double[] {7}, 1, 4), "one");
        assertFalse(buckets.count(new double[] {7, 7, 7}, 3, 6), "equal");
        assertFalse(buckets.count(new double[] {0, Double.MIN_VALUE}, 2, 4), "all but equal");
        assertFalse(buckets.count(new double[] {1, Double.POSITIVE_INFINITY}, 2, 4), "an infinite one");
        assertFalse(buckets.count(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 2, 4), "too far apart");
    }
}
