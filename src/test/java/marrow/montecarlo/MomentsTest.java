package marrow.montecarlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static double[] numbers(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double shift = random.nextDouble(-1000, 1000);
        return random.doubles(n).map(u -> shift - Math.log(u) * 20).toArray();
    }

    /** At once, or one by one. */
    private static Moments of(double[] x, int from, int to) {
        if (from % 2 == 0) {
            return Moments.of(Arrays.copyOfRange(x, from, to));
        }
        Moments moments = new Moments();
        for (int i = from; i < to; i++) {
            moments.add(x[i]);
        }
        return moments;
    }

    /** Mean, variance and the standard error of the deviation from sums over all the numbers, in two passes. */
    private static double[] twoPasses(double[] x) {
        double sum = 0;
        for (double one : x) {
            sum += one;
        }
        double mean = sum / x.length;
        double m2 = 0;
        double m4 = 0;
        for (double one : x) {
            double square = (one - mean) * (one - mean);
            m2 += square;
            m4 += square * square;
        }
        double variance = m2 / (x.length - 1);
        int n = x.length;
        double ofVariance = (m4 / n - m2 / n * (m2 / n)) / n + 2 * variance * variance / (n * (n - 1.0));
        double error = Math.sqrt(ofVariance) / (2 * Math.sqrt(variance));
        return new double[] {mean, variance, error};
    }

    private static void same(double[] expected, Moments moments, double relative, String what) {
        assertEquals(expected[0], moments.mean(), relative * Math.abs(expected[0]), "mean, " + what);
        assertEquals(expected[1], moments.variance(), relative * expected[1], "variance, " + what);
        assertEquals(expected[2], moments.standardErrorOfDeviation(), relative * expected[2], "error of it, " + what);
    }

    @Test
    void come_to_the_same_at_once_and_one_by_one() {
        for (int n = 4; n < 60; n++) {
            double[] x = numbers(n, n);
            x[n / 2] = n % 3 == 0 ? Double.NaN : x[n / 2];
            Moments oneByOne = new Moments();
            Arrays.stream(x).forEach(oneByOne::add);
            Moments atOnce = Moments.of(x);
            assertEquals(oneByOne.count(), atOnce.count());
            assertEquals(oneByOne.missing(), atOnce.missing());
            assertEquals(oneByOne.mean(), atOnce.mean(), 1e-12 * Math.abs(atOnce.mean()), n + " numbers");
            assertEquals(oneByOne.variance(), atOnce.variance(), 1e-12 * atOnce.variance(), n + " numbers");
            double error = atOnce.standardErrorOfDeviation();
            assertEquals(oneByOne.standardErrorOfDeviation(), error, 1e-9 * error, n + " numbers");
        }
    }

    /** 0.1 has no end in binary, so sums of it are not exact: a spread of 1e-17 would be printed as an error. */
    @Test
    void numbers_that_are_all_the_same_have_no_spread() {
        double[] same = new double[257];
        Arrays.fill(same, 0.1);
        Moments moments = Moments.of(same);
        moments.join(Moments.of(same));
        moments.add(0.1);
        assertEquals(515, moments.count());
        assertEquals(0.1, moments.mean());
        assertEquals(0, moments.variance());
        assertEquals(0, moments.standardErrorOfDeviation());
    }

    @Test
    void what_is_beyond_all_bounds_has_no_mean() {
        for (double[] x : new double[][] {{1, Double.POSITIVE_INFINITY, 2}, {Double.NEGATIVE_INFINITY, 1}}) {
            Moments moments = Moments.of(x);
            assertEquals(x.length, moments.count());
            assertFalse(Double.isFinite(moments.mean()));
            assertTrue(Double.isNaN(moments.variance()));
        }
    }

    @Test
    void are_those_of_two_passes() {
        for (int seed = 0; seed < 200; seed++) {
            double[] x = numbers(seed, 5 + 17 * seed);
            same(twoPasses(x), of(x, 0, x.length), 1e-11, "seed " + seed);
        }
    }

    @Test
    void join_in_any_split_as_if_they_had_come_in_one_row() {
        for (int seed = 0; seed < 200; seed++) {
            double[] x = numbers(seed, 500);
            SplittableRandom cut = new SplittableRandom(seed);
            Moments joined = new Moments();
            for (int from = 0; from < x.length; ) {
                int to = Math.min(x.length, from + cut.nextInt(cut.nextBoolean() ? 3 : 200));
                joined.join(of(x, from, to));
                from = to;
            }
            assertEquals(500, joined.count());
            same(twoPasses(x), joined, 1e-11, "seed " + seed);
        }
    }

    @Test
    void empty_ones_change_no_bit_on_either_side() {
        double[] x = numbers(7, 100);
        Moments plain = of(x, 0, 100);
        Moments after = of(x, 0, 100);
        after.join(new Moments());
        Moments before = new Moments();
        before.join(plain);
        for (Moments one : new Moments[] {after, before}) {
            assertEquals(plain.mean(), one.mean());
            assertEquals(plain.variance(), one.variance());
            assertEquals(plain.standardErrorOfDeviation(), one.standardErrorOfDeviation());
        }
    }

    @Test
    void keep_their_digits_far_from_zero() {
        Moments far = new Moments();
        for (int i = 0; i < 1_000_000; i++) {
            far.add(1e9 + (i % 2));
        }
        assertEquals(0.25, far.variance(), 1e-6);
        assertEquals(1e9 + 0.5, far.mean(), 1e-5);
    }

    @Test
    void what_is_missing_is_counted_apart() {
        Moments some = of(new double[] {1, Double.NaN, 3, Double.NaN}, 0, 4);
        some.join(of(new double[] {Double.NaN, 5}, 0, 2));
        assertEquals(3, some.count());
        assertEquals(3, some.missing());
        assertEquals(3, some.mean());
        assertEquals(4, some.variance(), 1e-15);
        Moments none = of(new double[] {Double.NaN}, 0, 1);
        none.join(of(new double[] {Double.NaN}, 0, 1));
        assertEquals(2, none.missing());
    }

    /** For two values, each as often as the other, s^2 is 1/4 n / (n - 1), and what is left of its variance is 2 s^4 / (n (n - 1)). */
    @Test
    void a_deviation_of_two_values_as_often_as_each_other_has_an_error() {
        for (int n : new int[] {2, 10, 1000}) {
            Moments two = new Moments();
            for (int i = 0; i < n; i++) {
                two.add(i % 2);
            }
            double s2 = 0.25 * n / (n - 1);
            double error = Math.sqrt(2 * s2 * s2 / (n * (n - 1.0))) / (2 * Math.sqrt(s2));
            assertEquals(error, two.standardErrorOfDeviation(), 1e-12 * error);
        }
    }

    @Test
    void too_few_numbers_tell_nothing() {
        assertTrue(Double.isNaN(new Moments().mean()));
        assertTrue(Double.isNaN(new Moments().standardError()));
        Moments one = of(new double[] {4}, 0, 1);
        assertEquals(4, one.mean());
        assertTrue(Double.isNaN(one.variance()) && Double.isNaN(one.standardError()));
        assertTrue(Double.isNaN(one.standardErrorOfDeviation()));
        assertEquals(0, of(new double[] {4, 4}, 0, 2).standardErrorOfDeviation());
    }
}
