package marrow.stats.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marrow.stats.ComparisonData;
import marrow.stats.Leukaemia6MP;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.survival.LandmarkTest.Verdict;
import marrow.stats.survival.SurvivalSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Differences up to a time and at it, in the data sets with two groups at two horizons each; two-curves-reference.R.
 */
final class TwoCurvesTest {
    private static final ConfidenceScale[] SCALES = ConfidenceScale.values(); // in the order of the columns
    private static final RTable R = RTable.read("/marrow/stats/two-curves.csv.gz");

    @Test
    void restricted_means_differ_as_in_R() {
        assertTrue(R.size() > 1_800, "rows: " + R.size());
        for (int row = 0; row < R.size(); row++) {
            ComparisonData set = ComparisonData.set(R.text(row, "set"));
            String what = R.text(row, "set") + " to " + R.text(row, "horizon");
            RestrictedMeanDifference d =
                    RestrictedMeanDifference.of(set.causeOne(), set.arm(), R.number(row, "horizon"));
            SameAsR.estimate(R.number(row, "mean"), d.difference(), d.mean(0), what);
            SameAsR.estimate(R.number(row, "mean_se"), d.standardError(), what);
            SameAsR.estimate(R.number(row, "mean_z"), d.z(), 1e-2, what);
            SameAsR.pValue(R.number(row, "mean_p"), d.pTwoSided(), what);
            assertEquals(R.number(row, "followed") == 1, d.verdict() != Verdict.NOT_FOLLOWED, what);
        }
    }

    @Test
    void milestones_differ_as_in_R() {
        for (int row = 0; row < R.size(); row++) {
            ComparisonData set = ComparisonData.set(R.text(row, "set"));
            for (int k = 0; k < SCALES.length; k++) {
                ConfidenceScale scale = SCALES[k];
                String what = scale + " " + R.text(row, "set") + " at " + R.text(row, "horizon");
                MilestoneDifference d =
                        MilestoneDifference.of(set.causeOne(), set.arm(), R.number(row, "horizon"), scale);
                SameAsR.estimate(R.numbers(row, "survival")[0], d.survival(0), what);
                SameAsR.estimate(R.numbers(row, "survival")[1], d.survival(1), what);
                SameAsR.estimate(R.number(row, "survival_se"), d.standardError(), what);
                SameAsR.estimate(R.numbers(row, "z")[k], d.z(), 1e-2, what);
                SameAsR.pValue(R.numbers(row, "p")[k], d.pTwoSided(), what);
            }
        }
    }

    /** Remission of 6-mercaptopurine at 10 weeks: 0.753 (0.0963) and 8/21, as in Klein and Moeschberger. */
    @Test
    void six_mercaptopurine() {
        MilestoneDifference at10 =
                MilestoneDifference.of(Leukaemia6MP.sample(), Leukaemia6MP.group(), 10, ConfidenceScale.PLAIN);
        assertEquals(0.753 - 8 / 21.0, at10.difference(), 5e-4);
        double placebo = Math.sqrt(8 / 21.0 * 13 / 21.0 / 21);
        assertEquals(Math.sqrt(0.0963 * 0.0963 + placebo * placebo), at10.standardError(), 1e-4);
        assertEquals(at10.z(), at10.difference() / at10.standardError(), 1e-12);
        assertEquals(at10.pTwoSided(), 2 * at10.pGreater(), 1e-15);
        double halfAt10 = 1.959963984540054 * at10.standardError();
        assertEquals(at10.difference() - halfAt10, at10.interval(0.95).lower(), 1e-12);
        assertEquals(at10.difference() + halfAt10, at10.interval(0.95).upper(), 1e-12);

        RestrictedMeanDifference to20 = RestrictedMeanDifference.of(Leukaemia6MP.sample(), Leukaemia6MP.group(), 20);
        assertEquals(to20.mean(1) - to20.mean(0), to20.difference());
        assertEquals(to20.pTwoSided(), 2 * to20.pGreater(), 1e-15);
        double half = 1.959963984540054 * to20.standardError();
        assertEquals(to20.difference() - half, to20.interval(0.95).lower(), 1e-12);
        assertEquals(to20.difference() + half, to20.interval(0.95).upper(), 1e-12);
    }

