package marrow.stats.proportion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import org.junit.jupiter.api.Test;

/** Fisher, chi-square and Cochran-Mantel-Haenszel against 1,000 tables each of tables-reference.R. */
final class TablesTest {
    @Test
    void r_finds_the_same_two_by_two() {
        RTable r = RTable.read("/marrow/stats/two-by-two.csv.gz");
        assertEquals(1000, r.size());
        for (int row = 0; row < r.size(); row++) {
            int a = (int) r.number(row, "a");
            int b = (int) r.number(row, "b");
            int c = (int) r.number(row, "c");
            int d = (int) r.number(row, "d");
            String what = String.join(" ", r.rows().get(row));
            FisherExact fisher = FisherExact.of(a, b, c, d);
            SameAsR.estimate(r.number(row, "two"), fisher.p(), what);
            SameAsR.estimate(r.number(row, "less"), fisher.pLess(), what);
            SameAsR.estimate(r.number(row, "greater"), fisher.pGreater(), what);
            ChiSquareTable plain = ChiSquareTable.of(new int[][] {{a, b}, {c, d}});
            SameAsR.estimate(r.number(row, "chi"), plain.chiSquare(), 1e-3, what);
            SameAsR.estimate(
                    r.number(row, "yates"), ChiSquareTable.yates(a, b, c, d).chiSquare(), 1e-3, what);
        }
    }

    @Test
    void r_finds_the_same_in_larger_tables() {
        RTable r = RTable.read("/marrow/stats/chi-square.csv.gz");
        assertEquals(1000, r.size());
        for (int row = 0; row < r.size(); row++) {
            int columns = (int) r.number(row, "columns");
            int[] counts = r.integers(row, "counts");
            int[][] table = new int[(int) r.number(row, "rows")][];
            for (int i = 0; i < table.length; i++) {
                table[i] = Arrays.copyOfRange(counts, i * columns, (i + 1) * columns);
            }
            ChiSquareTable test = ChiSquareTable.of(table);
            SameAsR.estimate(r.number(row, "chi"), test.chiSquare(), 1e-3, r.text(row, "counts"));
            assertEquals((int) r.number(row, "df"), test.degreesOfFreedom(), r.text(row, "counts"));
            SameAsR.pValue(r.number(row, "p"), test.p(), r.text(row, "counts"));
        }
    }

    @Test
    void r_finds_the_same_in_strata() {
        RTable r = RTable.read("/marrow/stats/cochran-mantel-haenszel.csv.gz");
        assertEquals(1000, r.size());
        for (int row = 0; row < r.size(); row++) {
            int[] counts = r.integers(row, "counts");
            int[][] tables = new int[counts.length / 4][];
            for (int i = 0; i < tables.length; i++) {
                tables[i] = Arrays.copyOfRange(counts, 4 * i, 4 * i + 4);
            }
            CochranMantelHaenszel test = CochranMantelHaenszel.of(tables);
            SameAsR.estimate(r.number(row, "chi"), test.chiSquare(), 1e-3, r.text(row, "counts"));
            SameAsR.pValue(r.number(row, "p"), test.p(), r.text(row, "counts"));
            assertEquals(test.chiSquare(), test.z() * test.z(), 1e-12 * (1 + test.chiSquare()), r.text(row, "counts"));
            SameAsR.estimate(r.number(row, "yates"), test.corrected(), 1e-3, r.text(row, "counts"));
            SameAsR.pValue(r.number(row, "p_yates"), test.pCorrected(), r.text(row, "counts"));
            double odds = r.number(row, "odds");
            assertEquals(
                    odds > 0 && odds < Double.POSITIVE_INFINITY,
                    test.oddsRatio().isPresent(),
                    r.text(row, "counts"));
            if (test.oddsRatio().isPresent()) {
                assertTrue(Math.abs(odds - 1) < 1e-9 || odds > 1 == test.z() > 0, r.text(row, "counts"));
                SameAsR.estimate(odds, test.oddsRatio().getAsDouble(), r.text(row, "counts"));
                double halfWidth =
                        1.959963984540054 * Math.sqrt(test.logVariance().getAsDouble());
                SameAsR.estimate(r.number(row, "low"), odds * StrictMath.exp(-halfWidth), r.text(row, "counts"));
                SameAsR.estimate(r.number(row, "high"), odds * StrictMath.exp(halfWidth), r.text(row, "counts"));
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
        assertEquals(0, empty.z());
        assertTrue(empty.oddsRatio().isEmpty());
        assertTrue(empty.logVariance().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> FisherExact.of(1, 2, -1, 3));
    }
}
