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

    @Test
    void nobody_and_impossible_events_have_their_documented_answers() {
        OneSampleLogRank nobody = OneSampleLogRank.of(SurvivalSample.of(new double[0], new int[0]), t -> t);
        assertEquals(0, nobody.classic());
        assertEquals(0, nobody.wu());
        assertEquals(1, nobody.exact().pTwoSided());
        assertEquals(1, nobody.exact().pLess());
        assertEquals(1, nobody.exact().pGreater());
        OneSampleLogRank impossible = new OneSampleLogRank(2, 0);
        assertEquals(Double.POSITIVE_INFINITY, impossible.classic());
        assertEquals(0, OneSampleLogRank.pMore(impossible.classic()));
        assertEquals(1, OneSampleLogRank.pFewer(impossible.classic()));
        assertEquals(2, impossible.wu(), 1e-15);
        assertEquals(0, impossible.exact().pTwoSided());
        assertEquals(0, impossible.exact().pGreater());
        assertEquals(1, impossible.exact().pLess());
        assertThrows(IllegalArgumentException.class, () -> impossible.exact().ratio(0.95));
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
