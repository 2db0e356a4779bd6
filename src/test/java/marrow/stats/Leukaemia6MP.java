package marrow.stats;

import java.util.Arrays;
import marrow.stats.survival.SurvivalSample;

/**
 * Weeks of remission under placebo (group 0) and 6-mercaptopurine (group 1): Freireich et al., Blood 1963;21:699. With
 * the logarithm of the white-cell count as in Kleinbaum and Klein, Survival Analysis: A Self-Learning Text.
 */
public final class Leukaemia6MP {
    private static final double[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
    private static final double[] TREATED = {
        6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35
    };

    private static final double[] PLACEBO_LOG_WHITE_CELLS = {
        2.80, 5.00, 4.91, 4.48, 4.01, 4.36, 2.42, 3.49, 3.97, 3.52, 3.05, 2.32, 3.26, 3.49, 2.12, 1.50, 3.06, 2.30,
        2.95, 2.73, 1.97
    };
    private static final double[] TREATED_LOG_WHITE_CELLS = {
        2.31, 4.06, 3.28, 4.43, 2.96, 2.88, 3.60, 2.32, 2.57, 3.20, 2.80, 2.70, 2.60, 2.16, 2.05, 2.01, 1.78, 2.20,
        2.53, 1.47, 1.45
    };

    private Leukaemia6MP() {}

    public static int[] group() {
        int[] group = new int[42];
        Arrays.fill(group, 21, 42, 1);
        return group;
    }

    /** The group as a covariate. */
    public static double[][] treated() {
        return new double[][] {Arrays.stream(group()).asDoubleStream().toArray()};
    }

    public static double[] logWhiteCells() {
        return join(PLACEBO_LOG_WHITE_CELLS, TREATED_LOG_WHITE_CELLS);
    }

    public static SurvivalSample sample() {
        double[] time = join(PLACEBO, TREATED);
        int[] status = new int[42];
        Arrays.fill(status, 0, 21 + 9, 1);
        return SurvivalSample.of(time, status);
    }

    private static double[] join(double[] placebo, double[] treated) {
        double[] both = Arrays.copyOf(placebo, 42);
        System.arraycopy(treated, 0, both, 21, 21);
        return both;
    }
}
