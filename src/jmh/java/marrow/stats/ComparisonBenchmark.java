package marrow.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import marrow.stats.comparison.LogRank;
import marrow.stats.comparison.Weighting;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Log-rank tests of two groups in the loop form, against the cost of sorting the same n times. A thousand samples take
 * turns, so that branches are not learnt by heart. Run with {@code -prof gc} for the bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ComparisonBenchmark {
    private static final int SAMPLES = 1000;

    @Param({"200", "2000"})
    int n;

    private final double[][] time = new double[SAMPLES][];
    private final int[][] status = new int[SAMPLES][];
    private final int[][] group = new int[SAMPLES][];
    private final int[][] stratum = new int[SAMPLES][];
    private final LogRank.Scratch logRank = new LogRank.Scratch(2, Weighting.LOG_RANK);
    private final LogRank.Scratch late = new LogRank.Scratch(2, Weighting.flemingHarrington(0, 1));
    private double[] copy;
    private int turn;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int k = 0; k < SAMPLES; k++) {
            time[k] = random.doubles(n, 0, 3).toArray();
            status[k] = random.ints(n, 0, 2).toArray();
            group[k] = random.ints(n, 0, 2).toArray();
            stratum[k] = random.ints(n, 0, 4).toArray();
        }
        copy = new double[n];
    }

    private int next() {
        turn = turn + 1 == SAMPLES ? 0 : turn + 1;
        return turn;
    }

    /** Also the copy that sorting in place needs. */
    @Benchmark
    public double sortTimes() {
        System.arraycopy(time[next()], 0, copy, 0, n);
        Arrays.sort(copy);
        return copy[n / 2];
    }

    @Benchmark
    public double logRank() {
        int k = next();
        return logRank.test(time[k], status[k], null, group[k], null, n).pFewer();
    }

    @Benchmark
    public double logRankStratified() {
        int k = next();
        return logRank.test(time[k], status[k], null, group[k], stratum[k], n).pFewer();
    }

    @Benchmark
    public double logRankWeighted() {
        int k = next();
        return late.test(time[k], status[k], null, group[k], null, n).pFewer();
    }
}
