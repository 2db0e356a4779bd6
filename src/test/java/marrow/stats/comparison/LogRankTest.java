package marrow.stats.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marrow.stats.ComparisonData;
import marrow.stats.Leukaemia6MP;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.Gaussian;
import marrow.stats.survival.SurvivalSample;
import org.junit.jupiter.api.Test;

final class LogRankTest {
    private static final RTable R = RTable.read("/marrow/stats/log-rank.csv.gz");

    /** 1,400 data sets, 10 weightings, with and without strata; see log-rank-reference.R. */
    @Test
    void r_finds_the_same_in_every_data_set() {
        assertEquals(28_000, R.size());
        for (int row = 0; row < R.size(); row++) {
            ComparisonData set = ComparisonData.set(R.text(row, "set"));
            int k = set.groups();
            int[] stratum = R.number(row, "stratified") == 1 ? set.stratum() : null;
            LogRank test = LogRank.stratified(set.causeOne(), set.group(), k, stratum, weighting(R.text(row, "test")));
            String what = String.join(
                    " ", R.rows().get(row)[0], R.rows().get(row)[1], R.rows().get(row)[2]);
            compareSums(row, test, k, what);
            SameAsR.estimate(R.number(row, "chisq"), test.chiSquare(), 1e-3, what + " chi-square");
            assertEquals(R.number(row, "df"), test.degreesOfFreedom(), what);
            SameAsR.pValue(R.number(row, "p"), test.p(), what + " p");
            if (k == 2) {
                assertEquals(test.chiSquare(), test.z() * test.z(), 1e-9 * (1 + test.chiSquare()), what);
                assertEquals(test.p(), 2 * Math.min(test.pFewer(), 1 - test.pFewer()), 1e-9, what);
            }
        }
    }

