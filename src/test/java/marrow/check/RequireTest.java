package marrow.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Each check lets its edge pass or not, refuses NaN, gives back the value and names it. */
class RequireTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double LEAST = Double.MIN_VALUE;
    private static final double MOST = Double.MAX_VALUE;
    private static final double BELOW_ONE = Math.nextDown(1.0);
    private static final double ABOVE_ONE = Math.nextUp(1.0);

    private static void passes(DoubleUnaryOperator check, double... values) {
        for (double value : values) {
            assertEquals(value, check.applyAsDouble(value));
        }
    }

    private static void refuses(String complaint, DoubleUnaryOperator check, double... values) {
        for (double value : values) {
            refused(complaint + value, () -> assertEquals(value, check.applyAsDouble(value)));
        }
    }

    private static void refused(String message, Runnable check) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, check::run).getMessage());
    }

    @Test
    void a_number_is_told_with_its_thing() {
        assertEquals("1 patient", Tally.of(1, "patient"));
        assertEquals("0 patients", Tally.of(0, "patient"));
        assertEquals("12 patients", Tally.of(12, "patient"));
    }

    @Test
    void a_finite_number() {
        DoubleUnaryOperator check = x -> Require.finite(x, "shift");
        passes(check, -MOST, -1, 0, LEAST, MOST);
        refuses("shift must be a finite number, not ", check, Double.NaN, INFINITY, -INFINITY);
    }

    @Test
    void a_positive_number() {
        DoubleUnaryOperator check = x -> Require.positive(x, "rate");
        passes(check, LEAST, 1, MOST);
        refuses("rate must be positive and finite, not ", check, 0, -0.0, -1, Double.NaN, INFINITY);
    }

    @Test
    void a_number_that_is_not_negative() {
        DoubleUnaryOperator check = x -> Require.notNegative(x, "time");
        passes(check, 0, LEAST, MOST);
        refuses("time must be finite and not negative, not ", check, -LEAST, Double.NaN, INFINITY);
    }

    @Test
    void a_probability() {
        DoubleUnaryOperator check = x -> Require.probability(x, "p");
        passes(check, 0, LEAST, BELOW_ONE, 1);
        refuses("p must lie between 0 and 1, not ", check, -LEAST, ABOVE_ONE, Double.NaN);
    }

    @Test
    void an_open_probability() {
        DoubleUnaryOperator check = x -> Require.openProbability(x, "p");
        passes(check, LEAST, BELOW_ONE);
        refuses("p must lie strictly between 0 and 1, not ", check, 0, 1, ABOVE_ONE, Double.NaN);
    }

    @Test
    void two_numbers_in_rising_order() {
        Require.rising(-1, BELOW_ONE, "from", "to");
        refused("from must be below to, but 1.0 is not below 1.0", () -> Require.rising(1, 1, "from", "to"));
        refused("from must be below to, but 2.0 is not below 1.0", () -> Require.rising(2, 1, "from", "to"));
        refused("from must be a finite number, not -Infinity", () -> Require.rising(-INFINITY, 1, "from", "to"));
        refused("to must be a finite number, not Infinity", () -> Require.rising(1, INFINITY, "from", "to"));
    }

    @Test
    void two_quantiles() {
        Require.quantiles(0.25, 3, 0.75, 5);
        refused("p1 must lie strictly between 0 and 1, not 0.0", () -> Require.quantiles(0, 3, 0.75, 5));
        refused("p2 must lie strictly between 0 and 1, not 1.0", () -> Require.quantiles(0.25, 3, 1, 5));
        refused("p1 must be below p2, but 0.5 is not below 0.5", () -> Require.quantiles(0.5, 3, 0.5, 5));
        refused("x1 must be below x2, but 5.0 is not below 5.0", () -> Require.quantiles(0.25, 5, 0.75, 5));
    }

    @Test
    void a_whole_number_between_two_others() {
        for (int value = 2; value <= 4; value++) {
            assertEquals(value, Require.between(value, 2, 4, "causes"));
        }
        refused("causes must lie between 2 and 4, not 1", () -> Require.between(1, 2, 4, "causes"));
        refused("causes must lie between 2 and 4, not 5", () -> Require.between(5, 2, 4, "causes"));
    }

    @Test
    void a_whole_number_from_another_on() {
        assertEquals(2, Require.atLeast(2, 2, "looks"));
        assertEquals(9, Require.atLeast(9, 2, "looks"));
        refused("looks must be at least 2, not 1", () -> Require.atLeast(1, 2, "looks"));
    }

    @Test
    void cells_of_a_table() {
        Require.counts();
        Require.counts(0, 7, Integer.MAX_VALUE);
        refused("a count must lie between 0 and 2147483647, not -1", () -> Require.counts(3, -1));
    }

    @Test
    void values_that_rise_from_zero() {
        Require.risingFromZero(new double[] {LEAST, 1, MOST}, "cuts");
        refused("cuts must be positive and rise, but 0.0 follows 0.0", () -> rising(0));
        refused("cuts must be positive and rise, but 2.0 follows 2.0", () -> rising(1, 2, 2));
        refused("cuts must be positive and rise, but NaN follows 1.0", () -> rising(1, Double.NaN));
        refused("cuts must be positive and rise, but Infinity follows 1.0", () -> rising(1, INFINITY));
    }

    private static void rising(double... values) {
        Require.risingFromZero(values, "cuts");
    }

    @Test
    void a_value_for_each_subject() {
        Require.covers(0, 0, "time");
        Require.covers(3, 3, "time");
        Require.covers(4, 3, "time");
        refused("time has 2 values for 3 subjects", () -> Require.covers(2, 3, "time"));
        refused("time has 2 values for -1 subjects", () -> Require.covers(2, -1, "time"));
    }
}
