package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import marrow.stats.law.Confidence;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.proportion.ExactBinomialTest;
import org.junit.jupiter.api.Test;

/** What a Monte Carlo loop calls allocates nothing in the steady state. */
class LoopFormsTest {
    private static final int CALLS = 2000;
    private static final int SIZE = 200;

    private final double[] time = new double[SIZE];
    private final double[] entry = new double[SIZE];
    private final int[] status = new int[SIZE];
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void kaplan_meier_at_a_landmark_with_its_interval() {
        KaplanMeier.Scratch scratch = new KaplanMeier.Scratch();
        Confidence confidence = Confidence.of(ConfidenceScale.LOG_LOG, 0.95);
        allocatesNothing(() -> {
            KaplanMeier km = scratch.fit(time, status, entry, null, 1 + random.nextInt(SIZE));
            return km.lower(1, confidence)
                    + km.upper(1, confidence)
                    + km.restrictedMean(1)
                    + km.restrictedMeanError(1)
                    + ConfidenceScale.LOG_LOG.standardized(km.survival(1), km.standardError(1), 0.65);
        });
    }

    @Test
    void nelson_aalen() {
        NelsonAalen.Scratch scratch = new NelsonAalen.Scratch();
        allocatesNothing(() -> {
            NelsonAalen estimate = scratch.fit(time, status, entry, null, 1 + random.nextInt(SIZE));
            return estimate.cumulativeHazard(1) + estimate.standardError(1);
        });
    }

    @Test
    void aalen_johansen_with_each_variance() {
        AalenJohansen.Scratch scratch = new AalenJohansen.Scratch(2);
        IncidenceVariance[] kinds = IncidenceVariance.values();
        Confidence confidence = Confidence.of(ConfidenceScale.LOG_LOG, 0.95);
        allocatesNothing(() -> {
            AalenJohansen aj = scratch.fit(time, status, entry, null, 1 + random.nextInt(SIZE));
            double sum = 0;
            for (IncidenceVariance kind : kinds) {
                sum += aj.lower(1, 1, kind, confidence) + aj.upper(2, 1, kind, confidence);
            }
            return sum;
        });
    }

    @Test
    void one_sample_log_rank() {
        allocatesNothing(() ->
                OneSampleLogRank.observed(status, SIZE) + OneSampleLogRank.expected(time, entry, SIZE, t -> 0.4 * t));
    }

    @Test
    void exact_binomial_test() {
        ExactBinomialTest.Scratch scratch = new ExactBinomialTest.Scratch(0.65, ExactBinomialTest.Alternative.GREATER);
        for (int n = 0; n <= 31; n++) {
            scratch.p(0, n);
        }
        allocatesNothing(() -> scratch.p(random.nextInt(25), 25 + random.nextInt(7)));
    }

    /** The first rounds warm up: scratch grows, code is compiled. */
    private void allocatesNothing(DoubleSupplier call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        double sum = 0;
        long bytes = 0;
        for (int round = 0; round < 3; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < CALLS; i++) {
                draw();
                sum += call.getAsDouble();
            }
            bytes = threads.getThreadAllocatedBytes(thread) - before;
        }
        assertTrue(bytes < CALLS, bytes + " bytes in " + CALLS + " calls");
        assertTrue(!Double.isNaN(sum), "a result was no number");
    }

    private void draw() {
        for (int i = 0; i < SIZE; i++) {
            time[i] = random.nextInt(1, 30) / 10.0;
            entry[i] = time[i] - random.nextInt(1, 20) / 10.0;
            status[i] = random.nextInt(3);
        }
    }
}
