package marrow.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** What a Monte Carlo loop calls allocates nothing in the steady state. */
public final class Allocation {
    private static final int CALLS = 2000;
    private static final int MOST_ROUNDS = 30; // three do on a quiet machine

    /** What {@code Arrays.sort} of JDK 25 allocates itself, some 40 bytes a call, and of two curves there are two; nothing on JDK 17. */
    private static final double SORTS = 2 * bytesOfASort();

    private Allocation() {}

    private static double bytesOfASort() {
        SplittableRandom random = new SplittableRandom(1);
        double[] tied = new double[200];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        double bytes = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && bytes > 0; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < CALLS; i++) {
                for (int k = 0; k < tied.length; k++) {
                    tied[k] = random.nextInt(1, 30) / 10.0;
                }
                Arrays.sort(tied);
            }
            bytes = (threads.getThreadAllocatedBytes(thread) - before) / (double) CALLS;
        }
        return bytes;
    }

    /**
     * Each call on new data. The first rounds warm up: scratch grows, code is compiled, and objects that never leave a
     * method are no longer made, which takes long where the compiler waits for a processor.
     */
    public static void none(Runnable draw, DoubleSupplier call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        double sum = 0;
        long bytes = Long.MAX_VALUE;
        double most = CALLS * (1 + SORTS);
        for (int round = 0; round < MOST_ROUNDS && (round < 3 || bytes >= most); round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < CALLS; i++) {
                draw.run();
                sum += call.getAsDouble();
            }
            bytes = threads.getThreadAllocatedBytes(thread) - before;
        }
        assertTrue(bytes < most, bytes + " bytes in " + CALLS + " calls");
        assertTrue(!Double.isNaN(sum), "a result was no number");
    }
}
