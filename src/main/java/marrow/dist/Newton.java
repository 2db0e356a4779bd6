package marrow.dist;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Newton's method for as many equations as unknowns, f(y) = 0, with slopes by finite differences. The unknowns are
 * logarithms. It is meant for the neighbourhood of a solution: it gives up at a long step, and at the first that does
 * not halve the largest |f|.
 */
final class Newton {
    private static final double DIFFERENCE = 1e-6; // of an unknown, for its slope
    private static final double LONGEST_STEP = 3; // of an unknown; a longer one leads out of the neighbourhood

    private Newton() {}

    /** A y with every |f| at most {@code tolerance}, or nothing. */
    static Optional<double[]> solve(UnaryOperator<double[]> f, double[] start, double tolerance) {
        double[] y = start.clone();
        double[] value = f.apply(y);
        while (largest(value) > tolerance) {
            double[] step = step(slopes(f, y, value), value);
            if (!(largest(step) <= LONGEST_STEP)) {
                return Optional.empty();
            }
            for (int i = 0; i < y.length; i++) {
                y[i] -= step[i];
            }
            double[] next = f.apply(y);
            if (!(largest(next) <= 0.5 * largest(value))) {
                return Optional.empty();
            }
            value = next;
        }
        return Optional.of(y);
    }

    /** The step to where the tangents meet 0; endless where they do not. */
    private static double[] step(RealMatrix slopes, double[] value) {
        try {
            return new LUDecomposition(slopes)
                    .getSolver()
                    .solve(new ArrayRealVector(value))
                    .toArray();
        } catch (SingularMatrixException flat) {
            return new double[] {Double.POSITIVE_INFINITY};
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value)); // NaN stays NaN
        }
        return largest;
    }

    private static RealMatrix slopes(UnaryOperator<double[]> f, double[] y, double[] value) {
        RealMatrix slopes = new Array2DRowRealMatrix(y.length, y.length);
        for (int j = 0; j < y.length; j++) {
            double[] moved = y.clone();
            moved[j] += DIFFERENCE;
            double[] there = f.apply(moved);
            for (int i = 0; i < y.length; i++) {
                slopes.setEntry(i, j, (there[i] - value[i]) / DIFFERENCE);
            }
        }
        return slopes;
    }
}
