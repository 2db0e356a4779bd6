package marrow.stats.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Simon's designs as others print them; a line is r1/n1 r/n, then what is said of them under p0. */
class SimonElsewhereTest {
    /**
     * Simon's own optimal designs of p1 = p0 + 0.2, alpha 0.05, power 0.8, p0 from 0.1 to 0.7, copied from page 4 of his
     * paper into the tests of the Julia package BinaryTwoStageDesigns (K. Kunzmann).
     */
    @Test
    void page_4_of_simon() {
        String[] optimal = {"1/10 5/29", "3/13 12/43", "5/15 18/46", "7/16 23/46", "8/15 26/43", "7/11 30/43", "4/6 22/27"};
        for (int i = 0; i < optimal.length; i++) {
            double p0 = (i + 1) / 10.0;
            assertEquals(optimal[i], written(search(p0, p0 + 0.2, 0.05, 0.2).optimal()));
        }
    }

    /**
     * Table 1 of Qin et al. (2020), BMC Medical Research Methodology 20:126: minimax, admissible and optimal designs of
     * these four settings, EN to 0.1, PET, type I error and power to 0.001.
     */
    @Test
    void table_1_of_qin() {
        check(search(0.05, 0.25, 0.05, 0.2), 0.05, 0.25, "0/12 2/16 13.8 .540 .043 .801", "0/9 2/17 12.0 .630 .047 .812");
        check(
                search(0.1, 0.3, 0.05, 0.2),
                0.1,
                0.3,
                "1/15 5/25 19.5 .549 .033 .802",
                "1/12 5/26 16.8 .659 .036 .805",
                "1/11 5/27 15.8 .697 .040 .806",
                "1/10 5/29 15.0 .736 .047 .805");
        check(
                search(0.3, 0.5, 0.05, 0.2),
                0.3,
                0.5,
                "6/19 16/39 25.7 .666 .046 .804",
                "6/18 17/42 24.7 .722 .044 .801",
                "5/15 18/46 23.6 .722 .050 .803");
        check(
                search(0.05, 0.25, 0.1, 0.1),
                0.05,
                0.25,
                "0/13 2/20 16.4 .513 .074 .903",
                "0/11 2/21 15.3 .569 .078 .905",
                "0/10 2/22 14.8 .599 .083 .905",
                "0/9 2/24 14.6 .630 .093 .903");
    }

    private static void check(SimonSearch search, double p0, double p1, String... lines) {
        List<SimonDesign> designs = search.admissible();
        assertEquals(lines.length, designs.size());
        for (int i = 0; i < lines.length; i++) {
            String[] fields = lines[i].split(" ");
            SimonDesign design = designs.get(i);
            assertEquals(fields[0] + " " + fields[1], written(design));
            assertEquals(Double.parseDouble(fields[2]), design.expectedPatients(p0), 0.0501, lines[i]);
            assertEquals(Double.parseDouble(fields[3]), design.stopsEarly(p0), 0.000501, lines[i]);
            assertEquals(Double.parseDouble(fields[4]), design.rejects(p0), 0.000501, lines[i]);
            assertEquals(Double.parseDouble(fields[5]), design.rejects(p1), 0.000501, lines[i]);
        }
    }

    /** The examples in the manual of R's clinfun, ph2simon(0.2, 0.4, 0.1, 0.1) and (0.2, 0.35, 0.05, 0.05, nmax = 150). */
    @Test
    void manual_of_clinfun() {
        printed(search(0.2, 0.4, 0.1, 0.1), "3/19 10/36 28.26 .4551", "3/17 10/37 26.02 .5489");
        printed(
                search(0.2, 0.35, 0.05, 0.05),
                "15/68 25/95 75.44 .7244",
                "11/53 26/99 69.88 .6330",
                "11/51 27/104 67.68 .6852",
                "11/50 28/109 67.07 .7107");
    }

    private static void printed(SimonSearch search, String... lines) {
        List<SimonDesign> designs = search.admissible();
        assertEquals(lines.length, designs.size());
        for (int i = 0; i < lines.length; i++) {
            String[] fields = lines[i].split(" ");
            assertEquals(fields[0] + " " + fields[1], written(designs.get(i)));
            assertEquals(Double.parseDouble(fields[2]), designs.get(i).expectedPatients(0.2), 0.00501, lines[i]);
            assertEquals(Double.parseDouble(fields[3]), designs.get(i).stopsEarly(0.2), 0.0000501, lines[i]);
        }
    }

    private static SimonSearch search(double p0, double p1, double alpha, double beta) {
        return SimonSearch.of(p0, p1, alpha, 1 - beta);
    }

    private static String written(SimonDesign design) {
        return design.r1() + "/" + design.n1() + " " + design.r() + "/" + design.n();
    }
}
