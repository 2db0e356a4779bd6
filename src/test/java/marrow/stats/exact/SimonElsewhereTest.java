package marrow.stats.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Simon's designs as others print them. */
class SimonElsewhereTest {
    /**
     * Simon's own optimal designs of p1 = p0 + 0.2, alpha 0.05, power 0.8, p0 from 0.1 to 0.7, copied from page 4 of his
     * paper into the tests of the Julia package BinaryTwoStageDesigns (K. Kunzmann).
     */
    @Test
    void page_4_of_simon() {
        String[] optimal = {
            "1/10 5/29", "3/13 12/43", "5/15 18/46", "7/16 23/46", "8/15 26/43", "7/11 30/43", "4/6 22/27"
        };
        for (int i = 0; i < optimal.length; i++) {
            double p0 = (i + 1) / 10.0;
            assertEquals(optimal[i], written(search(p0, p0 + 0.2, 0.05, 0.2).optimal()));
        }
    }

    /**
     * Table 1 of Qin et al. (2020), BMC Medical Research Methodology 20:126: minimax, admissible and optimal designs of
     * these four settings, with PET. What else the table has is rounded up here and there (14.546 patients stand as 14.6, a
     * type I error of 0.04550 as 0.046), so it is left out.
     */
    @Test
    void table_1_of_qin() {
        printed(search(0.05, 0.25, 0.05, 0.2), 0.05, "0/12 2/16 .540", "0/9 2/17 .630");
        printed(
                search(0.1, 0.3, 0.05, 0.2),
                0.1,
                "1/15 5/25 .549",
                "1/12 5/26 .659",
                "1/11 5/27 .697",
                "1/10 5/29 .736");
        printed(search(0.3, 0.5, 0.05, 0.2), 0.3, "6/19 16/39 .666", "6/18 17/42 .722", "5/15 18/46 .722");
        printed(
                search(0.05, 0.25, 0.1, 0.1),
                0.05,
                "0/13 2/20 .513",
                "0/11 2/21 .569",
                "0/10 2/22 .599",
                "0/9 2/24 .630");
    }

    /** The examples in the manual of R's clinfun, ph2simon(0.2, 0.4, 0.1, 0.1) and (0.2, 0.35, 0.05, 0.05, nmax = 150). */
    @Test
    void manual_of_clinfun() {
        printed(search(0.2, 0.4, 0.1, 0.1), 0.2, "3/19 10/36 .4551 28.26", "3/17 10/37 .5489 26.02");
        printed(
                search(0.2, 0.35, 0.05, 0.05),
                0.2,
                "15/68 25/95 .7244 75.44",
                "11/53 26/99 .6330 69.88",
                "11/51 27/104 .6852 67.68",
                "11/50 28/109 .7107 67.07");
    }

    /** From minimax to optimal: r1/n1 r/n, PET and, where it is printed, EN. */
    private static void printed(SimonSearch search, double p0, String... lines) {
        List<SimonDesign> designs = search.admissible();
        assertEquals(lines.length, designs.size());
        for (int i = 0; i < lines.length; i++) {
            String[] fields = lines[i].split(" ");
            SimonDesign design = designs.get(i);
            assertEquals(fields[0] + " " + fields[1], written(design));
            rounded(fields[2], design.stopsEarly(p0));
            if (fields.length == 4) {
                rounded(fields[3], design.expectedPatients(p0));
            }
        }
    }

    /** To as many places as are printed. */
    private static void rounded(String printed, double value) {
        int places = printed.length() - printed.indexOf('.') - 1;
        assertEquals(Double.parseDouble(printed), value, 0.501 * Math.pow(10, -places));
    }

    private static SimonSearch search(double p0, double p1, double alpha, double beta) {
        return SimonSearch.of(p0, p1, alpha, 1 - beta);
    }

    private static String written(SimonDesign design) {
        return design.r1() + "/" + design.n1() + " " + design.r() + "/" + design.n();
    }
}
