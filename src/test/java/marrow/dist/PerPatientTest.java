package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;

/** What the path of one patient is promised: the same bits on every machine, and no garbage. */
class PerPatientTest {
    /** Everything a journey asks of every law, folded bit by bit into one number. */
    private static long fingerprint() {
        UniformRandomProvider random = new SplitMix64(51);
        long bits = 0;
        for (Distribution law : Examples.distributions()) {
            for (int i = 0; i < 500; i++) {
                bits = 31 * bits + Double.doubleToLongBits(law.sample(random));
                bits = 31 * bits + Double.doubleToLongBits(law.sampleAbove(law.lower() - 1, random));
            }
        }
        for (Hazard law : Examples.hazards()) {
            for (int i = 0; i < 500; i++) {
                double t = 3000 * OpenUnit.draw(random);
                bits = 31 * bits + Double.doubleToLongBits(law.cumulative(t));
                bits = 31 * bits + Double.doubleToLongBits(law.hazard(t));
                bits = 31 * bits + Double.doubleToLongBits(law.inverse(3 * OpenUnit.draw(random)));
            }
        }
        return bits;
    }

    /** Origin: this code on x86-64, on JDK 17 (compiled, interpreted, without intrinsics) and on JDK 25. */
    @Test
    void same_bits_on_every_machine() {
        assertEquals(4864186098717395431L, fingerprint(), "fingerprint of all laws");
    }

    @Test
    void draws_and_inverses_leave_no_garbage() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        UniformRandomProvider random = new SplitMix64(52);
        double sum = 0;
        for (int round = 0; round < 2; round++) {
            for (Distribution law : Examples.distributions()) {
                // Laws cut to a far tail of gamma or beta solve for their draws.
                if (law instanceof Within && law.toString().matches("(Gamma|Beta).*")) {
                    continue;
                }
                long before = threads.getThreadAllocatedBytes(thread);
                for (int i = 0; i < 5000; i++) {
                    sum += law.sample(random) + law.sampleAbove(law.lower() - 1, random);
                }
                long bytes = threads.getThreadAllocatedBytes(thread) - before;
                assertTrue(round == 0 || bytes < 5000, law + " allocated " + bytes + " bytes in 10,000 draws");
            }
            for (Hazard law : Examples.hazards()) {
                long before = threads.getThreadAllocatedBytes(thread);
                for (int i = 0; i < 5000; i++) {
                    sum += law.inverse(law.cumulative(40) + OpenUnit.draw(random));
                }
                long bytes = threads.getThreadAllocatedBytes(thread) - before;
                assertTrue(round == 0 || bytes < 5000, law + " allocated " + bytes + " bytes in 5,000 rings");
            }
        }
        assertTrue(!Double.isNaN(sum));
    }
}
