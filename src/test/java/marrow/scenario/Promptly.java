package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/** Two seconds for any file, of the processor's time: a busy machine does not fail a test. */
public final class Promptly {
    private static final double MOST_SECONDS = 2;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Promptly() {}

    public static <T> T get(Supplier<T> work) {
        long start = THREADS.getCurrentThreadCpuTime();
        T result = work.get();
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) * 1e-9;
        assertTrue(seconds < MOST_SECONDS, () -> "took " + seconds + " s");
        return result;
    }
}
