package marrow.stats.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class OrderStatisticTest {
    private static void asSorted(DoubleSupplier number) {
        SplittableRandom random = new SplittableRandom(1);
        OrderStatistic statistic = new OrderStatistic(300);
        for (int turn = 0; turn < 2000; turn++) {
            int n = 1 + random.nextInt(300);
            double[] x = new double[300];
            for (int i = 0; i < n; i++) {
                x[i] = number.getAsDouble();
            }
            double[] sorted = Arrays.copyOf(x, n);
            Arrays.sort(sorted);
            OrderStatistic taken = statistic.of(x, n);
            for (int k : new int[] {random.nextInt(n), random.nextInt(n), 0, n - 1}) {
                assertEquals(sorted[k], taken.place(k), "place " + k + " of " + n);
            }
        }
    }

    @Test
    void ofAnyNumbersItIsThatOfTheSorted() {
        SplittableRandom random = new SplittableRandom(2);
        asSorted(() -> 1000 * random.nextDouble() - 200);
    }

    @Test
    void ofTiesAndOfTheCrowded() {
        SplittableRandom random = new SplittableRandom(3);
        asSorted(() -> random.nextInt(4));
        asSorted(() -> 7);
        asSorted(() -> random.nextInt(50) == 0 ? 1e300 : random.nextDouble());
        asSorted(() -> random.nextInt(50) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble());
        asSorted(() -> random.nextInt(3) * Double.MIN_VALUE);
    }
}