    @Test
    void nothing_is_tested_where_nothing_is_known() {
        SurvivalSample short1 = SurvivalSample.of(new double[] {5, 6, 1, 2}, new int[] {1, 0, 1, 0});
        int[] group = {0, 0, 1, 1};
        MilestoneDifference unseen = MilestoneDifference.of(short1, group, 3, ConfidenceScale.PLAIN);
        assertEquals(Verdict.NOT_FOLLOWED, unseen.verdict());
        assertEquals(1, unseen.pTwoSided());
        assertEquals(1, unseen.pGreater());
        assertEquals(-0.5, unseen.difference());
        RestrictedMeanDifference area = RestrictedMeanDifference.of(short1, group, 3);
        assertEquals(Verdict.NOT_FOLLOWED, area.verdict());
        assertEquals(1, area.pTwoSided());
        assertEquals(1, area.pGreater());
        assertEquals(-1, area.difference());

        SurvivalSample eventless = SurvivalSample.of(new double[] {5, 6, 7, 8}, new int[4]);
        assertEquals(
                Verdict.NO_VARIANCE,
                MilestoneDifference.of(eventless, group, 3, ConfidenceScale.PLAIN)
                        .verdict());
        assertEquals(
                Verdict.NO_VARIANCE,
                RestrictedMeanDifference.of(eventless, group, 3).verdict());
        assertEquals(0, RestrictedMeanDifference.of(eventless, group, 3).z());

        SurvivalSample half = SurvivalSample.of(new double[] {5, 6, 1, 8}, new int[] {0, 0, 1, 0});
        int[] halves = {0, 0, 1, 1};
        MilestoneDifference unspoken = MilestoneDifference.of(half, halves, 3, ConfidenceScale.LOG_LOG);
        assertEquals(Verdict.NO_VARIANCE, unspoken.verdict(), "log(-log(1)) is no number");
        assertEquals(1, unspoken.pTwoSided());
        assertEquals(
                Verdict.TESTED,
                MilestoneDifference.of(half, halves, 3, ConfidenceScale.PLAIN).verdict());

        int[] oneArm = new int[4];
        assertEquals(
                Verdict.NOT_FOLLOWED,
                MilestoneDifference.of(eventless, oneArm, 3, ConfidenceScale.PLAIN)
                        .verdict());
        int[] strange = {0, 1, 2, 0};
        assertThrows(IllegalArgumentException.class, () -> RestrictedMeanDifference.of(eventless, strange, 3));
        assertThrows(IllegalArgumentException.class, () -> RestrictedMeanDifference.of(eventless, oneArm, Double.NaN));
    }

    @Test
    void scratch_gives_the_same_bits_whatever_came_before() {
        RestrictedMeanDifference.Scratch means = new RestrictedMeanDifference.Scratch(20);
        MilestoneDifference.Scratch milestones = new MilestoneDifference.Scratch(20, ConfidenceScale.LOG_LOG);
        for (int row = 0; row < R.size(); row += 5) {
            ComparisonData set = ComparisonData.set(R.text(row, "set"));
            SurvivalSample x = set.causeOne();
            RestrictedMeanDifference mean = means.fit(x.time(), x.status(), x.entry(), set.arm(), x.size());
            assertEquals(RestrictedMeanDifference.of(x, set.arm(), 20).z(), mean.z());
            MilestoneDifference milestone = milestones.fit(x.time(), x.status(), x.entry(), set.arm(), x.size());
            assertEquals(
                    MilestoneDifference.of(x, set.arm(), 20, ConfidenceScale.LOG_LOG)
                            .z(),
                    milestone.z());
        }
    }

    @Test
    void what_does_not_cover_everybody_is_refused_and_weights() {
        RestrictedMeanDifference.Scratch scratch = new RestrictedMeanDifference.Scratch(3);
        double[] two = {1, 2};
        double[] one = {0};
        int[] ones = {1, 1};
        int[] short1 = {1};
        scratch.fit(two, ones, new double[2], ones, 2);
        refused(() -> scratch.fit(one, ones, null, ones, 2));
        refused(() -> scratch.fit(two, short1, null, ones, 2));
        refused(() -> scratch.fit(two, ones, one, ones, 2));
        refused(() -> scratch.fit(two, ones, null, short1, 2));
        SurvivalSample weighted = SurvivalSample.of(two, ones).weighted(two);
        refused(() -> RestrictedMeanDifference.of(weighted, ones, 1));
        refused(() -> MilestoneDifference.of(weighted, ones, 1, ConfidenceScale.PLAIN));
    }

    private static void refused(Executable call) {
        assertThrows(IllegalArgumentException.class, call);
    }
}
