package marrow.dist;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The root of a rising function: steps that double from a start until the sign changes, then Brent's method to the last
 * digits. All unknowns of this package are logarithms or logits, so a root lies within a few hundred of 0.
 */
final class RisingRoot {
    private static final double FIRST_STEP = 0.5;
    private static final double FARTHEST = 5000; // from the start: beyond any double's logarithm over a shape of 0.15
    private static final double ACCURACY = 1e-15; // of the root, relative and absolute
    private static final double LARGEST = 1e100; // for an infinite value, which would break Brent's method

    private RisingRoot() {}

    static double find(DoubleUnaryOperator f, double start) {
        return find(f, start, FARTHEST);
    }

    /** The root within {@code farthest} of the start, or NaN when the sign does not change there. */
    static double find(DoubleUnaryOperator f, double start, double farthest) {
        UnivariateFunction g = x -> Math.max(-LARGEST, Math.min(LARGEST, f.applyAsDouble(x)));
        double value = g.value(start);
        if (value == 0) {
            return start;
        }
        double direction = value < 0 ? 1 : -1;
        double near = start;
        for (double step = FIRST_STEP; near != start + direction * farthest; step *= 2) {
            double far = start + direction * Math.min(farthest, Math.abs(near - start) + step);
            double farValue = g.value(far);
            if (farValue == 0) {
                return far;
            }
            if (farValue * direction > 0) {
                return new BrentSolver(ACCURACY, ACCURACY, 0).solve(1000, g, Math.min(near, far), Math.max(near, far));
            }
            near = far;
        }
        return Double.NaN;
    }
}
