package marrow.stats;

import java.util.Arrays;
import marrow.stats.survival.SurvivalSample;

/** Weeks of remission under placebo (group 0) and 6-mercaptopurine (group 1): Freireich et al., Blood 1963;21:699. */
public final class Leukaemia6MP {
    private static final double[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
    private static final double[] TREATED = {
        6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35
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

    public static SurvivalSample sample() {
        double[] time = Arrays.copyOf(PLACEBO, 42);
        System.arraycopy(TREATED, 0, time, 21, 21);
        int[] status = new int[42];
        Arrays.fill(status, 0, 21 + 9, 1);
        return SurvivalSample.of(time, status);
    }
}
