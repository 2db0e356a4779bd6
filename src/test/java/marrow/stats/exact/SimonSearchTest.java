package marrow.stats.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import org.junit.jupiter.api.Test;

class SimonSearchTest {
    private static final RTable TABLE = RTable.read("simon.csv.gz");
    private static final int BRUTE_FORCE_TO = 45; // patients

    @Test
    void designs_by_brute_force_in_r() {
        assertEquals(60, TABLE.size());
        int optimal = 0;
        for (int row = 0; row < TABLE.size(); row++) {
            double p0 = TABLE.number(row, "p0");
            SimonSearch search =
                    SimonSearch.of(p0, TABLE.number(row, "p1"), TABLE.number(row, "alpha"), TABLE.number(row, "power"));
            String what = TABLE.line(row);
            assertEquals(design(TABLE.integers(row, "minimax"), 0), search.minimax(), what);
            if (search.optimal().n() <= BRUTE_FORCE_TO) {
                optimal++;
                assertEquals(design(TABLE.integers(row, "optimal"), 0), search.optimal(), what);
                int[] corners = TABLE.integers(row, "admissible");
                double[] expected = TABLE.numbers(row, "expected");
                List<SimonDesign> admissible = search.admissible();
                assertEquals(expected.length, admissible.size(), what);
                for (int i = 0; i < expected.length; i++) {
                    assertEquals(design(corners, 4 * i), admissible.get(i), what);
                    SameAsR.within(1e-10, expected[i], admissible.get(i).expectedPatients(p0), what);
                }
            }
        }
        assertTrue(optimal >= 40, optimal + " optimal designs");
    }

    private static SimonDesign design(int[] numbers, int from) {
        return new SimonDesign(numbers[from], numbers[from + 1], numbers[from + 2], numbers[from + 3]);
    }

    /** No design up to n = 70 has a smaller expectation than the one said to be optimal of all. */
    @Test
    void optimal_of_all() {
        for (double p0 : new double[] {0.05, 0.3, 0.5, 0.7}) {
            SimonSearch search = SimonSearch.of(p0, p0 + 0.25, 0.05, 0.8);
            SimonDesign optimal = search.optimal();
            SimonDesign minimax = search.minimax();
            for (int n = 2; n <= 70; n++) {
                double expected = search.bestOfSize(n)
                        .map(design -> design.expectedPatients(p0))
                        .orElse(Double.POSITIVE_INFINITY);
                assertTrue(expected >= optimal.expectedPatients(p0) - 1e-9, optimal + " at n = " + n);
                assertTrue(n >= minimax.n() || expected == Double.POSITIVE_INFINITY, minimax + " at n = " + n);
            }
        }
    }

    /** Each admissible design is the best for some weight, and no weight has a better one. */
    @Test
    void admissible_designs_are_the_best_for_their_weights() {
        double p0 = 0.3;
        SimonSearch search = SimonSearch.of(p0, 0.5, 0.05, 0.8);
        List<SimonDesign> admissible = search.admissible();
        assertEquals(search.minimax(), admissible.get(0));
        assertEquals(search.optimal(), admissible.get(admissible.size() - 1));
        for (int i = 0; i <= 1000; i++) {
            double q = i / 1000.0;
            double best = admissible.stream()
                    .mapToDouble(design -> loss(design, q, p0))
                    .min()
                    .orElseThrow();
            for (int n = 20; n <= 60; n++) {
                search.bestOfSize(n).ifPresent(design -> assertTrue(loss(design, q, p0) >= best - 1e-9));
            }
        }
    }

    private static double loss(SimonDesign design, double q, double p0) {
        return q * design.n() + (1 - q) * design.expectedPatients(p0);
    }

    @Test
    void refusals() {
        for (double bad : new double[] {Double.NaN, 0, 1}) {
            assertThrows(IllegalArgumentException.class, () -> SimonSearch.of(bad, 0.5, 0.05, 0.8));
            assertThrows(IllegalArgumentException.class, () -> SimonSearch.of(0.3, bad, 0.05, 0.8));
            assertThrows(IllegalArgumentException.class, () -> SimonSearch.of(0.3, 0.5, bad, 0.8));
            assertThrows(IllegalArgumentException.class, () -> SimonSearch.of(0.3, 0.5, 0.05, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> SimonSearch.of(0.5, 0.3, 0.05, 0.8));
        assertThrows(IllegalArgumentException.class, () -> SimonSearch.of(0.3, 0.5, 0.8, 0.05));
    }

    /** 0 <= r1 < n1 < n and r1 <= r < n, each at its edge. */
    @Test
    void what_is_a_design() {
        assertEquals(2, new SimonDesign(0, 1, 0, 2).n());
        assertEquals(3, new SimonDesign(1, 2, 2, 3).n());
        int[][] none = {{-1, 1, 0, 2}, {1, 1, 1, 2}, {0, 2, 0, 2}, {1, 2, 0, 3}, {0, 1, 2, 2}};
        for (int[] d : none) {
            assertThrows(IllegalArgumentException.class, () -> new SimonDesign(d[0], d[1], d[2], d[3]));
        }
    }

    /** At p0 = 0.5, 8/17 24/41 and 7/15 25/43 expect 29 patients both: the smaller study is named. */
    @Test
    void of_equal_designs_the_smaller() {
        assertEquals(29, new SimonDesign(8, 17, 24, 41).expectedPatients(0.5), 1e-12);
        assertEquals(29, new SimonDesign(7, 15, 25, 43).expectedPatients(0.5), 1e-12);
        assertEquals(
                new SimonDesign(11, 21, 26, 45),
                SimonSearch.of(0.5, 0.7, 0.1, 0.9).optimal());
    }
}
