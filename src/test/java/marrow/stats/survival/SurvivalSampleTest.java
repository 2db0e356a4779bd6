package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SurvivalSampleTest {
    private static final SurvivalSample TWO = SurvivalSample.of(new double[] {1, 2}, new int[] {1, 0});

    @Test
    void columns_are_as_long_as_each_other() {
        assertEquals(2, TWO.size());
        refused("status has 1 values for 2 subjects", () -> SurvivalSample.of(new double[2], new int[1]));
        refused("entry has 3 values for 2 subjects", () -> TWO.enteredAt(new double[3]));
        refused("weight has 0 values for 2 subjects", () -> TWO.weighted(new double[0]));
    }

    @Test
    void entry_and_weight_leave_each_other_alone() {
        SurvivalSample both = TWO.enteredAt(new double[] {0.1, 0.2}).weighted(new double[] {3, 4});
        assertEquals(0.2, both.entry()[1]);
        assertEquals(4, both.weight()[1]);
        assertEquals(0.2, both.enteredAt(new double[] {0, 0.2}).entry()[1]);
        assertEquals(4, both.enteredAt(new double[] {0, 0.2}).weight()[1]);
    }

    @Test
    void a_column_that_is_asked_for_is_there() {
        assertThrows(NullPointerException.class, () -> SurvivalSample.of(null, new int[0]));
        assertThrows(NullPointerException.class, () -> SurvivalSample.of(new double[0], null));
        assertThrows(NullPointerException.class, () -> TWO.enteredAt(null));
        assertThrows(NullPointerException.class, () -> TWO.weighted(null));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
