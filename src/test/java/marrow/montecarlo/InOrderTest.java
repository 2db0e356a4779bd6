package marrow.montecarlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InOrderTest {
    @Test
    void parts_are_taken_in_their_order_by_as_many_threads_as_asked_at_the_most() {
        for (int threads : new int[] {1, 2, 3, 8, 300}) {
            Set<Thread> seen = ConcurrentHashMap.newKeySet();
            List<Long> taken = new ArrayList<>();
            InOrder<Long> parts = InOrder.of(
                    200,
                    threads,
                    () -> {
                        seen.add(Thread.currentThread());
                        return part -> part;
                    },
                    taken::add);
            assertTrue(parts.run());
            assertEquals(LongStream.range(0, 200).boxed().toList(), taken);
            assertTrue(seen.size() <= Math.min(threads, 200), seen.size() + " threads, asked for " + threads);
        }
    }

    @Test
    void a_stop_leaves_no_gap() {
        List<Long> taken = new ArrayList<>();
        List<InOrder<Long>> parts = new ArrayList<>();
        parts.add(InOrder.of(
                1_000_000,
                3,
                () -> part -> {
                    if (part == 40) {
                        parts.get(0).stop();
                    }
                    return part;
                },
                taken::add));
        assertFalse(parts.get(0).run());
        assertTrue(taken.size() > 40);
        assertEquals(LongStream.range(0, taken.size()).boxed().toList(), taken);
    }

    @Test
    void what_a_taker_throws_is_thrown() {
        InOrder<Long> parts = InOrder.of(100, 2, () -> part -> part, part -> {
            throw new ArithmeticException("taken " + part);
        });
        assertThrows(ArithmeticException.class, parts::run);
    }
}
