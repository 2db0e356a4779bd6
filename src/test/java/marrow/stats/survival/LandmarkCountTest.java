package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Counts between those who are censored before a day come to what the curves come to, but for rounding; the times have many ties. */
class LandmarkCountTest {
    private static final int SAMPLES = 20_000;

    private final LandmarkCount count = new LandmarkCount();

    @Test
    void stretches_between_the_censored_tell_what_the_curves_tell() {
        SplittableRandom random = new SplittableRandom(20261123);
        AalenJohansen.Scratch curves = new AalenJohansen.Scratch(2);
        KaplanMeier.Scratch products = new KaplanMeier.Scratch();
        int told = 0;
        int followed = 0;
        int complete = 0;
        int extinct = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            int n = random.nextInt(1, 30);
            int causes = random.nextInt(1, 3);
            double[] time = random.ints(n, 0, 12).asDoubleStream().toArray();
            int[] status = random.doubles(n)
                    .mapToInt(u -> u < 0.3 ? 0 : u < 0.7 ? 1 : causes)
                    .toArray();
            double day = random.nextInt(0, 13);
            AalenJohansen curve = curves.fit(time, status, null, null, n);
            String where = "sample " + sample;
            if (!count.count(day, causes, time, status, n)) {
                continue;
            }
            told++;
            followed += count.isFollowedTo() ? 1 : 0;
            complete += count.isComplete() ? 1 : 0;
            extinct += count.eventFree() == 0 ? 1 : 0;
            assertEquals(curve.isFollowedTo(day), count.isFollowedTo(), where);
            assertEquals(curve.eventFree(day), count.eventFree(), 1e-14, where);
            assertEquals(curve.incidence(1, day), count.incidence(), 1e-14, where);
            double error = products.fit(curve.table()).standardError(day);
            assertEquals(error, count.eventFreeError(), 1e-14, where);
        }
        assertTrue(told > 0.98 * SAMPLES, told + " told");
        assertTrue(followed > 0.6 * told && followed < 0.95 * told, followed + " followed of " + told);
        assertTrue(complete > 0.2 * told && complete < 0.5 * told, complete + " complete of " + told);
        assertTrue(extinct > 0.05 * told, extinct + " with nobody left of " + told);
    }

    /** Of 20 patients one a day, the k-th on day k: 16 may be censored before the last day, and not 17. */
    @Test
    void of_many_censored_nothing_is_told() {
        double[] time = new double[20];
        int[] status = new int[20];
        for (int i = 0; i < 20; i++) {
            time[i] = 19 - i;
            status[i] = i < 4 ? 1 : 0;
        }
        assertTrue(count.count(19, 1, time, status, 20));
        assertFalse(count.isComplete());
        status[3] = 0;
        assertFalse(count.count(19, 1, time, status, 20));
        assertTrue(count.count(16, 1, time, status, 20), "of whom 16 are censored before");
        assertFalse(count.count(19, 1, time, status, 0), "nobody");
    }

    @Test
    void all_are_counted_where_nobody_is_known_to_be_censored() {
        double[] time = {1, 2, 3, 4, 5};
        int[] status = {1, 2, 1, 0, 1};
        count.countAll(3.5, 2, time, status, 5);
        assertTrue(count.isComplete() && count.isFollowedTo());
        assertEquals(2, count.free());
        assertEquals(2, count.withEvent());
        assertEquals(0.4, count.eventFree());
        assertEquals(0.4, count.incidence());
        count.countAll(3, 1, time, status, 5);
        assertEquals(3, count.free(), "who had another event is free of this one");
    }
}
