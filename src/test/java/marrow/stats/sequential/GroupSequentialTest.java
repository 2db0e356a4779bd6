package marrow.stats.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marrow.stats.RTable;
import marrow.stats.law.Gaussian;
import org.junit.jupiter.api.Test;

class GroupSequentialTest {
    private static final RTable TABLE = RTable.read("sequential.csv.gz");

    /**
     * Random designs of all kinds by rpact. It says -6 for no futility bound, and infinity for a critical value with a
     * tail below 1e-13 or so. Two things of it are left to {@link #spent_levels_by_a_plain_simpson_rule}: designs where
     * a look adds less than a tenth of the information, in which the two differ by up to 6e-5, and the value right
     * after an infinite one, by up to 2e-4 at 5.6.
     */
    @Test
    void boundaries_and_characteristics_of_rpact() {
        double[] worst = new double[8];
        int compared = 0;
        for (int row = 0; row < TABLE.size(); row++) {
            GroupSequential design = design(row);
            if (!(shortestStep(design) >= 0.1)) {
                continue;
            }
            compared++;
            double[] critical = TABLE.numbers(row, "critical");
            double[] lower = TABLE.numbers(row, "lower");
            for (int k = 1; k <= design.looks(); k++) {
                if (Double.isInfinite(critical[k - 1])) {
                    assertTrue(design.critical(k) > 7, TABLE.line(row));
                } else if (k == 1 || !Double.isInfinite(critical[k - 2])) {
                    worst(worst, 0, critical[k - 1], design.critical(k));
                }
                if (k < design.looks() && !design.isTwoSided() && !Double.isNaN(lower[0]) && lower[k - 1] > -6) {
                    worst(worst, 1, lower[k - 1], design.futility(k));
                }
            }
            if (compared % 4 != 0) {
                continue; // what follows takes long
            }
            double power = 1 - TABLE.number(row, "beta");
            double drift = design.driftFor(power);
            worst(worst, 2, Math.sqrt(TABLE.number(row, "shift")), drift);
            double inflation = drift * drift / square(fixedDrift(design.alpha(), 1 - power));
            worst(worst, 3, TABLE.number(row, "inflation"), inflation);
            worst(worst, 4, TABLE.number(row, "asn1"), inflation * design.expectedFraction(drift));
            worst(worst, 5, TABLE.number(row, "asn01"), inflation * design.expectedFraction(drift / 2));
            worst(worst, 6, TABLE.number(row, "asn0"), inflation * design.expectedFraction(0));
            double[] rejects = TABLE.numbers(row, "rejects1");
            double[] ours = design.rejectsAt(drift);
            for (int k = 0; k < rejects.length; k++) {
                worst(worst, 7, rejects[k], ours[k]);
            }
        }
        assertTrue(compared > 250, compared + " designs");
        assertTrue(Arrays.stream(worst).allMatch(w -> w <= 1e-6), compared + " designs: " + Arrays.toString(worst));
    }

    private static double fixedDrift(double alpha, double beta) {
        return Gaussian.upperQuantile(alpha) + Gaussian.upperQuantile(beta);
    }

    private static double square(double x) {
        return x * x;
    }

    /** The least part that a look adds to the information it sees. */
    private static double shortestStep(GroupSequential design) {
        double shortest = 1;
        for (int k = 2; k <= design.looks(); k++) {
            shortest = Math.min(shortest, 1 - design.fraction(k - 1) / design.fraction(k));
        }
        return shortest;
    }

    /**
     * The chance to cross each critical value is what was to be spent, by an integration that shares nothing with the
     * one under test: Simpson's rule with 2,001 points between the bounds. Looks lie close together, or begin early.
     */
    @Test
    void spent_levels_by_a_plain_simpson_rule() {
        double none = -9;
        checkSpent(new double[] {0.232, 0.4, 0.689, 0.825, 0.87, 1}, SpendingFunction.pocock(), 0.01, new double[] {
            -0.7, 0.2, 1.1, 1.5, 1.6
        });
        checkSpent(new double[] {0.134, 0.478, 0.641, 1}, SpendingFunction.oBrienFleming(), 0.0025, new double[] {
            none, none, none
        });
        checkSpent(new double[] {0.121, 0.241, 0.835, 1}, SpendingFunction.oBrienFleming(), 0.005, new double[] {
            none, none, none
        });
    }

    private static void checkSpent(double[] t, SpendingFunction spending, double alpha, double[] futility) {
        GroupSequential design = GroupSequential.oneSided(t, alpha, EfficacyRule.spending(spending), futility, true);
        int points = 2001;
        double[] y = null;
        double[] mass = null;
        double before = 0;
        for (int k = 0; k < t.length; k++) {
            double added = k == 0 ? t[0] : t[k] - t[k - 1];
            double crosses = 0;
            if (k == 0) {
                crosses = Gaussian.upperTail(design.critical(1));
            } else {
                for (int i = 0; i < points; i++) {
                    double x = design.critical(k + 1) * Math.sqrt(t[k]) - y[i] * Math.sqrt(t[k - 1]);
                    crosses += mass[i] * Gaussian.upperTail(x / Math.sqrt(added));
                }
            }
            double spent = spending.spent(t[k], alpha);
            assertEquals(spent - before, crosses, 1e-8 * (spent - before), "look " + (k + 1));
            before = spent;
            if (k < t.length - 1) {
                double[] nextY = new double[points];
                double[] nextMass = new double[points];
                double from = futility[k];
                double step = (design.critical(k + 1) - from) / (points - 1);
                for (int i = 0; i < points; i++) {
                    double z = from + i * step;
                    double density = 0;
                    if (k == 0) {
                        density = Gaussian.density(z);
                    } else {
                        for (int j = 0; j < points; j++) {
                            double x = (z * Math.sqrt(t[k]) - y[j] * Math.sqrt(t[k - 1])) / Math.sqrt(added);
                            density += mass[j] * Gaussian.density(x) * Math.sqrt(t[k] / added);
                        }
                    }
                    double weight = i == 0 || i == points - 1 ? 1 : i % 2 == 1 ? 4 : 2;
                    nextY[i] = z;
                    nextMass[i] = weight * step / 3 * density;
                }
                y = nextY;
                mass = nextMass;
            }
        }
    }

    private static void worst(double[] worst, int i, double expected, double value) {
        worst[i] = Math.max(worst[i], Math.abs(value - expected));
    }

    private static GroupSequential design(int row) {
        double[] t = TABLE.numbers(row, "rates");
        double alpha = TABLE.number(row, "alpha");
        if (t.length == 3 && Math.abs(t[0] - 1 / 3.0) < 1e-9) {
            t = new double[] {1 / 3.0, 2 / 3.0, 1};
        }
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
}
