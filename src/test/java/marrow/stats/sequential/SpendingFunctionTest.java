package marrow.stats.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marrow.stats.law.Gaussian;
import org.junit.jupiter.api.Test;

class SpendingFunctionTest {
    private static final SpendingFunction POINTS =
            SpendingFunction.points(new double[] {0.2, 0.5, 1}, new double[] {0, 0.4, 1});

    @Test
    void each_rises_to_the_whole_error() {
        for (SpendingFunction function : List.of(
                SpendingFunction.oBrienFleming(),
                SpendingFunction.pocock(),
                SpendingFunction.kimDeMets(2),
                SpendingFunction.hwangShihDeCani(-4),
                SpendingFunction.hwangShihDeCani(0),
                SpendingFunction.hwangShihDeCani(1),
                POINTS)) {
            double before = 0;
            for (int i = 1; i <= 20; i++) {
                double spent = function.spent(i / 20.0, 0.025);
                assertTrue(spent >= before);
                before = spent;
            }
            assertEquals(0.025, before, 1e-16);
        }
    }

    /** error exp(gamma (1 - t)) in the limit, which ordinary gammas come to as well where exp(gamma t) is nothing beside 1. */
    @Test
    void however_late_it_spends_all_of_it_at_the_end() {
        for (double gamma : new double[] {-100, -700, -710, -1000, -1e6}) {
            SpendingFunction function = SpendingFunction.hwangShihDeCani(gamma);
            assertEquals(0.025, function.spent(1, 0.025), "gamma " + gamma);
            for (double t : new double[] {0.5, 0.9, 0.999}) {
                double limit = 0.025 * StrictMath.exp(gamma * (1 - t));
                assertEquals(limit, function.spent(t, 0.025), 1e-12 * limit, "gamma " + gamma + ", t " + t);
            }
        }
    }

    @Test
    void ordinary_gammas_are_spent_to_the_last_digit_as_the_formula_says() {
        for (double gamma : new double[] {-700, -8, -4, -1, 1, 4, 800}) {
            for (double t : new double[] {0.1, 0.5, 0.9}) {
                assertEquals(
                        0.025 * (StrictMath.expm1(-gamma * t) / StrictMath.expm1(-gamma)),
                        SpendingFunction.hwangShihDeCani(gamma).spent(t, 0.025));
            }
        }
    }

    /** The formulas, at half of the information. */
    @Test
    void by_hand() {
        double z = 2.2414027276049473; // 1 - 0.0125
        assertEquals(
                2 * Gaussian.upperTail(z * Math.sqrt(2)),
                SpendingFunction.oBrienFleming().spent(0.5, 0.025),
                1e-15);
        assertEquals(0.025 * 0.6201145069582775, SpendingFunction.pocock().spent(0.5, 0.025), 1e-16);
        assertEquals(0.025 / 8, SpendingFunction.kimDeMets(3).spent(0.5, 0.025), 1e-16);
        assertEquals(0.0125, SpendingFunction.hwangShihDeCani(0).spent(0.5, 0.025));
        double e = StrictMath.exp(0.5);
        assertEquals(0.025 * e / (1 + e), SpendingFunction.hwangShihDeCani(1).spent(0.5, 0.025), 1e-16);
        assertEquals(0.025 / (1 + e), SpendingFunction.hwangShihDeCani(-1).spent(0.5, 0.025), 1e-16);
    }

    @Test
    void lines_between_points() {
        assertEquals(0, POINTS.spent(0.1, 0.05));
        assertEquals(0, POINTS.spent(0.2, 0.05));
        assertEquals(0.01, POINTS.spent(0.35, 0.05), 1e-17);
        assertEquals(0.02, POINTS.spent(0.5, 0.05), 1e-17);
        assertEquals(0.035, POINTS.spent(0.75, 0.05), 1e-17);
        assertEquals(
                0.025,
                SpendingFunction.points(new double[] {1}, new double[] {1}).spent(0.5, 0.05));
    }

    @Test
    void parts_may_stay_and_all_may_be_left_for_the_end() {
        SpendingFunction pause = SpendingFunction.points(new double[] {0.2, 0.5, 1}, new double[] {0.3, 0.3, 1});
        assertEquals(0.015, pause.spent(0.4, 0.05), 1e-17);
        assertEquals(0, SpendingFunction.atTheEnd().spent(0.999, 0.05));
        assertEquals(0.05, SpendingFunction.atTheEnd().spent(1, 0.05));
    }

    @Test
    void refusals() {
        refused(new double[0], new double[0]);
        refused(new double[] {1}, new double[] {0.5, 1});
        refused(new double[] {0.5, 0.5, 1}, new double[] {0.1, 0.2, 1});
        refused(new double[] {0.5, 1}, new double[] {-0.1, 1});
        refused(new double[] {0.5, 0.7, 1}, new double[] {0.3, 0.2, 1});
        refused(new double[] {0.5, 1}, new double[] {0.5, 1.1});
        refused(new double[] {0.5, 1}, new double[] {0.5, Double.NaN});
        refused(new double[] {0.5, 0.9}, new double[] {0.5, 1});
        refused(new double[] {0.5, 1}, new double[] {0.5, 0.9});
        assertThrows(IllegalArgumentException.class, () -> SpendingFunction.kimDeMets(0));
        assertThrows(IllegalArgumentException.class, () -> SpendingFunction.hwangShihDeCani(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> EfficacyRule.wangTsiatis(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> EfficacyRule.haybittlePeto(0));
    }

    private static void refused(double[] fractions, double[] parts) {
        assertThrows(IllegalArgumentException.class, () -> SpendingFunction.points(fractions, parts));
    }
}
