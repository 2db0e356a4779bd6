package marrow.design.sketch;

import java.util.Arrays;

/**
 * How a number varies over trials: the quantiles at 2.5, 25, 50, 75 and 97.5 % of those trials that have it, each between order
 * statistics as in R's type 7. All NaN where no trial has it.
 *
 * @param trials that have it
 */
public record Spread(int trials, double low, double lowerQuartile, double median, double upperQuartile, double high) {
    /** The spread of these values, NaN left out. */
    public static Spread of(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return new Spread(
                sorted.length,
                quantile(sorted, 0.025),
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                quantile(sorted, 0.975));
    }

    private static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = p * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
