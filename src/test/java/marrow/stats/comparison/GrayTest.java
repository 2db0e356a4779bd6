package marrow.stats.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marrow.stats.ComparisonData;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.survival.SurvivalSample;
import org.junit.jupiter.api.Test;

final class GrayTest {
    private static final RTable R = RTable.read("/marrow/stats/gray.csv.gz");

    /** All data sets with two groups, both causes, rho 0 and 1, with and without strata; see gray-reference.R. */
    @Test
    void r_finds_the_same_in_every_data_set() {
        int compared = 0;
        for (int row = 0; row < R.size(); row++) {
            ComparisonData set = ComparisonData.set(R.text(row, "set"));
            int[] stratum = R.number(row, "stratified") == 1 ? set.stratum() : null;
            String what = String.join(" ", R.rows().get(row));
            Gray gray = Gray.stratified(
                    set.causes(),
                    set.group(),
                    set.groups(),
                    stratum,
                    (int) R.number(row, "cause"),
                    R.number(row, "rho"));
            double degrees = R.number(row, "df");
            double r = R.number(row, "stat");
            if (r == -1 || Double.isNaN(r)) {
                assertTrue(gray.degreesOfFreedom() < degrees, what + " " + gray.chiSquare());
                continue;
            }
            compared++;
            assertEquals(degrees, gray.degreesOfFreedom(), what);
            SameAsR.estimate(r, gray.chiSquare(), 1e-3, what);
            SameAsR.pValue(R.number(row, "p"), gray.p(), what);
        }
        assertTrue(compared > 5_000, "compared: " + compared);
    }

    @Test
    void scratch_gives_the_same_bits_whatever_came_before() {
        Gray.Scratch scratch = new Gray.Scratch(4, 2, 1);
        for (int s = 1; s <= 1000; s++) {
            ComparisonData set = ComparisonData.set("" + s);
            Gray lent = scratch.test(set.time(), set.status(), set.group(), set.stratum(), set.size());
            Gray own = Gray.stratified(set.causes(), set.group(), 4, set.stratum(), 2, 1);
            assertEquals(own.chiSquare(), lent.chiSquare());
            assertEquals(own.score(1), lent.score(1));
            assertEquals(own.variance(1, 0), lent.variance(1, 0));
        }
    }

    /** With two groups the scores are each other's negative, and so are variance and covariance. */
    @Test
    void the_statistic_is_made_of_score_and_variance() {
        int compared = 0;
        for (int s = 1; s <= 1000; s++) {
            ComparisonData set = ComparisonData.set("" + s);
            if (set.groups() != 2) {
                continue;
            }
            Gray gray = Gray.stratified(set.causes(), set.group(), 2, set.stratum(), 1, 0);
            double variance = gray.variance(0, 0);
            double rounding = 1e-9 * (1 + variance);
            assertEquals(-gray.score(1), gray.score(0), rounding);
            assertEquals(-variance, gray.variance(0, 1), rounding);
            assertEquals(-variance, gray.variance(1, 0), rounding);
            assertEquals(variance, gray.variance(1, 1), rounding);
            if (gray.degreesOfFreedom() == 1) {
                compared++;
                double chiSquare = gray.score(0) * gray.score(0) / variance;
                assertEquals(chiSquare, gray.chiSquare(), 1e-9 * (1 + gray.chiSquare()));
            }
        }
        assertTrue(compared > 200, "compared: " + compared);
    }

    /** Where no other cause competes it is the log-rank test: positive for the group that has more events than it should. */
    @Test
    void without_competitors_the_score_is_that_of_the_log_rank_test() {
        double[] time = {1, 2, 3, 4, 5, 6, 7, 8};
        int[] status = {1, 1, 1, 0, 1, 1, 0, 1};
        int[] group = {0, 0, 1, 0, 1, 0, 1, 1};
        SurvivalSample sample = SurvivalSample.of(time, status);
        Gray gray = Gray.of(sample, group, 2, 1, 0);
        LogRank logRank = LogRank.of(sample, group, 2, Weighting.LOG_RANK);
        assertTrue(gray.score(0) > 0.5, "the earlier events are those of group 0");
        assertEquals(logRank.observed(0) - logRank.expected(0), gray.score(0), 1e-12);
        assertEquals(logRank.observed(1) - logRank.expected(1), gray.score(1), 1e-12);
    }

