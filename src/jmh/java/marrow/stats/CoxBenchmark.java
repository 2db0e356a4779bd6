package marrow.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import marrow.stats.regression.Cox;
import marrow.stats.regression.Ties;
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
 * Cox's model with Efron's ties in the loop form, half of 200 subjects censored, against the cost of sorting the same
 * times. A thousand samples take turns. Run with {@code -prof gc} for the bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoxBenchmark {
    private static final int SAMPLES = 1000;
    private static final int N = 200;

    @Param({"1", "5"})
    int covariates;

    private final double[][] time = new double[SAMPLES][];
    private final int[][] status = new int[SAMPLES][];
    private double[][][] x;
    private Cox.Scratch cox;
    private final double[] copy = new double[N];
    private int turn;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(20261121);
        x = new double[SAMPLES][covariates][];
        cox = new Cox.Scratch(covariates, Ties.EFRON);
        for (int k = 0; k < SAMPLES; k++) {
            time[k] = random.doubles(N, 0, 3).toArray();
            status[k] = random.ints(N, 0, 2).toArray();
            for (int j = 0; j < covariates; j++) {
                x[k][j] = j == 0
                        ? random.ints(N, 0, 2).asDoubleStream().toArray()
                        : random.doubles(N).toArray();
            }
        }
    }

    private int next() {
        turn = turn + 1 == SAMPLES ? 0 : turn + 1;
        return turn;
    }

    /** Also the copy that sorting in place needs. */
    @Benchmark
    public double sortTimes() {
        System.arraycopy(time[next()], 0, copy, 0, N);
        Arrays.sort(copy);
        return copy[N / 2];
    }

    @Benchmark
    public double fit() {
        int k = next();
        Cox fit = cox.fit(time[k], status[k], null, null, null, x[k], N);
        return fit.coefficient(0) + fit.p(fit.wald());
    }
}