    /**
     * All sums are given for two of the weightings; for the others the difference of groups 1.. and the first
     * variance.
     */
    private static void compareSums(int row, LogRank test, int k, String what) {
        double[] observed = R.numbers(row, "observed");
        double[] variance = R.numbers(row, "variance");
        boolean full =
                R.text(row, "test").equals("LOG_RANK") || R.text(row, "test").equals("FH 0 1");
        double difference = 0;
        for (int g = 0; g < k; g++) {
            difference += g == 0 ? 0 : test.observed(g) - test.expected(g);
            if (full) {
                SameAsR.estimate(observed[g], test.observed(g), 1e-6, what + " O");
                SameAsR.estimate(R.numbers(row, "expected")[g], test.expected(g), 1e-6, what + " E");
                for (int h = 0; h < k; h++) {
                    SameAsR.estimate(variance[g * k + h], test.variance(g, h), 1e-6, what + " V");
                }
            }
        }
        if (!full) {
            SameAsR.estimate(observed[0], difference, 1e-3, what + " O - E");
            SameAsR.estimate(variance[0], test.variance(0, 0), 1e-6, what + " V");
        }
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

    @Test
    void scratch_gives_the_same_bits_whatever_came_before() {
        LogRank.Scratch scratch = new LogRank.Scratch(4, Weighting.GEHAN);
        for (int s = 1; s <= 1000; s++) {
            ComparisonData set = ComparisonData.set("" + s);
            SurvivalSample x = set.causeOne();
            LogRank lent = scratch.test(x.time(), x.status(), x.entry(), set.group(), set.stratum(), x.size());
            LogRank own = LogRank.stratified(x, set.group(), 4, set.stratum(), Weighting.GEHAN);
            assertEquals(own.chiSquare(), lent.chiSquare());
            assertEquals(own.variance(1, 1), lent.variance(1, 1));
        }
    }

    /**
     * Remission of 6-mercaptopurine against placebo: Freireich (1963), Gehan (1965); chi-square 16.79 in Klein and
     * Moeschberger and in Kalbfleisch and Prentice.
     */
    @Test
    void six_mercaptopurine() {
        LogRank test = LogRank.of(Leukaemia6MP.sample(), Leukaemia6MP.group(), 2, Weighting.LOG_RANK);
        assertEquals(16.79, test.chiSquare(), 0.005);
        assertEquals(9, test.observed(1));
        assertEquals(19.25, test.expected(1), 0.005);
        assertEquals(-4.098, test.z(), 0.0005);
        assertEquals(Gaussian.lowerTail(test.z()), test.pFewer());
    }

    @Test
    void nothing_left_to_chance_is_no_evidence() {
        int[] apart = {0, 1};
        LogRank censored = LogRank.of(SurvivalSample.of(new double[] {1, 2}, new int[2]), apart, 2, Weighting.GEHAN);
        assertEquals(0, censored.z());
        assertEquals(1, censored.p());
        assertEquals(0.5, censored.pFewer());
        assertEquals(0, censored.degreesOfFreedom());
        LogRank nobody = LogRank.of(SurvivalSample.of(new double[0], new int[0]), new int[0], 2, Weighting.LOG_RANK);
        assertEquals(1, nobody.p());
        LogRank allAtOnce =
                LogRank.of(SurvivalSample.of(new double[] {3, 3}, new int[] {1, 1}), apart, 2, Weighting.LOG_RANK);
        assertEquals(0, allAtOnce.chiSquare());
        LogRank three = LogRank.of(Leukaemia6MP.sample(), Leukaemia6MP.group(), 3, Weighting.LOG_RANK);
        assertEquals(1, three.degreesOfFreedom());
        assertThrows(IllegalStateException.class, three::z);
    }

    @Test
    void refuses_what_is_not_follow_up() {
        refused(new double[] {Double.NaN}, new int[] {1}, null, new int[1]);
        refused(new double[] {-1}, new int[] {1}, null, new int[1]);
        refused(new double[] {1}, new int[] {-1}, null, new int[1]);
        refused(new double[] {1}, new int[] {1}, new double[] {1}, new int[1]);
        refused(new double[] {1}, new int[] {1}, null, new int[] {2});
        refused(new double[] {1}, new int[] {1}, null, new int[0]);
        SurvivalSample weighted = Leukaemia6MP.sample().weighted(new double[42]);
        assertThrows(
                IllegalArgumentException.class,
                () -> LogRank.of(weighted, Leukaemia6MP.group(), 2, Weighting.LOG_RANK));
    }

    @Test
    void powers_of_a_weighting_are_0_or_more() {
        for (double bad : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Weighting.flemingHarrington(bad, 0));
            assertThrows(IllegalArgumentException.class, () -> Weighting.flemingHarrington(0, bad));
        }
        assertSame(Weighting.LOG_RANK, Weighting.flemingHarrington(0, 0));
        assertEquals(0.25, Weighting.flemingHarrington(1, 0).at(0.25, 9, 9));
        assertEquals(0.75, Weighting.flemingHarrington(0, 1).at(0.25, 9, 9));
        assertEquals(0.5 * 0.75, Weighting.flemingHarrington(0.5, 1).at(0.25, 9, 9), 1e-16);
    }

    /** Rounding may take 1 - S a little below 0; a power of it is 0, not NaN. */
    @Test
    void a_curve_that_has_ended_weighs_nothing() {
        assertEquals(0, Weighting.flemingHarrington(0.5, 0).at(0, 9, 9));
        assertEquals(0, Weighting.flemingHarrington(1, 0).at(-1e-17, 9, 9));
        assertEquals(0, Weighting.flemingHarrington(0, 0.5).at(1 + 1e-15, 9, 9));
        assertEquals(1, Weighting.flemingHarrington(0.5, 0).at(1, 9, 9));
    }

    private static void refused(double[] time, int[] status, double[] entry, int[] group) {
        LogRank.Scratch scratch = new LogRank.Scratch(2, Weighting.LOG_RANK);
        assertThrows(IllegalArgumentException.class, () -> scratch.test(time, status, entry, group, null, 1));
    }
}
