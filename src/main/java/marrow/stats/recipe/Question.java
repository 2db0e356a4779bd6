package marrow.stats.recipe;

import java.util.ArrayList;
import java.util.List;

/** What a sample size was asked for: p0 against p1, one-sided, with a power. */
record Question(double p0, double p1, double alpha, double power) {
    private static final int STEP = 5; // percent
    private static final int LOWEST_P0 = 20;
    private static final int HIGHEST_P1 = 95;
    private static final int SMALLEST_DIFFERENCE = 10;
    private static final int LARGEST_DIFFERENCE = 30;

    /**
     * The questions that are usual: p0 from 20 %, p1 to 95 %, 10 to 30 points between them, in steps of 5; with these
     * levels and powers.
     */
    static List<Question> grid(List<Double> alphas, List<Double> powers) {
        List<Question> grid = new ArrayList<>();
        for (int p0 = LOWEST_P0; p0 + SMALLEST_DIFFERENCE <= HIGHEST_P1; p0 += STEP) {
            int last = Math.min(HIGHEST_P1, p0 + LARGEST_DIFFERENCE);
            for (int p1 = p0 + SMALLEST_DIFFERENCE; p1 <= last; p1 += STEP) {
                for (double alpha : alphas) {
                    for (double power : powers) {
                        grid.add(new Question(p0 / 100.0, p1 / 100.0, alpha, power));
                    }
                }
            }
        }
        return grid;
    }
}
