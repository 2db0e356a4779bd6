package marrow.stats.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.Gaussian;
import org.junit.jupiter.api.Test;

class SequentialOutcomeTest {
    private static final RTable TABLE = RTable.read("sequential-outcome.csv.gz");
    private static final double[] SOLVED_FOR = {0.5, 0.025, 0.975}; // estimate, lower and upper limit

    /** The design of a row, with R's critical values, so that what comes after is compared alone. */
    static GroupSequential design(RTable table, int row) {
        return design(table, row, table.text(row, "binding").equals("TRUE"));
    }

    static GroupSequential design(RTable table, int row, boolean binding) {
        double[] t = table.numbers(row, "rates");
        double[] critical = table.numbers(row, "critical");
        boolean twoSided = table.number(row, "sided") == 2;
        double[] futility = new double[t.length];
        Arrays.fill(futility, Double.NEGATIVE_INFINITY);
        double[] bounds = table.numbers(row, "futility");
        for (int k = 0; k < t.length - 1; k++) {
            futility[k] = twoSided ? -critical[k] : Double.isNaN(bounds[0]) ? futility[k] : bounds[k];
        }
        int last = t.length - 1;
        futility[last] = twoSided ? -critical[last] : critical[last];
        return new GroupSequential(t, 0.025, critical, futility, twoSided, twoSided || binding);
    }

    @Test
    void after_250_random_studies_as_integrated_in_r() {
        int compared = 0;
        for (int row = 0; row < TABLE.size(); row++) {
            if (!Double.isNaN(TABLE.number(row, "p"))) {
                SequentialOutcome outcome = outcome(row);
                String what = TABLE.line(row);
                double[] interval = TABLE.numbers(row, "interval");
                SameAsR.pValue(TABLE.number(row, "p"), outcome.pValue(), what);
                for (int i = 0; i < 3; i++) { // R's root has the error of its sum, 1e-11, over the slope there
                    SameAsR.pValue(SOLVED_FOR[i], outcome.exceeds(interval[i]), what);
                }
                assertEquals(0.5, outcome.exceeds(outcome.medianUnbiasedEstimate()), 1e-13, what);
                assertEquals(0.025, outcome.exceeds(outcome.lower(0.95)), 1e-13, what);
                assertEquals(0.975, outcome.exceeds(outcome.upper(0.95)), 1e-13, what);
                compared++;
            }
        }
        assertEquals(250, compared);
    }

    /** Looks that came as they were planned, with the bounds of the plan. */
    @Test
    void what_was_observed_says_what_was_planned() {
        double[] fractions = {0.3, 0.7, 1};
        for (boolean twoSided : new boolean[] {false, true}) {
            GroupSequential design = twoSided
                    ? GroupSequential.twoSided(fractions, 0.025, EfficacyRule.pocock())
                    : GroupSequential.oneSided(fractions, 0.025, EfficacyRule.pocock());
            SpendingPlan plan =
                    new SpendingPlan(0.025, twoSided, SpendingFunction.atTheEnd(), FutilityRule.none(), false);
            for (int look = 1; look <= 3; look++) {
                double[] critical = new double[look];
                double[] futility = new double[look];
                Arrays.fill(futility, Double.NEGATIVE_INFINITY);
                for (int k = 0; k < look; k++) {
                    critical[k] = design.critical(k + 1);
                }
                double z = design.critical(look) + 0.1;
                SequentialOutcome observed =
                        SequentialOutcome.observed(plan, Arrays.copyOf(fractions, look), critical, futility, z);
                SequentialOutcome planned = SequentialOutcome.of(design, look, z);
                String what = (twoSided ? "two sides, look " : "one side, look ") + look;
                assertEquals(planned.pValue(), observed.pValue(), 1e-12, what);
                assertEquals(planned.medianUnbiasedEstimate(), observed.medianUnbiasedEstimate(), 1e-9, what);
                assertEquals(planned.lower(0.95), observed.lower(0.95), 1e-9, what);
            }
        }
    }

