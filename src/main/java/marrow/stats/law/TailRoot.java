package marrow.stats.law;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Where a rising function of a logarithm (or log odds) crosses 0: how quantiles are taken from tails. The bracket widens
 * by doubling from a first guess; the root is good to 1e-15 absolute or relative.
 */
public final class TailRoot {
    private static final double FARTHEST = 700; // exp of more is no number any longer

    private TailRoot() {}

    /** The root, or an end, &plusmn;700, when the function does not change its sign before. */
    public static double find(UnivariateFunction rising, double guess) {
        boolean up = rising.value(guess) < 0;
        double near = guess;
        double far = guess;
        double step = up ? 1 : -1;
        do {
            near = far;
            far = Math.min(Math.max(near + step, -FARTHEST), FARTHEST);
            step *= 2;
            if (Math.abs(near) == FARTHEST) {
                return near;
            }
        } while (rising.value(far) < 0 == up);
        return new BracketingNthOrderBrentSolver(1e-15, 1e-15, 0, 5)
                .solve(1000, y -> Math.max(rising.value(y), -1e6), Math.min(near, far), Math.max(near, far));
    }
}
