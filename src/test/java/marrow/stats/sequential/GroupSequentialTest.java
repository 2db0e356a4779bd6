package marrow.stats.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class GroupSequentialTest {
    private static final RTable TABLE = RTable.read("sequential.csv.gz");

    /**
     * Designs of all kinds by a second integration, in plain R: those that rpact may miss, {@link
     * #where_rpact_differs_and_why}, and every 40th. Its points lie as densely as the steps of information ask for, and
     * leave some 1e-10.
     */
    @Test
    void boundaries_of_131_random_designs_as_integrated_in_r() {
        int compared = 0;
        for (int row = 0; row < TABLE.size(); row++) {
            double[] critical = TABLE.numbers(row, "solved");
            double[] lower = TABLE.numbers(row, "solved_lower");
            double[] crosses = TABLE.numbers(row, "crosses_3");
            if (!Double.isNaN(critical[0])) {
                compared++;
                GroupSequential design = design(row);
                double[] ours = design.rejectsAt(3);
                for (int k = 0; k < design.looks(); k++) {
                    SameAsR.within(1e-9, critical[k], design.critical(k + 1), TABLE.line(row));
                    SameAsR.within(1e-9, crosses[k], ours[k], TABLE.line(row));
                    if (k < design.looks() - 1 && !design.isTwoSided() && !Double.isNaN(lower[0])) {
                        SameAsR.within(1e-9, lower[k], design.futility(k + 1), TABLE.line(row));
                    }
                }
            }
        }
        assertEquals(131, compared);
    }

    /**
     * All but 39 of 1,077 designs agree with rpact to 1e-6. Of the others, 13 begin with a critical value that rpact calls
     * infinite; 5 have one so far out that rpact's tolerance of 1e-10 in the chance is more than 1e-6 in the value; and in
     * 21 a look adds so little information that 91 points are too few.
     */
    @Test
    void where_rpact_differs_and_why() {
        assertEquals(1077, TABLE.size());
        int infinite = 0;
        int far = 0;
        int narrow = 0;
        for (int row = 0; row < TABLE.size(); row++) {
            GroupSequential design = design(row);
            double worst = worstBound(row, design);
            if (worst <= 1e-6) {
                SameAsR.within(1e-6, 0, worst, TABLE.line(row));
            } else {
                double[] critical = TABLE.numbers(row, "critical");
                if (Double.isInfinite(critical[0])) {
                    assertTrue(design.critical(1) > 7.5, TABLE.line(row));
                    infinite++;
                } else if (IntStream.rangeClosed(1, design.looks())
                        .allMatch(k -> chanceBetween(critical[k - 1], design.critical(k)) < 1e-9)) {
                    far++;
                } else {
                    assertTrue(shortestStep(design) < 0.11 && worst < 1e-4, worst + " " + TABLE.line(row));
                    narrow++;
                }
            }
        }
        assertEquals("13 infinite, 5 far, 21 narrow", infinite + " infinite, " + far + " far, " + narrow + " narrow");
    }

    private static double chanceBetween(double a, double b) {
        return Math.abs(Gaussian.upperTail(a) - Gaussian.upperTail(b));
    }

    /** rpact's characteristics, of designs whose bounds it has: 1e-6. */
    @Test
    void characteristics_of_rpact() {
        int compared = 0;
        for (int row = 0; row < TABLE.size(); row += 3) {
            double shift = TABLE.number(row, "shift");
            GroupSequential design = design(row);
            if (worstBound(row, design) <= 1e-7 && !Double.isNaN(shift)) {
                compared++;
                String what = TABLE.line(row);
                double power = 1 - TABLE.number(row, "beta");
                double drift = design.driftFor(power);
                double inflation = design.inflation(power);
                SameAsR.within(1e-6, Math.sqrt(shift), drift, what);
                SameAsR.within(1e-6, TABLE.number(row, "inflation"), inflation, what);
                SameAsR.within(1e-6, TABLE.number(row, "asn1"), inflation * design.expectedFraction(drift), what);
                SameAsR.within(1e-6, TABLE.number(row, "asn01"), inflation * design.expectedFraction(drift / 2), what);
                SameAsR.within(1e-6, TABLE.number(row, "asn0"), inflation * design.expectedFraction(0), what);
                double[] rejects = TABLE.numbers(row, "rejects1");
                double[] ours = design.rejectsAt(drift);
                for (int k = 0; k < rejects.length; k++) {
                    SameAsR.within(1e-6, rejects[k], ours[k], what);
                }
            }
        }
        assertTrue(compared > 300, compared + " designs");
    }

    /** How far rpact's bounds lie from ours. It says -6 where there is none. */
    private static double worstBound(int row, GroupSequential design) {
        double[] critical = TABLE.numbers(row, "critical");
        double[] lower = TABLE.numbers(row, "lower");
        double worst = 0;
        for (int k = 0; k < design.looks(); k++) {
            worst = Math.max(worst, Math.abs(critical[k] - design.critical(k + 1)));
            if (k < design.looks() - 1 && !design.isTwoSided() && !Double.isNaN(lower[0]) && lower[k] > -6) {
                worst = Math.max(worst, Math.abs(lower[k] - design.futility(k + 1)));
            }
        }
        return worst;
    }

    /** The least part that a look adds to the information it sees. */
    private static double shortestStep(GroupSequential design) {
        double shortest = 1;
        for (int k = 2; k <= design.looks(); k++) {
            shortest = Math.min(shortest, 1 - design.fraction(k - 1) / design.fraction(k));
        }
        return shortest;
    }

    private static GroupSequential design(int row) {
        double[] t = TABLE.numbers(row, "rates");
        double alpha = TABLE.number(row, "alpha");
        String futility = TABLE.text(row, "futility");
        boolean binding = TABLE.text(row, "binding").equals("TRUE");
        if (TABLE.number(row, "sided") == 2) {
            return GroupSequential.twoSided(t, alpha, rule(row, t));
        }
        if (futility.equals("none")) {
            return GroupSequential.oneSided(t, alpha, rule(row, t));
        }
        if (futility.equals("bounds")) {
            return GroupSequential.oneSided(t, alpha, rule(row, t), TABLE.numbers(row, "lower"), binding);
        }
        double beta = TABLE.number(row, "beta");
        return GroupSequential.spendingBoth(
                t,
                alpha,
                spending(TABLE.text(row, "type"), row, "gammaA", "userAlpha", alpha, t),
                beta,
                spending(futility, row, "gammaB", "userBeta", beta, t),
                binding);
    }

    private static EfficacyRule rule(int row, double[] t) {
        return switch (TABLE.text(row, "type")) {
            case "OF" -> EfficacyRule.oBrienFleming();
            case "P" -> EfficacyRule.pocock();
            case "WT" -> EfficacyRule.wangTsiatis(TABLE.number(row, "deltaWT"));
            case "HP" -> EfficacyRule.haybittlePeto(3);
            default ->
                EfficacyRule.spending(
                        spending(TABLE.text(row, "type"), row, "gammaA", "userAlpha", TABLE.number(row, "alpha"), t));
        };
    }

    private static SpendingFunction spending(
            String type, int row, String gamma, String user, double error, double[] t) {
        return switch (type.substring(2)) {
            case "OF" -> SpendingFunction.oBrienFleming();
            case "P" -> SpendingFunction.pocock();
            case "KD" -> SpendingFunction.kimDeMets(TABLE.number(row, gamma));
            case "HSD" -> SpendingFunction.hwangShihDeCani(TABLE.number(row, gamma));
            case "User" ->
                SpendingFunction.points(
                        t,
                        Arrays.stream(TABLE.numbers(row, user))
                                .map(spent -> spent / error)
                                .toArray());
            default -> throw new AssertionError(type);
        };
    }

    /** What is wrong is said of what was given, before anything is integrated. */
    @Test
    void refusals_name_what_is_wrong() {
        EfficacyRule rule = EfficacyRule.pocock();
        SpendingFunction spending = SpendingFunction.pocock();
        double[] falling = {0.5, 0.4, 1};
        double[] looks = {0.5, 1};
        double infinite = Double.POSITIVE_INFINITY;
        refused("fractions of information", () -> GroupSequential.oneSided(falling, 0.025, rule));
        refused("fractions of information", () -> GroupSequential.twoSided(falling, 0.05, rule));
        refused("fractions of information", () -> GroupSequential.twoSided(new double[] {0.5, 0.9}, 0.05, rule));
        refused(
                "fractions of information",
                () -> GroupSequential.spendingBoth(falling, 0.025, spending, 0.2, spending, true));
        refused("beta", () -> GroupSequential.spendingBoth(looks, 0.025, spending, 1, spending, true));
        refused("1 - beta", () -> GroupSequential.spendingBoth(looks, 0.3, spending, 0.8, spending, true));
        refused("futility bound", () -> GroupSequential.oneSided(looks, 0.025, rule, new double[] {infinite}, false));
        refused("futility bound", () -> GroupSequential.oneSided(looks, 0.025, rule, new double[] {Double.NaN}, true));
    }

    private static void refused(String what, Executable given) {
        String said = assertThrows(IllegalArgumentException.class, given).getMessage();
        assertTrue(said.contains(what), said);
    }

    @Test
    void refusals() {
        EfficacyRule rule = EfficacyRule.pocock();
        assertThrows(IllegalArgumentException.class, () -> GroupSequential.oneSided(new double[0], 0.025, rule));
        assertThrows(
                IllegalArgumentException.class, () -> GroupSequential.oneSided(new double[] {0.5, 0.9}, 0.025, rule));
        assertThrows(
                IllegalArgumentException.class,
                () -> GroupSequential.oneSided(new double[] {0.5, 0.5, 1}, 0.025, rule));
        assertThrows(
                IllegalArgumentException.class,
                () -> GroupSequential.oneSided(new double[] {0.5, 1}, Double.NaN, rule));
        assertThrows(
                IllegalArgumentException.class,
                () -> GroupSequential.oneSided(new double[] {0.5, 1}, 0.025, rule, new double[] {3}, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> GroupSequential.oneSided(new double[] {0.5, 1}, 0.025, rule, new double[] {0, 0}, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> GroupSequential.oneSided(new double[] {0.5, 1}, 0.025, EfficacyRule.haybittlePeto(1)));
    }

    /** A test with one look is the fixed test. */
    @Test
    void one_look() {
        GroupSequential design = GroupSequential.oneSided(
                new double[] {1}, 0.025, EfficacyRule.spending(SpendingFunction.oBrienFleming()));
        assertEquals(1.959963984540054, design.critical(1), 1e-14);
        assertEquals(1, design.inflation(0.9), 1e-12);
        assertEquals(1, design.expectedFraction(0));
    }

    @Test
    void what_a_test_says_of_itself() {
        double[] t = {0.5, 1};
        GroupSequential free = GroupSequential.oneSided(t, 0.025, EfficacyRule.pocock(), new double[] {0}, false);
        assertEquals(2, free.looks());
        assertEquals(0.5, free.fraction(1));
        assertEquals(0, free.futility(1));
        assertEquals(free.critical(2), free.futility(2));
        assertEquals(0.025, free.alpha());
        assertEquals("false false", free.isTwoSided() + " " + free.isBinding());
        GroupSequential both = GroupSequential.twoSided(t, 0.05, EfficacyRule.pocock());
        assertEquals(0.025, both.alpha());
        assertEquals(-both.critical(1), both.futility(1));
        assertEquals("true true", both.isTwoSided() + " " + both.isBinding());
        assertTrue(GroupSequential.oneSided(t, 0.025, EfficacyRule.pocock(), new double[] {0}, true)
                .isBinding());
    }

    /** Pocock's constant for two equal looks at two-sided 0.05 is 2.178 (his table 1); O'Brien and Fleming's 1.977. */
    @Test
    void constants_of_pocock_and_of_o_brien_and_fleming() {
        double[] t = {0.5, 1};
        assertEquals(
                2.178, GroupSequential.twoSided(t, 0.05, EfficacyRule.pocock()).critical(1), 5e-4);
        assertEquals(
                1.977,
                GroupSequential.twoSided(t, 0.05, EfficacyRule.oBrienFleming()).critical(2),
                5e-4);
    }

    /** Every study ends: with what it rejects and what it accepts, at one look or another. */
    @Test
    void chances_add_up() {
        GroupSequential design = GroupSequential.oneSided(
                new double[] {0.3, 0.6, 1}, 0.025, EfficacyRule.oBrienFleming(), new double[] {-0.5, 0.4}, true);
        for (double drift : new double[] {-1, 0, 2.5}) {
            double[] up = design.rejectsAt(drift);
            double[] down = design.stopsBelowAt(drift);
            assertEquals(1, Arrays.stream(up).sum() + Arrays.stream(down).sum(), 1e-12);
            assertEquals(Arrays.stream(up).sum(), design.rejects(drift), 1e-15);
            double expected = 0.3 * (up[0] + down[0]) + 0.6 * (up[1] + down[1]) + up[2] + down[2];
            assertEquals(expected, design.expectedFraction(drift), 1e-12);
        }
        assertEquals(0.025, design.rejects(0), 1e-12);
    }

    /** Drifts for any power, below the level and far above it, too. */
    @Test
    void a_drift_has_its_power() {
        GroupSequential design = GroupSequential.oneSided(new double[] {0.5, 1}, 0.025, EfficacyRule.pocock());
        for (double power : new double[] {1e-6, 0.01, 0.025, 0.5, 0.9, 0.9999}) {
            assertEquals(power, design.rejects(design.driftFor(power)), 1e-12);
        }
        double fixed = 1.959963984540054 + 1.2815515655446004;
        double drift = design.driftFor(0.9);
        assertEquals(drift * drift / (fixed * fixed), design.inflation(0.9), 1e-12);
    }

    /** Beta spent: at each look under the drift with the power, as told; alpha under none. */
    @Test
    void both_errors_are_spent_as_told() {
        double[] t = {0.4, 0.7, 1};
        SpendingFunction spending = SpendingFunction.hwangShihDeCani(-2);
        for (boolean binding : new boolean[] {false, true}) {
            GroupSequential design = GroupSequential.spendingBoth(t, 0.025, spending, 0.2, spending, binding);
            double[] stops = design.stopsBelowAt(design.driftFor(0.8));
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                sum += stops[k];
                assertEquals(spending.spent(t[k], 0.2), sum, 1e-11);
            }
            assertEquals(design.critical(3), design.futility(3));
            assertEquals(binding, design.isBinding());
            assertEquals(binding, Math.abs(design.rejects(0) - 0.025) < 1e-11);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> GroupSequential.spendingBoth(t, 0.025, spending, 0.98, spending, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> GroupSequential.spendingBoth(t, 0.025, spending, 0, spending, true));
        assertThrows(IllegalArgumentException.class, () -> GroupSequential.oneSided(t, 0.025, EfficacyRule.pocock())
                .driftFor(1));
    }
}
