package marrow.stats.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marrow.stats.ComparisonData;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.Gaussian;
import marrow.stats.survival.SurvivalSample;
import org.junit.jupiter.api.Test;

final class MaxComboTest {
    private static final Weighting EARLY = Weighting.flemingHarrington(1, 0);
    private static final Weighting LATE = Weighting.flemingHarrington(0, 1);
    private static final Weighting MIDDLE = Weighting.flemingHarrington(1, 1);

    /** Two to four weights, with and without strata, in 1,055 of the 1,400 data sets; see max-combo-reference.R. */
    @Test
    void r_finds_the_same_in_every_data_set() {
        RTable r = RTable.read("/marrow/stats/max-combo.csv.gz");
        assertTrue(r.size() > 4_000, "rows: " + r.size());
        for (int row = 0; row < r.size(); row++) {
            ComparisonData set = ComparisonData.set(r.text(row, "set"));
            Weighting[] weightings =
                    switch (r.text(row, "combo")) {
                        case "A" -> new Weighting[] {Weighting.LOG_RANK, LATE};
                        case "B" -> new Weighting[] {Weighting.LOG_RANK, EARLY, LATE};
                        case "C" -> new Weighting[] {Weighting.LOG_RANK, EARLY, LATE, MIDDLE};
                        default -> new Weighting[] {Weighting.LOG_RANK, LATE, MIDDLE};
                    };
            int[] stratum = r.number(row, "stratified") == 1 ? set.stratum() : null;
            MaxCombo test = MaxCombo.stratified(set.causeOne(), set.arm(), stratum, weightings);
            String what = String.join(" ", r.rows().get(row));
            double[] z = r.numbers(row, "z");
            for (int a = 0; a < z.length; a++) {
                SameAsR.estimate(z[a], test.z()[a], 1e-3, what);
            }
            for (String side : new String[] {"p", "p_fewer"}) {
                double expected = r.number(row, side);
                double ours = side.equals("p") ? test.p() : test.pFewer();
                SameAsR.pValue(expected, ours, what);
            }
        }
    }

    /** Orthants, known in closed form: two dimensions 1/4 + asin(r)/(2 pi), three 1/8 + sum asin(r)/(4 pi). */
    @Test
    void orthants() {
        for (int tenths = -9; tenths < 10; tenths++) {
            double r = tenths / 10.0;
            double two = NormalMaximum.above(0, new double[][] {{1, r}, {r, 1}});
            assertEquals(0.75 - StrictMath.asin(r) / (2 * Math.PI), two, 1e-12);
        }
        double[][] three = {{1, 0.5, -0.2}, {0.5, 1, 0.3}, {-0.2, 0.3, 1}};
        double angles = StrictMath.asin(0.5) + StrictMath.asin(-0.2) + StrictMath.asin(0.3);
        assertEquals(0.875 - angles / (4 * Math.PI), NormalMaximum.above(0, three), 1e-12);
    }

    @Test
    void independent_and_equal_components() {
        double[][] independent = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        double[][] equal = {{1, 1}, {1, 1}};
        double[][] opposite = {{1, -1}, {-1, 1}};
        for (double c = -3; c < 6; c += 0.5) {
            double below = Gaussian.lowerTail(c);
            double above = Gaussian.lowerTail(-c);
            double any = above * (1 + below + below * below);
            assertEquals(any, NormalMaximum.above(c, independent), 1e-11 * any);
            assertEquals(above, NormalMaximum.above(c, equal), 1e-12);
            assertEquals(Math.min(1, 2 * above), NormalMaximum.above(c, opposite), 1e-12);
            if (c >= 0) {
                double outside = 2 * above;
                double either = outside * (3 - outside * (3 - outside));
                assertEquals(either, NormalMaximum.beyond(c, independent), 1e-11 * either);
                assertEquals(outside, NormalMaximum.beyond(c, opposite), 1e-12);
            }
        }
    }

    /** A weight that sees nothing is left out: where all deaths come at once, nobody had died before, which late differences need. */
    @Test
    void a_test_without_information_does_not_count() {
        SurvivalSample first = SurvivalSample.of(new double[] {1, 1, 2, 3, 4, 5}, new int[] {1, 1, 0, 0, 0, 0});
        int[] group = {1, 1, 0, 0, 0, 1};
        MaxCombo both = MaxCombo.of(first, group, Weighting.LOG_RANK, LATE);
        assertEquals(0, both.z()[1]);
        LogRank alone = LogRank.of(first, group, 2, Weighting.LOG_RANK);
        assertEquals(2 * Gaussian.upperTail(Math.abs(alone.z())), both.p(), 1e-12);
        assertEquals(Gaussian.upperTail(-alone.z()), both.pFewer(), 1e-12);
        assertEquals(Math.abs(alone.z()), both.statistic(), 0);
        assertEquals(0, MaxCombo.of(first, group, LATE).statistic());
    }

    @Test
    void degenerate_data_say_so() {
        SurvivalSample censored = SurvivalSample.of(new double[] {1, 2}, new int[2]);
        MaxCombo none = MaxCombo.of(censored, new int[] {0, 1}, Weighting.LOG_RANK, LATE);
        assertEquals(1, none.p());
        assertEquals(1, none.pFewer());
        double[][] four = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        assertThrows(IllegalArgumentException.class, () -> NormalMaximum.above(1, four));
    }
}