    /** Group 0 is used up by day 3; by the last event, which compares nobody, the pooled incidence has come to 7/6. */
    @Test
    void an_incidence_beyond_one_weighs_what_it_compares() {
        double[] time = {1, 2, 3, 4, 5, 6};
        int[] group = {0, 0, 0, 1, 1, 1};
        for (double rho : new double[] {0, 0.5, 1, 1.5}) {
            Gray gray = Gray.of(SurvivalSample.of(time, new int[] {1, 1, 1, 1, 1, 1}), group, 2, 1, rho);
            Gray censored = Gray.of(SurvivalSample.of(time, new int[] {1, 1, 1, 1, 1, 0}), group, 2, 1, rho);
            assertTrue(gray.chiSquare() > 1, "rho " + rho + ": " + gray.chiSquare());
            assertEquals(censored.chiSquare(), gray.chiSquare(), 1e-12, "rho " + rho);
        }
    }

    /** Group 0 is used up when the pooled incidence is 1/2; the two events of two of four after it bring it to 1, and two are left to compare. */
    @Test
    void an_incidence_of_one_while_groups_are_compared_determines_nothing() {
        double[] time = {1, 2, 3, 4, 5, 7, 6, 8};
        int[] all = {1, 1, 1, 1, 1, 1, 1, 1};
        int[] group = {0, 0, 0, 0, 1, 1, 2, 2};
        for (double rho : new double[] {0, 1}) {
            Gray gray = Gray.of(SurvivalSample.of(time, all), group, 3, 1, rho);
            assertEquals(Double.NaN, gray.chiSquare());
            assertEquals(Double.NaN, gray.p());
        }
        double weighted = Gray.of(SurvivalSample.of(time, all), group, 3, 1, 2).p();
        assertTrue(weighted > 0 && weighted < 0.5, "a weight of 0 there: " + weighted);
        double[] ofTwelve = {1, 2, 3, 4, 5, 6, 7, 10, 8, 11, 9, 12};
        int[] thirds = {0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2};
        int[] twelve = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        Gray rounded = Gray.of(SurvivalSample.of(ofTwelve, twelve), thirds, 3, 1, 0);
        assertEquals(Double.NaN, rounded.p(), "three sixths are 1 but for rounding");
    }

    /** A group of five instead of four is used up at 5/9, and the incidence passes 1 between two events. */
    @Test
    void beside_it_the_test_is_made() {
        double[] time = {0.5, 1, 2, 3, 4, 5, 7, 6, 8};
        int[] group = {0, 0, 0, 0, 0, 1, 1, 2, 2};
        Gray gray = Gray.of(SurvivalSample.of(time, new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1}), group, 3, 1, 0);
        assertEquals(0.023, gray.p(), 5e-4);
        assertEquals(2, gray.degreesOfFreedom());
    }

    @Test
    void nothing_to_compare_is_no_evidence() {
        Gray censored = Gray.of(SurvivalSample.of(new double[] {1, 2}, new int[2]), new int[] {0, 1}, 2, 1, 0);
        assertEquals(0, censored.chiSquare());
        assertEquals(1, censored.p());
        assertEquals(0, censored.degreesOfFreedom());
    }

    @Test
    void left_truncation_and_weights_are_refused() {
        SurvivalSample one = SurvivalSample.of(new double[] {1}, new int[] {1});
        int[] group = {0};
        assertThrows(IllegalArgumentException.class, () -> Gray.of(one.enteredAt(new double[1]), group, 2, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Gray.of(one.weighted(new double[] {1}), group, 2, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Gray.of(one, new int[] {2}, 2, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Gray.of(one, new int[0], 2, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Gray.of(one, group, 2, 1, Double.NaN));
    }
}
