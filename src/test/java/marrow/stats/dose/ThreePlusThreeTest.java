package marrow.stats.dose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ThreePlusThreeTest {
    @Test
    void none_of_three_goes_up_one_treats_three_more_two_end_it() {
        ThreePlusThree rule = ThreePlusThree.of(3, 0);
        assertEquals(1, rule.next(0, new int[] {3, 0, 0}, new int[] {0, 0, 0}));
        assertEquals(0, rule.next(0, new int[] {3, 0, 0}, new int[] {1, 0, 0}));
        assertEquals(1, rule.next(0, new int[] {6, 0, 0}, new int[] {1, 0, 0}));
        assertEquals(DoseRule.NONE, rule.next(0, new int[] {6, 0, 0}, new int[] {2, 0, 0}));
        assertEquals(DoseRule.NONE, rule.next(1, new int[] {3, 3, 0}, new int[] {0, 2, 0}));
        assertEquals(0, rule.recommends(new int[] {3, 3, 0}, new int[] {0, 2, 0}));
        assertEquals(DoseRule.NONE, rule.recommends(new int[] {3, 0, 0}, new int[] {3, 0, 0}));
        assertEquals(DoseRule.NONE, rule.next(2, new int[] {3, 3, 3}, new int[] {0, 0, 0}));
        assertEquals(2, rule.recommends(new int[] {3, 3, 3}, new int[] {0, 0, 0}));
    }

    @Test
    void six_are_treated_at_the_recommended_dose() {
        ThreePlusThree rule = ThreePlusThree.withSix(3, 1);
        assertEquals(1, rule.start());
        assertEquals(0, rule.next(1, new int[] {0, 3, 0}, new int[] {0, 2, 0}));
        assertEquals(0, rule.next(0, new int[] {3, 3, 0}, new int[] {0, 2, 0}));
        assertEquals(DoseRule.NONE, rule.next(0, new int[] {6, 3, 0}, new int[] {1, 2, 0}));
        assertEquals(0, rule.recommends(new int[] {6, 3, 0}, new int[] {1, 2, 0}));
        assertEquals(DoseRule.NONE, rule.recommends(new int[] {6, 3, 0}, new int[] {2, 2, 0}));
        assertEquals(2, rule.next(2, new int[] {0, 3, 3}, new int[] {0, 0, 0})); // the highest: three more
        assertEquals(1, rule.next(2, new int[] {0, 3, 6}, new int[] {0, 0, 2}));
        assertEquals(DoseRule.NONE, rule.recommends(new int[] {0, 3, 0}, new int[] {0, 0, 0})); // three are too few
        assertEquals(18, rule.mostPatients());
        ThreePlusThree three = ThreePlusThree.of(3, 1);
        assertEquals(0, three.next(1, new int[] {0, 3, 0}, new int[] {0, 2, 0})); // never given: three there
        assertEquals(DoseRule.NONE, three.next(0, new int[] {3, 3, 0}, new int[] {0, 2, 0}));
        assertEquals(0, three.recommends(new int[] {3, 3, 0}, new int[] {0, 2, 0}));
    }

    /** Lin and Shih (2001): a dose is left upwards with chance a = (1-p)^3 + 3p(1-p)^2 (1-p)^3. */
    @Test
    void without_six_as_by_the_closed_form() {
        double[] p = {0.05, 0.12, 0.2, 0.3, 0.45};
        ExactEscalation exact = ExactEscalation.of(ThreePlusThree.of(5, 0), p);
        double reached = 1;
        double patients = 0;
        for (int dose = 0; dose < 5; dose++) {
            double none = (1 - p[dose]) * (1 - p[dose]) * (1 - p[dose]);
            double one = 3 * p[dose] * (1 - p[dose]) * (1 - p[dose]);
            double stops = reached * (1 - none - one * none);
            double below = dose == 0 ? exact.recommendsNone() : exact.recommends(dose - 1);
            assertEquals(stops, below, 1e-13);
            assertEquals(reached * (3 + 3 * one), exact.treated(dose), 1e-13);
            patients += exact.treated(dose);
            reached *= none + one * none;
        }
        assertEquals(reached, exact.recommends(4), 1e-13);
        assertEquals(patients, exact.patients(), 1e-12);
    }

    /** One dose: six are seen whatever the first three say, unless two have a toxicity; one of six is tolerated. */
    @Test
    void with_six_as_worked_by_hand() {
        double q = 0.1;
        double none = 0.9 * 0.9 * 0.9;
        double one = 3 * q * 0.81;
        ExactEscalation exact = ExactEscalation.of(ThreePlusThree.withSix(1, 0), q);
        assertEquals(none * (none + one) + one * none, exact.recommends(0), 1e-14);
        assertEquals(3 + 3 * (none + one), exact.patients(), 1e-14);
        assertEquals(q * exact.patients(), exact.toxicities(), 1e-14);
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> ThreePlusThree.of(0, 0));
        assertThrows(IllegalArgumentException.class, () -> ThreePlusThree.of(3, 3));
        ThreePlusThree rule = ThreePlusThree.of(2, 0);
        assertThrows(IllegalArgumentException.class, () -> ExactEscalation.of(rule, 0.1));
        assertThrows(IllegalArgumentException.class, () -> ExactEscalation.of(rule, 0.1, Double.NaN));
    }
}
