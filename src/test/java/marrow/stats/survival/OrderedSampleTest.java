package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedSampleTest {
    /** The order of a stable sort by stratum, then by time or entry, for samples of 0 to 99 that tie often. */
    @Test
    void as_a_stable_sort() {
        SplittableRandom random = new SplittableRandom(5);
        OrderedSample ordered = new OrderedSample();
        for (int trial = 0; trial < 1000; trial++) {
            int n = trial % 100;
            double[] time = random.doubles(n).map(u -> Math.floor(8 * u) + 1).toArray();
            double[] entry = random.doubles(n).map(u -> Math.floor(6 * u) - 5).toArray();
            int[] status = random.ints(n, 0, 3).toArray();
            int[] stratum = trial % 3 == 0 ? null : random.ints(n, -2, 3).toArray();
            boolean truncated = trial % 2 == 0;
            SurvivalSample sample = SurvivalSample.of(time, status);
            assertSame(ordered, ordered.take(truncated ? sample.enteredAt(entry) : sample, stratum));
            assertEquals(n, ordered.size());
            assertEquals(truncated, ordered.truncated());
            Comparator<Integer> strata = Comparator.comparingInt(i -> stratum == null ? 0 : stratum[i]);
            List<Integer> byTime = sorted(n, strata.thenComparingDouble(i -> time[i]));
            List<Integer> byEntry = sorted(n, strata.thenComparingDouble(i -> entry[i]));
            for (int k = 0; k < n; k++) {
                assertEquals(byTime.get(k), ordered.byTime(k), "trial " + trial);
                assertEquals(time[byTime.get(k)], ordered.timeAt(k));
                if (truncated) {
                    assertEquals(byEntry.get(k), ordered.byEntry(k), "trial " + trial);
                }
            }
            for (int from = 0; from < n; ) {
                int to = ordered.endOfStratum(from);
                int first = byTime.get(from);
                long members = stratum == null
                        ? n
                        : IntStream.of(stratum).filter(s -> s == stratum[first]).count();
                assertEquals(members, to - from);
                from = to;
            }
        }
    }

    private static List<Integer> sorted(int n, Comparator<Integer> order) {
        return IntStream.range(0, n).boxed().sorted(order).toList();
    }

    @Test
    void columns_and_what_stands_for_those_that_are_not_there() {
        OrderedSample ordered = new OrderedSample();
        ordered.take(
                new double[] {3, 2},
                new int[] {2, 0},
                new double[] {1, -1},
                new double[] {0.5, 4},
                new int[] {7, 6},
                2);
        assertEquals(3, ordered.time(0));
        assertEquals(2, ordered.status(0));
        assertTrue(ordered.event(0));
        assertFalse(ordered.event(1));
        assertEquals(-1, ordered.entry(1));
        assertEquals(4, ordered.weight(1));
        assertEquals(7, ordered.stratum(0));
        assertEquals(1, ordered.byTime(0));
        ordered.take(new double[] {3, 2}, new int[2], null, null, null, 1);
        assertEquals(1, ordered.size());
        assertFalse(ordered.truncated());
        assertEquals(Double.NEGATIVE_INFINITY, ordered.entry(0));
        assertEquals(1, ordered.weight(0));
        assertEquals(0, ordered.stratum(0));
    }

    @Test
    void refusals() {
        double[] one = {1};
        int[] event = {1};
        refused(new double[] {-1}, event, null, null, null, 1);
        refused(new double[] {Double.NaN}, event, null, null, null, 1);
        refused(one, new int[] {-1}, null, null, null, 1);
        refused(one, event, new double[] {1}, null, null, 1);
        refused(one, event, new double[] {Double.NEGATIVE_INFINITY}, null, null, 1);
        refused(one, event, null, new double[] {0}, null, 1);
        refused(one, event, null, null, null, 2);
        refused(new double[2], event, null, null, null, 2);
        refused(new double[2], new int[2], one, null, null, 2);
        refused(new double[2], new int[2], null, one, null, 2);
        refused(new double[2], new int[2], null, null, event, 2);
    }

    private static void refused(double[] time, int[] status, double[] entry, double[] weight, int[] stratum, int n) {
        OrderedSample sample = new OrderedSample();
        assertThrows(IllegalArgumentException.class, () -> sample.take(time, status, entry, weight, stratum, n));
    }
}
