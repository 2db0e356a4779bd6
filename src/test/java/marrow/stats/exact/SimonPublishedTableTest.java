package marrow.stats.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tables 1 (p1 - p0 = 0.20) and 2 (p1 - p0 = 0.15) of Simon (1989), Controlled Clinical Trials 10:1-10: for each p0 the
 * designs for (alpha, beta) = (.10, .10), (.05, .20), (.05, .10); optimal, then minimax; r1/n1 r/n EN(p0) PET(p0).
 * Written down from memory, without the paper at hand: agreement of all 102 designs with the search is what vouches
 * for both, and what others have written down, {@link SimonElsewhereTest}. Two of the 204 numbers are not the rounded ones, whoever erred: PET = .9^12 + 12 .1 .9^11 = .6590 stands as
 * .65, and EN = 20.0491 as 20.1; they are checked for what they are.
 */
class SimonPublishedTableTest {
    private static final double[][] ERRORS = {{0.10, 0.10}, {0.05, 0.20}, {0.05, 0.10}};
    private static final Map<String, Double> NOT_ROUNDED = Map.of("5/35 PET .65", 0.6590, "20/25 EN 20.1", 20.0491);

    private static final String TABLE_1 = """
            0.05 0/9 2/24 14.5 .63 | 0/13 2/20 16.4 .51
            0.05 0/9 2/17 12.0 .63 | 0/12 2/16 13.8 .54
            0.05 0/9 3/30 16.8 .63 | 0/15 3/25 20.4 .46
            0.10 1/12 5/35 19.8 .65 | 1/16 4/25 20.4 .51
            0.10 1/10 5/29 15.0 .74 | 1/15 5/25 19.5 .55
            0.10 2/18 6/35 22.5 .73 | 2/22 6/33 26.2 .62
            0.20 3/17 10/37 26.0 .55 | 3/19 10/36 28.3 .46
            0.20 3/13 12/43 20.6 .75 | 4/18 10/33 22.3 .72
            0.20 4/19 15/54 30.4 .67 | 5/24 13/45 31.2 .66
            0.30 7/22 17/46 29.9 .67 | 7/28 15/39 35.0 .36
            0.30 5/15 18/46 23.6 .72 | 6/19 16/39 25.7 .67
            0.30 8/24 24/63 34.7 .73 | 7/24 21/53 36.6 .56
            0.40 7/18 22/46 30.2 .56 | 11/28 20/41 33.8 .55
            0.40 7/16 23/46 24.5 .72 | 17/34 20/39 34.4 .91
            0.40 11/25 32/66 36.0 .73 | 12/29 27/54 38.1 .64
            0.50 11/21 26/45 29.0 .67 | 11/23 23/39 31.0 .50
            0.50 8/15 26/43 23.5 .70 | 12/23 23/37 27.7 .66
            0.50 13/24 36/61 34.0 .73 | 14/27 32/53 36.1 .65
            0.60 6/11 26/38 25.4 .47 | 18/27 24/35 28.5 .82
            0.60 7/11 30/43 20.5 .70 | 8/13 25/35 20.8 .65
            0.60 12/19 37/53 29.5 .69 | 15/26 32/45 35.9 .48
            0.70 6/9 22/28 17.8 .54 | 11/16 20/25 20.1 .55
            0.70 4/6 22/27 14.8 .58 | 19/23 21/26 23.2 .95
            0.70 11/15 29/36 21.2 .70 | 13/18 26/32 22.7 .67
            """;

    private static final String TABLE_2 = """
            0.05 0/12 3/37 23.5 .54 | 0/18 3/32 26.4 .40
            0.05 0/10 3/29 17.6 .60 | 0/13 3/27 19.8 .51
            0.05 1/21 4/41 26.7 .72 | 1/29 4/38 32.9 .57
            0.10 2/21 7/50 31.2 .65 | 2/27 6/40 33.7 .48
            0.10 2/18 7/43 24.7 .73 | 2/22 7/40 28.8 .62
            0.10 2/21 10/66 36.8 .65 | 3/31 9/55 40.0 .62
            0.20 5/27 16/63 43.6 .54 | 6/33 15/58 45.5 .50
            0.20 5/22 19/72 35.4 .73 | 6/31 15/53 40.4 .57
            0.20 8/37 22/83 51.4 .69 | 8/42 21/77 58.4 .53
            0.30 9/30 29/82 51.4 .59 | 16/50 25/69 56.0 .68
            0.30 9/27 30/81 41.7 .73 | 16/46 25/65 49.6 .81
            0.30 13/40 40/110 60.8 .70 | 27/77 33/88 78.5 .86
            0.40 16/38 40/88 54.5 .67 | 18/45 34/73 57.2 .56
            0.40 11/26 40/84 44.9 .67 | 28/59 34/70 60.1 .90
            0.40 19/45 49/104 64.0 .68 | 24/62 45/94 78.9 .47
            0.50 18/35 47/84 53.0 .63 | 19/40 41/72 58.0 .44
            0.50 15/28 48/83 43.7 .71 | 39/66 40/68 66.1 .95
            0.50 22/42 60/105 62.3 .68 | 28/57 54/93 75.0 .50
            0.60 21/34 47/71 47.1 .65 | 25/43 43/64 54.4 .46
            0.60 17/27 46/67 39.3 .69 | 18/30 43/62 43.8 .57
            0.60 21/34 64/95 55.6 .65 | 48/72 57/84 73.2 .90
            0.70 14/20 45/59 36.2 .58 | 15/22 40/52 36.8 .51
            0.70 14/19 46/59 30.3 .72 | 16/23 39/49 34.4 .56
            0.70 18/25 61/79 43.4 .66 | 33/44 53/68 48.5 .81
            0.80 5/7 27/31 20.8 .42 | 5/7 27/31 20.8 .42
            0.80 7/9 26/29 17.7 .56 | 7/9 26/29 17.7 .56
            0.80 16/19 37/42 24.4 .76 | 31/35 35/40 35.3 .94
            """;

    @Test
    void table_1() {
        check(TABLE_1, 0.20);
    }

    @Test
    void table_2() {
        check(TABLE_2, 0.15);
    }

    private static void check(String table, double difference) {
        List<String> lines = table.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            double p0 = Double.parseDouble(line.substring(0, 4));
            double[] errors = ERRORS[i % ERRORS.length];
            SimonSearch search = SimonSearch.of(p0, p0 + difference, errors[0], 1 - errors[1]);
            String[] designs = line.substring(5).split(" \\| ");
            checkDesign(designs[0], search.optimal(), p0, "optimal " + line);
            checkDesign(designs[1], search.minimax(), p0, "minimax " + line);
        }
    }

    private static void checkDesign(String printed, SimonDesign design, double p0, String line) {
        String[] fields = printed.split(" ");
        assertEquals(
                fields[0] + " " + fields[1],
                design.r1() + "/" + design.n1() + " " + design.r() + "/" + design.n(),
                line);
        checkNumber(fields[1] + " EN " + fields[2], design.expectedPatients(p0), 0.0501, line);
        checkNumber(fields[1] + " PET " + fields[3], design.stopsEarly(p0), 0.00501, line);
    }

    private static void checkNumber(String printed, double value, double rounding, String line) {
        double number = Double.parseDouble(printed.substring(printed.lastIndexOf(' ')));
        Double enumerated = NOT_ROUNDED.get(printed);
        if (enumerated == null) {
            assertEquals(number, value, rounding, line);
        } else {
            assertEquals(enumerated, value, 5e-5, line);
        }
    }
}
