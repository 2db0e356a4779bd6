package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marrow.stats.RTable;
import marrow.stats.SameAsR;
import org.junit.jupiter.api.Test;

class OneSampleLogRankTest {
    private static final RTable R = RTable.read("/marrow/stats/one-sample-log-rank.csv.gz");

    private static OneSampleLogRank test(int row) {
        double shape = R.number(row, "shape");
        double scale = R.number(row, "scale");
        return OneSampleLogRank.of(KaplanMeierTest.sample(R, row), t -> StrictMath.pow(t / scale, shape));
    }

    @Test
    void counts_and_statistics_are_those_of_R() {
        assertEquals(1200, R.size());
        for (int row = 0; row < R.size(); row++) {
            OneSampleLogRank test = test(row);
            String what = "row " + row;
            assertEquals((int) R.number(row, "observed"), test.observed(), what);
            SameAsR.estimate(R.number(row, "expected"), test.expected(), what);
            SameAsR.estimate(R.number(row, "chisq"), test.classic() * test.classic(), what);
            SameAsR.estimate(R.number(row, "wu"), test.wu(), what);
            SameAsR.pValue(R.number(row, "p_classic"), OneSampleLogRank.pTwoSided(test.classic()), what);
            SameAsR.pValue(R.number(row, "p_wu"), OneSampleLogRank.pTwoSided(test.wu()), what);
            SameAsR.pValue(R.number(row, "p_wu_fewer"), OneSampleLogRank.pFewer(test.wu()), what);
            assertEquals(1, OneSampleLogRank.pFewer(test.wu()) + OneSampleLogRank.pMore(test.wu()), 1e-12);
        }
    }

    @Test
    void exact_form_is_the_poisson_test_of_R() {
        for (int row = 0; row < R.size(); row++) {
            ExactPoissonTest exact = test(row).exact();
            String what = "row " + row;
            SameAsR.pValue(R.number(row, "less"), exact.pLess(), what);
            SameAsR.pValue(R.number(row, "greater"), exact.pGreater(), what);
            SameAsR.pValue(R.number(row, "two_sided"), exact.pTwoSided(), what);
            SameAsR.estimate(R.numbers(row, "ratio")[0], exact.ratio(0.95).lower(), what);
            SameAsR.estimate(R.numbers(row, "ratio")[1], exact.ratio(0.95).upper(), what);
        }
    }

    @Test
    void one_after_the_other_gives_the_same_as_both_at_once() {
        double[] time = {1, 2, 3, 99};
        int[] status = {1, 0, 2, 1};
        double[] entry = {-1, 0, 1, 98};
        OneSampleLogRank test = OneSampleLogRank.of(time, status, entry, 3, t -> t / 4);
        assertEquals(2, test.observed());
        assertEquals(1.25, test.expected());
        assertEquals(2, OneSampleLogRank.observed(status, 3));
        assertEquals(1.25, OneSampleLogRank.expected(time, entry, 3, t -> t / 4));
        assertEquals(1.5, OneSampleLogRank.expected(time, null, 3, t -> t / 4));
    }

    /** Entry before the reference begins costs nothing; so the reference need not know a negative time. */
    @Test
    void the_reference_is_asked_for_no_time_before_zero() {
        double[] asked = new double[1];
        double expected = OneSampleLogRank.expected(new double[] {3, 4}, new double[] {-5, 0}, 2, t -> {
            asked[0] = Math.min(asked[0], t);
            return t;
        });
        assertEquals(7, expected);
        assertEquals(0, asked[0]);
    }

    @Test
    void short_columns_and_impossible_values_are_refused() {
        double[] one = {1};
        refused("time has 1 values for 2 subjects", () -> OneSampleLogRank.expected(one, null, 2, t -> t));
        refused("entry has 0 values for 1 subjects", () -> OneSampleLogRank.expected(one, new double[0], 1, t -> t));
        refused("status has 1 values for 2 subjects", () -> OneSampleLogRank.observed(new int[1], 2));
        refused("status must lie between 0 and 2147483647, not -1", () -> OneSampleLogRank.observed(new int[] {-1}, 1));
        refused(
                "entry must lie before time 1.0, not at NaN",
                () -> OneSampleLogRank.expected(one, new double[] {Double.NaN}, 1, t -> t));
        refused(
                "time must be finite and not negative, not NaN",
                () -> OneSampleLogRank.expected(new double[] {Double.NaN}, null, 1, t -> t));
        refused("observed must lie between 0 and 2147483647, not -1", () -> new OneSampleLogRank(-1, 1));
        refused("expected must be finite and not negative, not NaN", () -> new OneSampleLogRank(1, Double.NaN));
        refused("observed must lie between 0 and 2147483646, not -1", () -> new ExactPoissonTest(-1, 1));
        refused("expected must be finite and not negative, not -1.0", () -> new ExactPoissonTest(1, -1));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void nonsense_is_refused_with_its_value() {
        SurvivalSample weighted = SurvivalSample.of(new double[1], new int[1]).weighted(new double[] {2});
        assertThrows(IllegalArgumentException.class, () -> OneSampleLogRank.of(weighted, t -> t));
        var falling = assertThrows(
                IllegalArgumentException.class,
                () -> OneSampleLogRank.of(SurvivalSample.of(new double[] {3}, new int[1]), t -> -t));
        assertEquals(
                "cumulative hazard from entry to time must be finite and not negative, not -3.0", falling.getMessage());
    }
}
