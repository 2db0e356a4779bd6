package marrow.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import marrow.stats.law.Confidence;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.survival.AalenJohansen;
import marrow.stats.survival.IncidenceVariance;
import marrow.stats.survival.KaplanMeier;
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
 * The loop forms of one sample, against the cost of sorting its n times. A thousand samples take turns, so that branches
 * are not learnt by heart. Run with {@code -prof gc} for the bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OneSampleBenchmark {
    private static final int SAMPLES = 1000;

    @Param({"31", "200"})
    int n;

    private final double[][] time = new double[SAMPLES][];
    private final int[][] status = new int[SAMPLES][];
    private final KaplanMeier.Scratch kaplanMeier = new KaplanMeier.Scratch();
    private final AalenJohansen.Scratch aalenJohansen = new AalenJohansen.Scratch(2);
    private final Confidence logLog = Confidence.of(ConfidenceScale.LOG_LOG, 0.95);
    private double[] copy;
    private int turn;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int k = 0; k < SAMPLES; k++) {
            time[k] = random.doubles(n, 0, 3).toArray();
            status[k] = random.ints(n, 0, 3).toArray();
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
    public double kaplanMeierAtOneYearLogLog() {
        int k = next();
        KaplanMeier km = kaplanMeier.fit(time[k], status[k], null, null, n);
        return km.lower(1, logLog) + km.upper(1, logLog);
    }

    @Benchmark
    public double aalenJohansenAtOneYearJackknife() {
        int k = next();
        AalenJohansen aj = aalenJohansen.fit(time[k], status[k], null, null, n);
        double error = aj.standardError(1, 1, IncidenceVariance.INFINITESIMAL_JACKKNIFE);
        return logLog.lower(aj.incidence(1, 1), error) + logLog.upper(aj.incidence(1, 1), error);
    }

    @Benchmark
    public double aalenJohansenAtOneYearGreenwood() {
        int k = next();
        AalenJohansen aj = aalenJohansen.fit(time[k], status[k], null, null, n);
        double error = aj.standardError(1, 1, IncidenceVariance.GREENWOOD);
        return logLog.lower(aj.incidence(1, 1), error) + logLog.upper(aj.incidence(1, 1), error);
    }
}
