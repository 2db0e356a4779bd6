package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RiskTableTest {
    @Test
    void counts_agree_with_their_definition() {
        Random random = new Random(1);
        RiskTable table = RiskTable.ofCauses(3);
        for (int repeat = 0; repeat < 500; repeat++) {
            int n = random.nextInt(40);
            double[] time = random.doubles(n, 0, 10).map(Math::rint).toArray();
            double[] entry = new double[n];
            for (int i = 0; i < n; i++) {
                entry[i] = time[i] - 1 - random.nextInt(6);
            }
            int[] status = random.ints(n, 0, 4).toArray();
            double[] weight = random.ints(n, 1, 5).mapToDouble(x -> x).toArray();
            table.fill(time, status, entry, weight, n);
            double last = Double.NEGATIVE_INFINITY;
            double allEvents = 0;
            for (int j = 0; j < table.count(); j++) {
                double t = table.time(j);
                assertEquals(true, t > last);
                last = t;
                double atRisk = 0;
                double[] events = new double[4];
                for (int i = 0; i < n; i++) {
                    atRisk += entry[i] < t && t <= time[i] ? weight[i] : 0;
                    events[status[i]] += t == time[i] ? weight[i] : 0;
                    assertEquals(
                            entry[i] < t && t <= time[i], table.entryPosition(i) <= j && j < table.exitPosition(i));
                }
                assertEquals(atRisk, table.atRisk(j));
                assertEquals(events[1] + events[2] + events[3], table.events(j));
                for (int cause = 1; cause <= 3; cause++) {
                    assertEquals(events[cause], table.events(j, cause));
                }
                allEvents += table.events(j);
            }
            double expected = 0;
            for (int i = 0; i < n; i++) {
                expected += status[i] > 0 ? weight[i] : 0;
            }
            assertEquals(expected, allEvents);
        }
    }

    @Test
    void arrays_of_the_caller_stay_as_they_are_and_only_n_are_read() {
        double[] time = {3, 1, 2, Double.NaN};
        int[] status = {1, 1, 0, -7};
        RiskTable table = RiskTable.ofAnyCause().fill(time, status, null, null, 3);
        assertEquals(2, table.count());
        assertEquals(3, table.subjects());
        assertEquals(0, table.causes());
        assertEquals(3, table.atRisk(0));
        assertEquals(1, table.atRisk(1));
        assertEquals(3, time[0]);
        assertEquals(0, table.position(0.5));
        assertEquals(1, table.position(1));
        assertEquals(2, table.position(99));
    }

    @Test
    void nonsense_is_refused_with_its_value() {
        refused("time must be finite and not negative, not NaN", new double[] {Double.NaN}, new int[1], null, null);
        refused("time must be finite and not negative, not -1.0", new double[] {-1}, new int[1], null, null);
        refused("status must lie between 0 and 2, not 3", new double[] {1}, new int[] {3}, null, null);
        refused("status must lie between 0 and 2, not -1", new double[] {1}, new int[] {-1}, null, null);
        refused("entry must lie before time 1.0, not at 1.0", new double[] {1}, new int[1], new double[] {1}, null);
        refused("weight must be positive and finite, not 0.0", new double[] {1}, new int[1], null, new double[1]);
        refused("status has 0 values for 1 subjects", new double[] {1}, new int[0], null, null);
    }

    private static void refused(String message, double[] time, int[] status, double[] entry, double[] weight) {
        RiskTable table = RiskTable.ofCauses(2);
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> table.fill(time, status, entry, weight, time.length));
        assertEquals(message, refusal.getMessage());
    }
}
