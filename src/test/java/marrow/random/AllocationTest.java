package marrow.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final int PATIENTS = 20_000;

    @Test
    void movingAndDrawingAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AddressedRandom random = AddressedRandom.of(1);
        long key = AddressedRandom.clockKey("relapse");
        double sum = draw(random, key);
        long thread = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(thread);
        long before = threads.getThreadAllocatedBytes(thread);
        sum += draw(random, key);
        long after = threads.getThreadAllocatedBytes(thread);
        // The question itself may allocate a few bytes; one object a patient would be 320 kB.
        assertTrue(after - before < 1000, (after - before) + " bytes");
        assertTrue(sum > 0);
    }

    private static double draw(AddressedRandom random, long key) {
        double sum = 0;
        for (int patient = 0; patient < PATIENTS; patient++) {
            random.patient(0, patient);
            for (int occurrence = 0; occurrence < 5; occurrence++) {
                random.at(key, occurrence);
                sum += random.exponential() + random.uniform() + (random.nextBoolean() ? 1 : 0);
            }
        }
        return sum;
    }
}
