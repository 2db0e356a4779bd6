package marrow.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** What a Monte Carlo loop calls allocates nothing in the steady state. */
public final class Allocation {
    private static final int CALLS = 2000;
    private static final int MOST_ROUNDS = 30; // three do on a quiet machine

    private Allocation() {}

    /**
     * Each call on new data. The first rounds warm up: scratch grows, code is compiled, and objects that never leave a
     * method are no longer made, which takes long where the compiler waits for a processor.
     */
    public static void none(Runnable draw, DoubleSupplier call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        double sum = 0;
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && (round < 3 || bytes >= CALLS); round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < CALLS; i++) {
                draw.run();
                sum += call.getAsDouble();
            }
            bytes = threads.getThreadAllocatedBytes(thread) - before;
        }
        assertTrue(bytes < CALLS, bytes + " bytes in " + CALLS + " calls");
        assertTrue(!Double.isNaN(sum), "a result was no number");
    }
}
