package marrow.stats.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Reference numbers: R 4.2.2, rpact 3.3.4, {@code getDesignGroupSequential} with the arguments named beside them. */
class ObservedBoundaryTest {
    private static final SpendingFunction OF = SpendingFunction.oBrienFleming();
    private static final SpendingFunction POCOCK = SpendingFunction.pocock();

    private static double[][] bounds(SpendingPlan plan, double... fractions) {
        double[][] bounds = new double[2][fractions.length];
        ObservedBoundary boundary = ObservedBoundary.before(plan);
        for (int k = 0; k < fractions.length; k++) {
            boundary = boundary.next(k + 1, fractions[k], k == fractions.length - 1);
            bounds[0][k] = boundary.critical();
            bounds[1][k] = boundary.futility();
        }
        return bounds;
    }

    private static void assertNear(double[] expected, double[] found, double within) {
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], found[k], within, Arrays.toString(found));
        }
    }

    /** kMax = 3, alpha = 0.025, sided = 1, typeOfDesign = "asOF", informationRates = c(47, 94, 140) / 140. */
    @Test
    void the_three_looks_of_task_t2_as_in_rpact() {
        double[][] found = bounds(SpendingPlan.of(0.025, OF), 47 / 140.0, 94 / 140.0, 1);
        assertNear(new double[] {3.69593988991, 2.50099208206, 1.99402179569}, found[0], 1e-6);
    }

    /** sided = 2, alpha = 0.05, typeOfDesign = "asOF", informationRates = c(0.3, 0.7, 1). */
    @Test
    void two_sided_as_in_rpact() {
        SpendingPlan plan = new SpendingPlan(0.025, true, OF, FutilityRule.none(), false);
        double[][] found = bounds(plan, 0.3, 0.7, 1);
        assertNear(new double[] {3.92857254263, 2.43874237686, 2.00000857562}, found[0], 1e-6);
        assertEquals(-found[0][1], found[1][1]);
    }

    /** With bounds as near as Pocock's a course may have crossed the lower one before: the design that was planned, to 1e-9. */
    @Test
    void two_sided_courses_end_on_either_side() {
        double[] fractions = {0.2, 0.5, 0.6, 1};
        SpendingPlan plan = new SpendingPlan(0.1, true, POCOCK, FutilityRule.none(), false);
        GroupSequential design = GroupSequential.twoSided(fractions, 0.2, EfficacyRule.spending(POCOCK));
        double[][] found = bounds(plan, fractions);
        for (int k = 0; k < fractions.length; k++) {
            assertEquals(design.critical(k + 1), found[0][k], 1e-9);
        }
    }

    /** With beta = 0.2, typeBetaSpending = "bsOF", bindingFutility = FALSE; and asP with bsP, binding, at 0.3, 0.7, 1. */
    @Test
    void futility_that_spends_beta_as_in_rpact() {
        double[] fractions = {47 / 140.0, 94 / 140.0, 1};
        double drift = GroupSequential.spendingBoth(fractions, 0.025, OF, 0.2, OF, false)
                .driftFor(0.8);
        double[][] loose =
                bounds(new SpendingPlan(0.025, false, OF, FutilityRule.spending(0.2, OF, drift), false), fractions);
        assertNear(new double[] {3.69593988991, 2.50099208206, 1.99402179569}, loose[0], 1e-6);
        assertNear(new double[] {-0.220313190901, 1.186542999465}, loose[1], 1e-6);
        assertEquals(loose[0][2], loose[1][2], "at the end both bounds are one");
        double[] others = {0.3, 0.7, 1};
        double other = GroupSequential.spendingBoth(others, 0.025, POCOCK, 0.2, POCOCK, true)
                .driftFor(0.8);
        double[][] binding =
                bounds(new SpendingPlan(0.025, false, POCOCK, FutilityRule.spending(0.2, POCOCK, other), true), others);
        assertNear(new double[] {2.31183530381, 2.23809673637, 2.16466004401}, binding[0], 1e-6);
        assertNear(new double[] {0.365284871358, 1.494789779652}, binding[1], 1e-6);
    }

    /**
     * 50, 100 and 150 events where 140 were planned: asUser with what asOF has spent at 50 / 140 and 100 / 140, and
     * informationRates = c(50, 100, 150) / 150.
     */
    @Test
    void events_that_differ_from_the_plan_as_in_rpact() {
        double[][] found = bounds(SpendingPlan.of(0.025, OF), 50 / 140.0, 100 / 140.0, 150 / 140.0);
        assertNear(new double[] {3.57305086131, 2.41170185059, 2.01276213676}, found[0], 1e-6);
    }

    /** Bounds of the user's own: where they bind they give back what they keep from being crossed, as in the design that was planned. */
    @Test
    void futility_bounds_of_ones_own() {
        double[] fractions = {0.3, 0.6, 0.8, 1};
        double[] futility = {0.2, 0.5, Double.NEGATIVE_INFINITY};
        for (boolean binding : new boolean[] {false, true}) {
            double[][] found =
                    bounds(new SpendingPlan(0.025, false, OF, FutilityRule.bounds(0.2, 0.5), binding), fractions);
            GroupSequential design =
                    GroupSequential.oneSided(fractions, 0.025, EfficacyRule.spending(OF), futility, binding);
            for (int k = 0; k < fractions.length; k++) {
                assertEquals(design.critical(k + 1), found[0][k], 1e-9);
                assertEquals(k < 3 ? futility[k] : found[0][3], found[1][k]);
            }
        }
        double[][] high = bounds(new SpendingPlan(0.025, false, OF, FutilityRule.bounds(9), false), 0.5, 1);
        assertEquals(high[0][0], high[1][0], "no bound lies above the critical value");
        assertEquals("bounds [0.2, 0.5]", FutilityRule.bounds(0.2, 0.5).toString());
    }

    /** The first of three looks is left out: the second has its own bound, not that of the first, and alpha is spent as if two were planned. */
    @Test
    void a_look_that_is_left_out_takes_its_futility_bound_along() {
        SpendingPlan plan = new SpendingPlan(0.025, false, OF, FutilityRule.bounds(-9, 0.5), true);
        ObservedBoundary second = ObservedBoundary.before(plan).next(2, 0.6, false);
        assertEquals(0.5, second.futility());
        ObservedBoundary last = second.next(3, 1, true);
        GroupSequential design = GroupSequential.oneSided(
                new double[] {0.6, 1}, 0.025, EfficacyRule.spending(OF), new double[] {0.5}, true);
        assertEquals(design.critical(1), second.critical(), 1e-9);
        assertEquals(design.critical(2), last.critical(), 1e-9);
    }

    /** A test that may stop for futility alone has the critical value of one without looks. */
    @Test
    void all_of_alpha_at_the_end() {
        double[][] found = bounds(SpendingPlan.of(0.025, SpendingFunction.atTheEnd()), 0.5, 0.999, 1);
        assertNear(
                new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1.959963984540054}, found[0], 1e-9);
    }

    /** Whatever is seen, the chance to cross under the null is alpha. 200 random courses of 1 to 6 looks. */
    @Test
    void the_level_is_spent_whatever_is_seen() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int course = 0; course < 200; course++) {
            double[] seen =
                    random.doubles(random.nextInt(1, 7), 0.05, 1.3).sorted().toArray();
            double[][] found = bounds(SpendingPlan.of(0.025, course % 2 == 0 ? OF : POCOCK), seen);
            SequentialDensity density = SequentialDensity.firstLook(0, seen[0]);
            double crosses = density.above(found[0][0]);
            for (int k = 1; k < seen.length; k++) {
                double least = k == seen.length - 1 ? seen[k - 1] * 1.001 : 0;
                density = density.next(Double.NEGATIVE_INFINITY, found[0][k - 1], Math.max(seen[k], least));
                crosses += density.above(found[0][k]);
            }
            assertEquals(0.025, crosses, 1e-10, Arrays.toString(seen));
        }
    }

    /** At the bound, the power that is asked for is reached: the last of two looks, so that {@link ConditionalPower} is of the same. */
    @Test
    void bounds_by_power_are_where_the_power_is() {
        for (double t : new double[] {0.2, 0.5, 0.9}) {
            GroupSequential design = GroupSequential.oneSided(new double[] {t, 1}, 0.025, EfficacyRule.spending(OF));
            double c = design.critical(2);
            double trend = FutilityRule.conditionalPowerOfTrend(0.1, c).bound(1, t);
            assertEquals(0.1, ConditionalPower.after(design, 1, trend).underTrend(), 1e-12);
            double under = FutilityRule.conditionalPower(0.1, c, 3).bound(1, t);
            assertEquals(0.1, ConditionalPower.after(design, 1, under).under(3), 1e-12);
            double predictive = FutilityRule.predictivePower(0.1, c).bound(1, t);
            assertEquals(0.1, ConditionalPower.after(design, 1, predictive).predictive(), 1e-9);
        }
    }

    @Test
    void a_look_that_sees_nothing_more_is_none_and_a_last_one_still_spends() {
        ObservedBoundary first =
                ObservedBoundary.before(SpendingPlan.of(0.025, OF)).next(1, 0.5, false);
        assertFalse(first.growsTo(0.5));
        assertFalse(first.growsTo(Double.NaN));
        assertTrue(first.growsTo(0.6));
        ObservedBoundary none = ObservedBoundary.before(SpendingPlan.of(0.025, OF));
        assertFalse(none.growsTo(0) || none.growsTo(-0.1));
        assertEquals(1.959963984540054, none.next(1, 0, true).critical(), 1e-9, "nothing is known of the information");
        assertEquals(1.959963984540054, none.next(1, Double.NaN, true).critical(), 1e-9);
        ObservedBoundary last = first.next(2, 0.5, true);
        assertEquals(0.025, last.alphaSpent(), 1e-15);
        assertTrue(last.critical() < first.critical(), "what was not spent is there for the last look");
    }

    @Test
    void information_without_end_is_refused() {
        ObservedBoundary none = ObservedBoundary.before(SpendingPlan.of(0.025, OF));
        for (double fraction : new double[] {Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> none.next(1, fraction, false));
        }
        assertThrows(IllegalArgumentException.class, () -> none.next(1, Double.POSITIVE_INFINITY, true));
    }

    @Test
    void more_than_planned_before_the_end_spends_all() {
        ObservedBoundary early =
                ObservedBoundary.before(SpendingPlan.of(0.025, OF)).next(1, 1.1, false);
        assertEquals(1.959964, early.critical(), 1e-6);
        assertEquals(Double.POSITIVE_INFINITY, early.next(2, 1.2, true).critical());
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> SpendingPlan.of(0, OF));
        assertThrows(
                IllegalArgumentException.class, () -> new SpendingPlan(0.025, true, OF, FutilityRule.bounds(0), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SpendingPlan(0.025, true, OF, FutilityRule.spending(0.2, OF, 3), false));
        assertThrows(IllegalArgumentException.class, () -> FutilityRule.bounds(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> FutilityRule.bounds(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> FutilityRule.conditionalPowerOfTrend(1, 2));
        assertThrows(IllegalArgumentException.class, () -> FutilityRule.spending(0.2, OF, Double.NaN));
    }
}
