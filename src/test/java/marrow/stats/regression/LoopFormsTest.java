package marrow.stats.regression;

import java.util.SplittableRandom;
import marrow.stats.Allocation;
import org.junit.jupiter.api.Test;

/** What a Monte Carlo loop calls allocates nothing in the steady state. */
class LoopFormsTest {
    private static final int SIZE = 120;

    private final double[] time = new double[SIZE];
    private final double[] entry = new double[SIZE];
    private final double[] weight = new double[SIZE];
    private final int[] status = new int[SIZE];
    private final int[] stratum = new int[SIZE];
    private final double[][] x = new double[2][SIZE];
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void cox() {
        Cox.Scratch scratch = new Cox.Scratch(2, Ties.EFRON);
        Allocation.none(this::draw, () -> {
            Cox cox = scratch.fit(time, status, null, null, null, x, 1 + random.nextInt(SIZE));
            return cox.coefficient(0) + cox.variance(0, 0) + cox.p(cox.wald()) + cox.p(cox.score());
        });
    }

    @Test
    void cox_stratified_weighted_of_truncated_times() {
        Cox.Scratch scratch = new Cox.Scratch(2, Ties.BRESLOW);
        Allocation.none(this::draw, () -> scratch.fit(time, status, entry, weight, stratum, x, 1 + random.nextInt(SIZE))
                .likelihoodRatio());
    }

    private void draw() {
        for (int i = 0; i < SIZE; i++) {
            time[i] = random.nextInt(1, 30) / 10.0;
            entry[i] = time[i] - random.nextInt(1, 20) / 10.0;
            weight[i] = 1 / random.nextDouble(0.1, 1);
            status[i] = random.nextInt(2);
            stratum[i] = random.nextInt(4);
            x[0][i] = random.nextInt(2);
            x[1][i] = random.nextDouble();
        }
    }
}
