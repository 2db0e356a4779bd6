package marrow.stats.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.Gaussian;
import org.junit.jupiter.api.Test;

class ConditionalPowerTest {
    private static final RTable TABLE = RTable.read("sequential-outcome.csv.gz");

    /**
     * R carries predictive power along the law of what is to come; here conditional power is averaged over drifts. rpact
     * stops at futility bounds to come even if they do not bind.
     */
    @Test
    void on_the_way_of_random_studies_as_integrated_in_r() {
        int compared = 0;
        int rpact = 0;
        for (int row = 0; row < TABLE.size(); row++) {
            if (!Double.isNaN(TABLE.number(row, "look"))) {
                ConditionalPower power = ConditionalPower.after(
                        SequentialOutcomeTest.design(TABLE, row),
                        (int) TABLE.number(row, "look"),
                        TABLE.number(row, "z_look"));
                String what = TABLE.line(row);
                double conditional = power.under(TABLE.number(row, "drift"));
                double[] prior = TABLE.numbers(row, "prior");
                if (!Double.isNaN(TABLE.number(row, "conditional"))) {
                    SameAsR.pValue(TABLE.number(row, "conditional"), conditional, what);
                    SameAsR.pValue(TABLE.number(row, "predictive"), power.predictive(), what);
                    SameAsR.pValue(TABLE.number(row, "informed"), power.predictive(prior[0], prior[1]), what);
                    compared++;
                }
                if (!Double.isNaN(TABLE.number(row, "rpact_conditional"))) {
                    GroupSequential stopping = SequentialOutcomeTest.design(TABLE, row, true);
                    double stops = ConditionalPower.after(
                                    stopping, (int) TABLE.number(row, "look"), TABLE.number(row, "z_look"))
                            .under(TABLE.number(row, "drift"));
                    SameAsR.within(1e-6, TABLE.number(row, "rpact_conditional"), stops, what);
                    rpact++;
                }
            }
        }
        assertTrue(compared > 150, compared + " studies");
        assertTrue(rpact > 300, rpact + " by rpact");
    }

    /** One look left: both have a formula. */
    @Test
    void one_look_left() {
        GroupSequential design = GroupSequential.oneSided(new double[] {0.4, 1}, 0.025, EfficacyRule.oBrienFleming());
        double c = design.critical(2);
        ConditionalPower power = ConditionalPower.after(design, 1, 1.1);
        double left = Math.sqrt(0.6);
        assertEquals(Gaussian.upperTail((c - 1.1 * Math.sqrt(0.4)) / left - 3 * left), power.under(3), 1e-14);
        assertEquals(power.under(1.1 / Math.sqrt(0.4)), power.underTrend());
        assertEquals(Gaussian.lowerTail((1.1 - c * Math.sqrt(0.4)) / left), power.predictive(), 1e-13);
    }

    /** A prior that knows all is a drift. */
    @Test
    void a_sharp_prior_is_a_drift() {
        GroupSequential design = GroupSequential.oneSided(new double[] {0.3, 0.6, 1}, 0.025, EfficacyRule.pocock());
        ConditionalPower power = ConditionalPower.after(design, 1, 0.7);
        assertEquals(power.under(2.2), power.predictive(2.2, 1e12), 1e-10);
        assertTrue(power.under(4) > power.under(2));
    }

    @Test
    void refusals() {
        GroupSequential design = GroupSequential.oneSided(new double[] {0.5, 1}, 0.025, EfficacyRule.pocock());
        assertThrows(IllegalArgumentException.class, () -> ConditionalPower.after(design, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> ConditionalPower.after(design, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> ConditionalPower.after(design, 1, Double.NaN));
        ConditionalPower power = ConditionalPower.after(design, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> power.under(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> power.predictive(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> power.predictive(1, -1));
    }
}
