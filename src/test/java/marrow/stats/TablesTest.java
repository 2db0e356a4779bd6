package marrow.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fisher, chi-square and Cochran-Mantel-Haenszel against 1,000 tables each of tables.R. */
final class TablesTest {
    @Test
    void r_finds_the_same_two_by_two() {
        List<String[]> rows = ComparisonData.reference("two-by-two");
        assertEquals(1000, rows.size());
        for (String[] row : rows) {
            int a = Integer.parseInt(row[0]);
            int b = Integer.parseInt(row[1]);
            int c = Integer.parseInt(row[2]);
            int d = Integer.parseInt(row[3]);
            String what = String.join(" ", row);
            FisherExact fisher = FisherExact.of(a, b, c, d);
            Agreement.estimate(Double.parseDouble(row[4]), fisher.p(), 0, what);
            Agreement.estimate(Double.parseDouble(row[5]), fisher.pLess(), 0, what);
            Agreement.estimate(Double.parseDouble(row[6]), fisher.pGreater(), 0, what);
            ChiSquareTable plain = ChiSquareTable.of(new int[][] {{a, b}, {c, d}});
            Agreement.estimate(Double.parseDouble(row[7]), plain.chiSquare(), 1e-3, what);
            Agreement.estimate(Double.parseDouble(row[8]), ChiSquareTable.yates(a, b, c, d).chiSquare(), 1e-3, what);
        }
    }

    @Test
    void r_finds_the_same_in_larger_tables() {
        List<String[]> rows = ComparisonData.reference("chi-square");
        assertEquals(1000, rows.size());
        for (String[] row : rows) {
            int columns = Integer.parseInt(row[1]);
            int[] counts = whole(row[2]);
            int[][] table = new int[Integer.parseInt(row[0])][];
            for (int i = 0; i < table.length; i++) {
                table[i] = Arrays.copyOfRange(counts, i * columns, (i + 1) * columns);
            }
            ChiSquareTable test = ChiSquareTable.of(table);
            Agreement.estimate(Double.parseDouble(row[3]), test.chiSquare(), 1e-3, row[2]);
            assertEquals(Integer.parseInt(row[4]), test.degreesOfFreedom(), row[2]);
            Agreement.p(Double.parseDouble(row[5]), test.p(), row[2]);
        }
    }

    @Test
    void r_finds_the_same_in_strata() {
        List<String[]> rows = ComparisonData.reference("cochran-mantel-haenszel");
        assertEquals(1000, rows.size());
        for (String[] row : rows) {
            int[] counts = whole(row[0]);
            int[][] tables = new int[counts.length / 4][];
            for (int i = 0; i < tables.length; i++) {
                tables[i] = Arrays.copyOfRange(counts, 4 * i, 4 * i + 4);
            }
            CochranMantelHaenszel test = CochranMantelHaenszel.of(tables);
            Agreement.estimate(Double.parseDouble(row[1]), test.chiSquare(), 1e-3, row[0]);
            Agreement.p(Double.parseDouble(row[2]), test.p(), row[0]);
            Agreement.estimate(Double.parseDouble(row[3]), test.corrected(), 1e-3, row[0]);
            Agreement.p(Double.parseDouble(row[4]), test.pCorrected(), row[0]);
            double odds = row[5].equals("Inf") || row[5].equals("NaN") ? 0 : Double.parseDouble(row[5]);
            assertEquals(odds > 0, test.oddsRatio().isPresent(), row[0]);
            if (odds > 0) {
                Agreement.estimate(odds, test.oddsRatio().getAsDouble(), 0, row[0]);
                double halfWidth = 1.959963984540054 * Math.sqrt(test.logVariance().getAsDouble());
                Agreement.estimate(Double.parseDouble(row[6]), odds * StrictMath.exp(-halfWidth), 0, row[0]);
                Agreement.estimate(Double.parseDouble(row[7]), odds * StrictMath.exp(halfWidth), 0, row[0]);
            }
        }
    }

    /** Fisher (1935): a lady tells 3 of 4 cups; one-sided p = 17/70, two-sided 34/70. */
    @Test
    void lady_tasting_tea() {
        FisherExact test = FisherExact.of(3, 1, 1, 3);
        assertEquals(17 / 70.0, test.pGreater(), 1e-15);
        assertEquals(34 / 70.0, test.p(), 1e-15);
    }

    @Test
    void empty_margins_are_no_evidence() {
        assertEquals(new FisherExact(1, 1, 1), FisherExact.of(0, 0, 3, 4));
        assertEquals(1, ChiSquareTable.of(new int[][] {{0, 0}, {3, 4}}).p());
        assertEquals(new ChiSquareTable(0, 0), ChiSquareTable.of(new int[][] {}));
        CochranMantelHaenszel empty = CochranMantelHaenszel.of(new int[] {0, 3, 0, 4}, new int[] {1, 0, 0, 0});
        assertEquals(1, empty.p());
        assertTrue(empty.oddsRatio().isEmpty());
        assertTrue(empty.logVariance().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> FisherExact.of(1, 2, -1, 3));
    }

    private static int[] whole(String field) {
        return Arrays.stream(ComparisonData.numbers(field)).mapToInt(x -> (int) x).toArray();
    }
}