    /** Where futility binds, who was given up before cannot have come to the last look; where it does not, everybody may have. */
    @Test
    void observed_futility_counts_where_it_binds() {
        double[] fractions = {0.3, 0.7, 1};
        double[] critical = {2.3, 2.3, 2.2};
        double[] futility = {0.2, 0.9, Double.NEGATIVE_INFINITY};
        double[] p = new double[2];
        for (boolean binding : new boolean[] {false, true}) {
            SpendingPlan plan =
                    new SpendingPlan(0.025, false, SpendingFunction.atTheEnd(), FutilityRule.bounds(0.2, 0.9), binding);
            GroupSequential planned = new GroupSequential(fractions, 0.025, critical, futility, false, binding);
            SequentialOutcome observed = SequentialOutcome.observed(plan, fractions, critical, futility, 1.9);
            p[binding ? 1 : 0] = observed.pValue();
            assertEquals(SequentialOutcome.of(planned, 3, 1.9).pValue(), observed.pValue(), 1e-12);
        }
        assertTrue(p[1] < p[0] - 1e-3, Arrays.toString(p));
    }

    /** A Z that lies on a bound has crossed it; bounds that meet before the end leave no way to go on. */
    @Test
    void a_bound_is_crossed_where_it_is_met() {
        GroupSequential design = GroupSequential.oneSided(
                new double[] {0.5, 1}, 0.025, EfficacyRule.pocock(), new double[] {0.3}, false);
        double upper = Gaussian.upperTail(design.critical(1));
        assertEquals(upper, SequentialOutcome.of(design, 1, design.critical(1)).pValue(), 1e-15);
        assertEquals(
                Gaussian.upperTail(0.3), SequentialOutcome.of(design, 1, 0.3).pValue(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> SequentialOutcome.of(design, 1, Math.nextUp(0.3)));
        assertThrows(
                IllegalArgumentException.class,
                () -> GroupSequential.oneSided(
                        new double[] {0.5, 1}, 0.025, EfficacyRule.pocock(), new double[] {design.critical(1)}, false));
    }

    /** rpact: 91 points of integration, so 1e-6. It has no answer after a stop for futility and, for two sides, takes
     * studies to go on below the lower bound. */
    @Test
    void as_by_rpact() {
        int compared = 0;
        for (int row = 0; row < TABLE.size(); row++) {
            if (!Double.isNaN(TABLE.number(row, "rpact_p"))) {
                SequentialOutcome outcome = outcome(row);
                String what = TABLE.line(row);
                double[] interval = TABLE.numbers(row, "rpact_interval");
                SameAsR.within(1e-6, TABLE.number(row, "rpact_p"), outcome.pValue(), what);
                SameAsR.within(1e-6, interval[0], outcome.medianUnbiasedEstimate(), what);
                SameAsR.within(1e-6, interval[1], outcome.lower(0.95), what);
                SameAsR.within(1e-6, interval[2], outcome.upper(0.95), what);
                compared++;
            }
        }
        assertTrue(compared > 650, compared + " outcomes");
    }

    private static SequentialOutcome outcome(int row) {
        double[] z = TABLE.numbers(row, "z");
        return SequentialOutcome.of(design(TABLE, row), z.length, z[z.length - 1]);
    }

    /**
     * The interval covers the drift with the chance it says and the estimate lies above it half of the time, in 20,000
     * studies each; the p-value is uniform under no drift. Each of the 16 assertions fails by chance for one seed of
     * 1e5 (4.4 standard errors).
     */
    @Test
    void what_is_promised_of_many_studies() {
        double[] t = {0.3, 0.6, 1};
        EfficacyRule rule = EfficacyRule.spending(SpendingFunction.oBrienFleming());
        GroupSequential binding = GroupSequential.oneSided(t, 0.025, rule, new double[] {0, 0.6}, true);
        GroupSequential both = GroupSequential.twoSided(t, 0.05, EfficacyRule.pocock());
        SplittableRandom random = new SplittableRandom(19);
        int studies = 20_000;
        for (GroupSequential design : new GroupSequential[] {binding, both}) {
            for (double drift : new double[] {0, 2.5}) {
                int below = 0;
                int[] rejected = new int[3];
                for (int i = 0; i < studies; i++) {
                    int look = 0;
                    double sum = 0;
                    double z;
                    do {
                        double step = t[look] - (look == 0 ? 0 : t[look - 1]);
                        sum += drift * step
                                + Math.sqrt(step) * Gaussian.upperQuantile(random.nextDouble(1e-12, 1 - 1e-12));
                        z = sum / Math.sqrt(t[look]);
                        look++;
                    } while (look < 3 && z < design.critical(look) && z > design.futility(look));
                    SequentialOutcome outcome = SequentialOutcome.of(design, look, z);
                    double p = outcome.exceeds(drift);
                    below += p < 0.5 ? 1 : 0;
                    rejected[0] += p < 0.025 ? 1 : 0;
                    rejected[1] += p > 0.975 ? 1 : 0;
                    rejected[2] += p < 0.1 ? 1 : 0;
                }
                near(0.5, below, studies);
                near(0.025, rejected[0], studies);
                near(0.025, rejected[1], studies);
                near(0.1, rejected[2], studies);
            }
        }
    }

    private static void near(double chance, int count, int studies) {
        assertEquals(chance, count / (double) studies, 4.4 * Math.sqrt(chance * (1 - chance) / studies));
    }

    /** One look: the fixed test. */
    @Test
    void one_look() {
        GroupSequential design = GroupSequential.oneSided(new double[] {1}, 0.025, EfficacyRule.pocock());
        SequentialOutcome outcome = SequentialOutcome.of(design, 1, 1.2);
        assertEquals(Gaussian.upperTail(1.2), outcome.pValue());
        assertEquals(1.2, outcome.medianUnbiasedEstimate(), 1e-12);
        assertEquals(1.2 - 1.959963984540054, outcome.lower(0.95), 1e-12);
        assertEquals(1.2 + 1.959963984540054, outcome.upper(0.95), 1e-12);
    }

    /** At the edge of rejection at the last look, p is alpha where futility binds. */
    @Test
    void p_value_and_test_agree() {
        double[] t = {0.4, 0.7, 1};
        EfficacyRule rule = EfficacyRule.wangTsiatis(0.25);
        GroupSequential binding = GroupSequential.oneSided(t, 0.025, rule, new double[] {-0.2, 0.5}, true);
        GroupSequential free = GroupSequential.oneSided(t, 0.025, rule, new double[] {-0.2, 0.5}, false);
        GroupSequential both = GroupSequential.twoSided(t, 0.05, rule);
        for (GroupSequential design : new GroupSequential[] {binding, free}) {
            assertEquals(
                    0.025, SequentialOutcome.of(design, 3, design.critical(3)).pValue(), 1e-12);
        }
        assertEquals(0.05, SequentialOutcome.of(both, 3, both.critical(3)).pValue(), 1e-12);
        assertEquals(0.05, SequentialOutcome.of(both, 3, -both.critical(3)).pValue(), 1e-12);
    }

    /** To reject at look 1 outranks whatever Z is at look 2, so a far Z there moves the lower limit no more. */
    @Test
    void far_out() {
        GroupSequential design = GroupSequential.oneSided(new double[] {0.1, 1}, 0.025, EfficacyRule.pocock());
        SequentialOutcome far = SequentialOutcome.of(design, 2, 30);
        double earlier = (design.critical(1) - Gaussian.upperQuantile(0.005)) / Math.sqrt(0.1); // all that counts
        assertEquals(earlier, far.lower(0.99), 1e-9);
        assertTrue(SequentialOutcome.of(design, 1, 30).pValue() < 1e-190);
        assertTrue(SequentialOutcome.of(design, 2, -30).upper(0.99) < -20);
    }

    @Test
    void refusals() {
        GroupSequential design =
                GroupSequential.oneSided(new double[] {0.5, 1}, 0.025, EfficacyRule.pocock(), new double[] {0}, true);
        assertThrows(IllegalArgumentException.class, () -> SequentialOutcome.of(design, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> SequentialOutcome.of(design, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> SequentialOutcome.of(design, 3, 3));
        assertThrows(IllegalArgumentException.class, () -> SequentialOutcome.of(design, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> SequentialOutcome.of(design, 2, 1)
                .lower(1));
    }
}
