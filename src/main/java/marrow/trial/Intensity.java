package marrow.trial;

import marrow.check.Require;

/**
 * How many patients a day come, over calendar time: straight pieces, of which the last goes on for ever at the rate at
 * its start. With L(t) the number expected by day t, the patients of a Poisson process come at L^-1 of the sums of unit
 * exponentials.
 */
public final class Intensity {
    private final double[] from;
    private final double[] rate;
    private final double[] slope;
    private final double[] expected;

    private Intensity(double[] from, double[] rate, double[] slope) {
        this.from = from;
        this.rate = rate;
        this.slope = slope;
        expected = new double[from.length];
        for (int i = 1; i < from.length; i++) {
            double days = from[i] - from[i - 1];
            expected[i] = expected[i - 1] + days * (rate[i - 1] + slope[i - 1] * days / 2);
        }
    }

    /** Constant between the given days, the first of which is 0; the last rate goes on and must be above 0. */
    public static Intensity steps(double[] days, double[] rates) {
        checkDays(days);
        if (rates.length != days.length) {
            throw new IllegalArgumentException(
                    "each period has a rate, but there are " + days.length + " periods and " + rates.length + " rates");
        }
        for (double one : rates) {
            Require.notNegative(one, "rate");
        }
        Require.positive(rates[rates.length - 1], "the last rate");
        return new Intensity(days.clone(), rates.clone(), new double[days.length]);
    }

    /** Rising in a straight line from 0 on day 0 to the full rate after so many days. */
    public static Intensity ramp(double days, double fullRate) {
        Require.positive(days, "ramp");
        Require.positive(fullRate, "rate");
        return new Intensity(new double[] {0, days}, new double[] {0, fullRate}, new double[] {fullRate / days, 0});
    }

    private static void checkDays(double[] days) {
        if (days.length == 0 || days[0] != 0) {
            throw new IllegalArgumentException("the first period begins on day 0");
        }
        for (int i = 1; i < days.length; i++) {
            Require.rising(days[i - 1], days[i], "the start of a period", "that of the next");
        }
    }

    /** L^-1: the day by which this number is expected. */
    double dayOf(double number) {
        int i = from.length - 1;
        while (i > 0 && expected[i] >= number) {
            i--;
        }
        double more = number - expected[i];
        if (more <= 0) {
            return from[i];
        }
        // more = rate d + slope d^2 / 2, solved for d without cancellation
        double days = 2 * more / (rate[i] + Math.sqrt(rate[i] * rate[i] + 2 * slope[i] * more));
        double day = from[i] + days;
        return i + 1 < from.length ? Math.min(day, from[i + 1]) : day;
    }
}
