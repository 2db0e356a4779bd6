package marrow.stats.survival;

import static marrow.stats.survival.LandmarkTest.Verdict.NOT_FOLLOWED;
import static marrow.stats.survival.LandmarkTest.Verdict.NO_VARIANCE;
import static marrow.stats.survival.LandmarkTest.Verdict.TESTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.Confidence;
import marrow.stats.law.ConfidenceScale;
import org.junit.jupiter.api.Test;

class LandmarkTestTest {
    private static final RTable R = RTable.read("/marrow/stats/landmark.csv.gz");

    @Test
    void z_and_p_are_those_computed_in_R() {
        assertEquals(1000, R.size());
        for (int row = 0; row < R.size(); row++) {
            KaplanMeier km = KaplanMeier.of(KaplanMeierTest.sample(R, row));
            int index = 0;
            for (ConfidenceScale scale : ConfidenceScale.values()) {
                LandmarkTest test = km.test(R.number(row, "at"), R.number(row, "s0"), scale);
                String what = scale + ", row " + row;
                assertEquals(TESTED, test.verdict());
                SameAsR.estimate(R.numbers(row, "z")[index], test.z(), what);
                SameAsR.pValue(R.numbers(row, "p_greater")[index], test.pGreater(), what);
                SameAsR.pValue(R.numbers(row, "p_two_sided")[index], test.pTwoSided(), what);
                assertEquals(1, test.pGreater() + test.pLess(), 1e-12);
                index++;
            }
        }
    }

    @Test
    void it_rejects_just_when_the_interval_excludes_the_hypothesis() {
        for (int row = 0; row < R.size(); row++) {
            KaplanMeier km = KaplanMeier.of(KaplanMeierTest.sample(R, row));
            double at = R.number(row, "at");
            double s0 = R.number(row, "s0");
            for (ConfidenceScale scale : ConfidenceScale.values()) {
                boolean excludes = !km.interval(at, Confidence.of(scale, 0.9)).contains(s0);
                assertEquals(excludes, km.test(at, s0, scale).pTwoSided() < 0.1, scale + ", row " + row);
            }
        }
    }

    @Test
    void cumulative_incidence_is_tested_the_same_way() {
        SurvivalSample s = SurvivalSample.of(new double[] {1, 2, 3, 4, 5, 6}, new int[] {1, 2, 1, 0, 2, 0});
        AalenJohansen aj = AalenJohansen.of(s, 2);
        for (IncidenceVariance variance : IncidenceVariance.values()) {
            LandmarkTest test = aj.test(1, 4, 0.1, variance, ConfidenceScale.LOG_LOG);
            assertEquals(
                    LandmarkTest.of(aj.incidence(1, 4), aj.standardError(1, 4, variance), 0.1, ConfidenceScale.LOG_LOG),
                    test);
            assertEquals(TESTED, test.verdict());
            LandmarkTest late = aj.test(1, 7, 0.1, variance, ConfidenceScale.LOG_LOG);
            assertEquals(NOT_FOLLOWED, late.verdict());
            assertEquals(1, late.pTwoSided());
        }
    }

    @Test
    void where_there_is_nothing_to_test_with_the_p_values_are_one() {
        for (ConfidenceScale scale : ConfidenceScale.values()) {
            LandmarkTest noEvents = KaplanMeier.of(SurvivalSample.of(new double[] {5, 6}, new int[2]))
                    .test(4, 0.65, scale);
            assertEquals(NO_VARIANCE, noEvents.verdict());
            LandmarkTest allDead = KaplanMeier.of(SurvivalSample.of(new double[] {1, 2}, new int[] {1, 1}))
                    .test(4, 0.65, scale);
            assertEquals(NO_VARIANCE, allDead.verdict());
            LandmarkTest early = KaplanMeier.of(SurvivalSample.of(new double[] {1, 2}, new int[] {1, 0}))
                    .test(2.5, 0.65, scale);
            assertEquals(NOT_FOLLOWED, early.verdict());
            assertEquals(0.5, early.estimate());
            for (LandmarkTest test : new LandmarkTest[] {noEvents, allDead, early}) {
                assertEquals(0, test.z());
                assertEquals(1, test.pGreater());
                assertEquals(1, test.pLess());
                assertEquals(1, test.pTwoSided());
            }
        }
    }

    @Test
    void a_hypothesis_of_certainty_is_refused() {
        KaplanMeier km = KaplanMeier.of(SurvivalSample.of(new double[] {1, 2}, new int[] {1, 0}));
        for (double s0 : new double[] {0, 1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> km.test(1, s0, ConfidenceScale.LOG));
            assertThrows(IllegalArgumentException.class, () -> km.test(9, s0, ConfidenceScale.LOG));
        }
    }
}
