package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever way it is put in order, the order is that of time, ties in the order of the rows. */
class OrderOfTimesTest {
    private static void inOrder(DoubleSupplier time) {
        SplittableRandom random = new SplittableRandom(1);
        OrderedSample sample = new OrderedSample();
        for (int turn = 0; turn < 500; turn++) {
            int n = random.nextInt(400);
            double[] times =
                    IntStream.range(0, n).mapToDouble(i -> time.getAsDouble()).toArray();
            sample.take(times, new int[n], null, null, null, n);
            int[] expected = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> times[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int place = 0; place < n; place++) {
                assertEquals(expected[place], sample.byTime(place), "place " + place + " of " + n);
            }
        }
    }

    @Test
    void spreadOut() {
        SplittableRandom random = new SplittableRandom(2);
        inOrder(() -> -Math.log(random.nextDouble()));
    }

    @Test
    void tied() {
        SplittableRandom random = new SplittableRandom(3);
        inOrder(() -> random.nextInt(30));
        inOrder(() -> 5);
    }

    @Test
    void crowded() {
        SplittableRandom random = new SplittableRandom(4);
        inOrder(() -> random.nextInt(40) == 0 ? 1e15 : random.nextDouble());
        inOrder(() -> random.nextInt(5) * Double.MIN_VALUE);
        inOrder(() -> random.nextInt(5) == 0 ? Double.MAX_VALUE : random.nextDouble());
    }
}
