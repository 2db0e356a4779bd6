package marrow.stats.comparison;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import marrow.stats.Allocation;
import marrow.stats.law.ConfidenceScale;
import org.junit.jupiter.api.Test;

/** What a Monte Carlo loop calls allocates nothing in the steady state. */
class LoopFormsTest {
    private static final int SIZE = 200;

    private final double[] time = new double[SIZE];
    private final double[] entry = new double[SIZE];
    private final double[] change = new double[SIZE];
    private final int[] status = new int[SIZE];
    private final int[] group = new int[SIZE];
    private final int[] stratum = new int[SIZE];
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void log_rank() {
        LogRank.Scratch scratch = new LogRank.Scratch(2, Weighting.LOG_RANK);
        allocatesNothing(n -> scratch.test(time, status, null, group, null, n).pFewer());
    }

    @Test
    void log_rank_stratified_of_truncated_times() {
        LogRank.Scratch scratch = new LogRank.Scratch(2, Weighting.LOG_RANK);
        allocatesNothing(
                n -> scratch.test(time, status, entry, group, stratum, n).p());
    }

    @Test
    void log_rank_weighted() {
        LogRank.Scratch scratch = new LogRank.Scratch(2, Weighting.flemingHarrington(0.5, 1));
        allocatesNothing(n -> scratch.test(time, status, null, group, null, n).pFewer());
    }

    @Test
    void gray() {
        Gray.Scratch scratch = new Gray.Scratch(2, 1, 0);
        allocatesNothing(n -> scratch.test(time, status, group, stratum, n).p());
    }

    @Test
    void restricted_mean_difference() {
        RestrictedMeanDifference.Scratch scratch = new RestrictedMeanDifference.Scratch(2);
        allocatesNothing(n -> scratch.fit(time, status, entry, group, n).pTwoSided());
    }

    @Test
    void milestone_difference() {
        MilestoneDifference.Scratch scratch = new MilestoneDifference.Scratch(1, ConfidenceScale.LOG_LOG);
        allocatesNothing(n -> scratch.fit(time, status, null, group, n).pGreater());
    }

    @Test
    void mantel_byar() {
        MantelByar.Scratch scratch = new MantelByar.Scratch(Weighting.LOG_RANK);
        allocatesNothing(
                n -> scratch.test(time, status, null, change, stratum, n).p());
    }

    /** Of 1 to 200 subjects. */
    private void allocatesNothing(IntToDoubleFunction call) {
        Allocation.none(this::draw, () -> call.applyAsDouble(1 + random.nextInt(SIZE)));
    }

    private void draw() {
        for (int i = 0; i < SIZE; i++) {
            time[i] = random.nextInt(1, 30) / 10.0;
            entry[i] = time[i] - random.nextInt(1, 20) / 10.0;
            change[i] = random.nextInt(40) / 10.0;
            status[i] = random.nextInt(3);
            group[i] = random.nextInt(2);
            stratum[i] = random.nextInt(4);
        }
    }
}
