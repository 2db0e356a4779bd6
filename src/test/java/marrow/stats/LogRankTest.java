package marrow.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogRankTest {
    /** 1,000 data sets, 10 weightings, with and without strata; see log-rank.R. */
    @Test
    void r_finds_the_same_in_every_data_set() {
        List<String[]> rows = ComparisonData.reference("log-rank");
        assertEquals(20_000, rows.size());
        for (String[] row : rows) {
            ComparisonData.Set set = ComparisonData.set(row[0]);
            Subjects subjects = set.subjects();
            if (row[2].equals("1")) {
                subjects.within(set.stratum());
            }
            int k = set.groups();
            LogRank test = LogRank.of(subjects, k, weighting(row[1]));
            String what = String.join(" ", row[0], row[1], row[2]);
            double[] observed = ComparisonData.numbers(row[3]);
            double[] expected = ComparisonData.numbers(row[4]);
            double[] variance = ComparisonData.numbers(row[5]);
            if (variance.length == k * k && expected.length == k && k > 1) {
                for (int g = 0; g < k; g++) {
                    Agreement.estimate(observed[g], test.observed(g), 1e-6, what + " O");
                    Agreement.estimate(expected[g], test.expected(g), 1e-6, what + " E");
                    for (int h = 0; h < k; h++) {
                        Agreement.estimate(variance[g * k + h], test.variance(g, h), 1e-6, what + " V");
                    }
                }
            } else if (!row[1].equals("LOG_RANK") && !row[1].equals("FH 0 1")) {
                double difference = 0;
                for (int g = 1; g < k; g++) {
                    difference += test.observed(g) - test.expected(g);
                }
                Agreement.estimate(observed[0], difference, 1e-3, what + " O - E");
                Agreement.estimate(variance[0], test.variance(0, 0), 1e-6, what + " V");
            }
            Agreement.estimate(Double.parseDouble(row[6]), test.chiSquare(), 1e-3, what + " chi-square");
            assertEquals(Integer.parseInt(row[7]), test.degreesOfFreedom(), what);
            Agreement.p(Double.parseDouble(row[8]), test.p(), what + " p");
            if (k == 2) {
                assertEquals(test.chiSquare(), test.z() * test.z(), 1e-9 * (1 + test.chiSquare()), what);
                assertEquals(test.p(), 2 * Math.min(test.pFewer(), 1 - test.pFewer()), 1e-9, what);
            }
        }
    }

    /**
     * Remission of 6-mercaptopurine against placebo: Freireich (1963), Gehan (1965); chi-square 16.79 in Klein and
     * Moeschberger and in Kalbfleisch and Prentice.
     */
    @Test
    void six_mercaptopurine() {
        Subjects subjects = Leukaemia6MP.subjects();
        LogRank test = LogRank.of(subjects, 2, Weighting.LOG_RANK);
        assertEquals(16.79, test.chiSquare(), 0.005);
        assertEquals(9, test.observed(1));
        assertEquals(19.25, test.expected(1), 0.005);
        assertEquals(-4.098, test.z(), 0.0005);
        assertEquals(Tail.normalBelow(test.z()), test.pFewer());
    }

    @Test
    void nothing_left_to_chance_is_no_evidence() {
        LogRank censored = LogRank.of(Subjects.of(new double[] {1, 2}, new int[2]).in(new int[] {0, 1}), 2, Weighting.GEHAN);
        assertEquals(0, censored.z());
        assertEquals(1, censored.p());
        assertEquals(0.5, censored.pFewer());
        assertEquals(0, censored.degreesOfFreedom());
        LogRank nobody = LogRank.of(Subjects.of(new double[0], new int[0]), 2, Weighting.LOG_RANK);
        assertEquals(1, nobody.p());
        LogRank allAtOnce =
                LogRank.of(Subjects.of(new double[] {3, 3}, new int[] {1, 1}).in(new int[] {0, 1}), 2, Weighting.LOG_RANK);
        assertEquals(0, allAtOnce.chiSquare());
    }

    @Test
    void refuses_what_is_not_follow_up() {
        assertThrows(IllegalArgumentException.class, () -> test(new double[] {Double.NaN}, new int[] {1}));
        assertThrows(IllegalArgumentException.class, () -> test(new double[] {-1}, new int[] {1}));
        assertThrows(IllegalArgumentException.class, () -> test(new double[] {1}, new int[] {-1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> LogRank.of(
                        Subjects.of(new double[] {1}, new int[] {1}).entering(new double[] {1}), 2, Weighting.LOG_RANK));
        assertThrows(
                IllegalArgumentException.class,
                () -> LogRank.of(Subjects.of(new double[] {1}, new int[] {1}).in(new int[] {2}), 2, Weighting.LOG_RANK));
    }

    @Test
    void allocates_nothing_when_repeated() {
        Subjects subjects = Leukaemia6MP.subjects();
        LogRank test = new LogRank(subjects.size(), 2);
        Weighting weighting = Weighting.flemingHarrington(0.5, 1);
        assertEquals(0, allocatedBy(() -> test.test(subjects, weighting).z()));
    }

    /** Bytes that 1,000 calls allocate after 20,000 calls of warming up; the measuring itself is allowed for. */
    static long allocatedBy(Runnable call) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 20_000; i++) {
            call.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        long measuring = threads.getCurrentThreadAllocatedBytes() - before;
        before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            call.run();
        }
        return Math.max(0, threads.getCurrentThreadAllocatedBytes() - before - measuring);
    }

    private static void test(double[] time, int[] status) {
        LogRank.of(Subjects.of(time, status), 2, Weighting.LOG_RANK);
    }

    static Weighting weighting(String name) {
        String[] powers = name.split(" ");
        return switch (powers[0]) {
            case "LOG_RANK" -> Weighting.LOG_RANK;
            case "GEHAN" -> Weighting.GEHAN;
            case "TARONE_WARE" -> Weighting.TARONE_WARE;
            case "PETO_PETO" -> Weighting.PETO_PETO;
            case "MODIFIED_PETO_PETO" -> Weighting.MODIFIED_PETO_PETO;
            default -> Weighting.flemingHarrington(Double.parseDouble(powers[1]), Double.parseDouble(powers[2]));
        };
    }
}
