package marrow.stats.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import marrow.stats.ComparisonData;
import marrow.stats.Leukaemia6MP;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.ChiSquare;
import marrow.stats.law.Gaussian;
import marrow.stats.survival.SurvivalSample;
import org.junit.jupiter.api.Test;

final class WeightedLogRankTest {
    private static final RTable R = RTable.read("/marrow/stats/weighted.csv.gz");

    /** 1,400 data sets, by rows and, stratified, by clusters of three rows; see weighted-reference.R. */
    @Test
    void r_finds_the_same_in_every_data_set() {
        int compared = 0;
        for (int row = 0; row < R.size(); row++) {
            ComparisonData set = ComparisonData.set(R.text(row, "set"));
            SurvivalSample sample = set.causeOne().weighted(R.numbers(row, "weight"));
            int groups = Math.max(2, set.groups());
            int[] three = IntStream.range(0, set.size()).map(i -> i / 3).toArray();
            WeightedLogRank test = WeightedLogRank.of(sample, set.group(), groups);
            WeightedLogRank within = WeightedLogRank.stratified(sample, set.group(), groups, set.stratum(), three);
            compared += compare(row, "chisq", "df", test);
            compared += compare(row, "stratified_chisq", "stratified_df", within);
        }
        assertTrue(compared > 2_700, "compared: " + compared);
    }

    private static int compare(int row, String statistic, String degrees, WeightedLogRank test) {
        String what = "set " + R.text(row, "set") + " " + statistic;
        double r = R.number(row, statistic);
        if (Double.isNaN(r)) { // R stopped
            return 0;
        }
        assertEquals(R.number(row, degrees), test.degreesOfFreedom(), what);
        SameAsR.estimate(r, test.chiSquare(), 1e-3, what);
        SameAsR.pValue(ChiSquare.upperTail(r, test.degreesOfFreedom()), test.p(), what);
        return 1;
    }

    @Test
    void the_sign_is_that_of_group_1() {
        WeightedLogRank test = WeightedLogRank.of(Leukaemia6MP.sample(), Leukaemia6MP.group(), 2);
        assertTrue(test.z() < -3);
        assertEquals(test.chiSquare(), test.z() * test.z(), 1e-12);
        assertEquals(Gaussian.lowerTail(test.z()), test.pFewer());
        assertEquals(test.p(), 2 * test.pFewer(), 1e-12);
        assertThrows(
                IllegalStateException.class, () -> WeightedLogRank.of(Leukaemia6MP.sample(), Leukaemia6MP.group(), 3)
                        .z());
    }

    @Test
    void nothing_to_compare_is_no_evidence() {
        SurvivalSample censored = SurvivalSample.of(new double[] {1, 2}, new int[2]);
        WeightedLogRank none = WeightedLogRank.of(censored, new int[] {0, 1}, 2);
        assertEquals(0, none.z());
        assertEquals(1, none.p());
        assertEquals(0, none.degreesOfFreedom());
        assertThrows(IllegalArgumentException.class, () -> WeightedLogRank.of(censored, new int[] {0, 2}, 2));
        assertThrows(IllegalArgumentException.class, () -> WeightedLogRank.of(censored, new int[] {0, 0}, 1));
    }
}
