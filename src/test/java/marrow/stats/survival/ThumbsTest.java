package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ThumbsTest {
    private static final int N = 4 * Thumbs.MANY;

    /** A risk table of many events finds the place of every time, and of times between and beyond, as a search of them all does. */
    private static void placesOf(DoubleUnaryOperator shape) {
        SplittableRandom random = new SplittableRandom(1);
        double[] time = random.doubles(N).map(shape).toArray();
        int[] status = new int[N];
        Arrays.fill(status, 1);
        RiskTable table = RiskTable.ofAnyCause().fill(time, status, null, null, N);
        double[] rising = Arrays.stream(time).sorted().distinct().toArray();
        assertEquals(rising.length, table.count());
        for (int i = 0; i < N; i++) {
            assertEquals(passed(rising, time[i]), table.exitPosition(i));
            double between = shape.applyAsDouble(random.nextDouble());
            assertEquals(passed(rising, between), table.position(between));
        }
        assertEquals(0, table.position(Double.NEGATIVE_INFINITY));
        assertEquals(0, table.position(Math.nextDown(rising[0])));
        assertEquals(rising.length, table.position(Math.nextUp(rising[rising.length - 1])));
        assertEquals(rising.length, table.position(Double.POSITIVE_INFINITY));
    }

    private static int passed(double[] rising, double t) {
        int found = Arrays.binarySearch(rising, t);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Test
    void places_of_times_that_are_spread_out_crowded_tied_or_far_apart() {
        placesOf(u -> 1000 * u);
        placesOf(u -> u < 0.9 ? 5 + 1e-9 * u : 1e6 * u);
        placesOf(u -> u < 0.2 ? Math.rint(100 * u) : 1000 * u);
        placesOf(u -> 1e-300 / u);
        placesOf(u -> u * Double.MAX_VALUE);
        placesOf(u -> Double.MIN_VALUE * Math.rint(10_000 * u));
    }
}
