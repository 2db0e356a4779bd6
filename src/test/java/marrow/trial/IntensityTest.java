package marrow.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class IntensityTest {
    private static final double[] DAYS = {0, 30, 60, 90, 100};
    private static final double[] RATES = {0, 0.5, 0, 2, 0.25};

    /** The integral of a rate by the midpoint rule, with a million steps. */
    private static double expectedBy(double day, DoubleUnaryOperator rate) {
        int steps = 1_000_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += rate.applyAsDouble((i + 0.5) / steps * day);
        }
        return sum / steps * day;
    }

    private static double stepAt(double day) {
        int i = DAYS.length - 1;
        while (DAYS[i] > day) {
            i--;
        }
        return RATES[i];
    }

    @Test
    void the_day_of_a_number_is_the_one_by_which_the_integral_reaches_it() {
        Intensity steps = Intensity.steps(DAYS, RATES);
        Intensity ramp = Intensity.ramp(90, 2);
        for (double number : new double[] {0.01, 3, 14.9, 15.1, 34, 35.5, 60, 200}) {
            // A jump of at most 2 a day within one step of the rule, which is day / 1e6 long.
            assertEquals(number, expectedBy(steps.dayOf(number), IntensityTest::stepAt), 2e-3, "steps, " + number);
            assertEquals(
                    number,
                    expectedBy(ramp.dayOf(number), day -> day < 90 ? 2 * day / 90 : 2),
                    1e-6,
                    "ramp, " + number);
        }
    }

    @Test
    void nobody_comes_while_the_rate_is_zero() {
        Intensity steps = Intensity.steps(DAYS, RATES);
        assertEquals(60, steps.dayOf(15));
        assertEquals(90, steps.dayOf(Math.nextUp(15.0)), 1e-12);
        for (int i = 1; i <= 100_000; i++) {
            double day = steps.dayOf(i * 0.0005);
            assertTrue((day > 30 && day <= 60) || day >= 90, "on day " + day);
        }
    }

    @Test
    void worked_by_hand() {
        Intensity steps = Intensity.steps(new double[] {0, 10}, new double[] {1, 2});
        assertEquals(0, steps.dayOf(0));
        assertEquals(5, steps.dayOf(5));
        assertEquals(10, steps.dayOf(10));
        assertEquals(11, steps.dayOf(12));
        assertEquals(505, steps.dayOf(1000));
        Intensity ramp = Intensity.ramp(100, 0.5);
        assertEquals(20, ramp.dayOf(1));
        assertEquals(100, ramp.dayOf(25));
        assertEquals(102, ramp.dayOf(26));
    }

    @Test
    void days_never_fall_not_even_by_rounding() {
        Intensity uneven = Intensity.steps(new double[] {0, 0.1, 0.3, 1.7}, new double[] {1e6, 1.0 / 3, 0.7, 1e5});
        Intensity ramp = Intensity.ramp(0.3, 1e4);
        double last = 0;
        double lastOfRamp = 0;
        for (int i = 0; i < 400_000; i++) {
            double number = i * 0.3 + (i % 7) * 1e-12;
            assertTrue(uneven.dayOf(number) >= last && ramp.dayOf(number) >= lastOfRamp, "at " + number);
            last = uneven.dayOf(number);
            lastOfRamp = ramp.dayOf(number);
        }
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> Intensity.steps(new double[] {}, new double[] {}));
        refuse("the last rate must be positive and finite, not 0.0", new double[] {0, 10}, 1, 0);
        refuse("rate must be finite and not negative, not NaN", new double[] {0, 10}, Double.NaN, 1);
        refuse("the first period begins on day 0", new double[] {1, 10}, 1, 1);
        refuse("each period has a rate, but there are 2 periods and 3 rates", new double[] {0, 10}, 1, 1, 1);
        refuse(
                "the start of a period must be below that of the next, but 10.0 is not below 10.0",
                new double[] {0, 10, 10},
                1,
                1,
                1);
        assertThrows(IllegalArgumentException.class, () -> Intensity.ramp(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Intensity.ramp(1, Double.POSITIVE_INFINITY));
    }

    private static void refuse(String message, double[] days, double... rates) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Intensity.steps(days, rates))
                        .getMessage());
    }
}
