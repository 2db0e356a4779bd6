package marrow.stats.comparison;

import java.util.Arrays;
import java.util.stream.IntStream;
import marrow.stats.law.Gaussian;

/**
 * P(max Z_i &gt; c), or P(max |Z_i| &gt; c), of standard normal Z with a given correlation matrix of rank 3 or less,
 * which may be singular. Splits by which component is the largest: given Z_i = z the others lie in a region that grows
 * with z, so the integral over z is closed and one over an angle is left,
 *
 * <pre>
 *   sum_i  Q(c) - 1/(2 pi) int_0^{2 pi} Q(c sqrt(1 + R^2)) / sqrt(1 + R^2) d theta,    c &gt;= 0,
 * </pre>
 *
 * where Q is the upper tail and R(theta) the distance at which the first of the others catches up, from the centre of
 * the plane orthogonal to Z_i; for c &lt; 0 likewise from 0 down. The angle is cut where the leader changes, then
 * bisected until two Gauss rules agree: error about 1e-12, and of that order relative to the tail for c up to 8.
 */
final class NormalMaximum {
    private static final int DIMENSION = 3;
    private static final double SAME = 1e-12;
    private static final double AGREEMENT = 1e-12; // of a rule with the two of its halves, whose error is far smaller
    private static final double[] NODE = {
        0.0950125098376374402, 0.2816035507792589132, 0.4580167776572273863, 0.6178762444026437484,
        0.7554044083550030339, 0.8656312023878317439, 0.9445750230732325761, 0.9894009349916499326
    };
    private static final double[] WEIGHT = {
        0.1894506104550684963, 0.1826034150449235889, 0.1691565193950025382, 0.1495959888165767320,
        0.1246289712555338720, 0.0951585116824927848, 0.0622535239386478929, 0.0271524594117540949
    };

    private final double[][] rows;

    /** The others, seen from one component: unit vectors in the plane, and the distances at which they catch up. */
    private double[] cosine = {};

    private double[] sine = {};
    private double[] distance = {};
    private double c;

    private NormalMaximum(double[][] rows) {
        this.rows = rows;
    }

    /** P(max Z_i &gt; c). */
    static double above(double c, double[][] correlation) {
        return Math.min(1, new NormalMaximum(distinct(factor(correlation), false)).tail(c, 1));
    }

    /** P(max |Z_i| &gt; c), c &gt;= 0. */
    static double beyond(double c, double[][] correlation) {
        double[][] distinct = distinct(factor(correlation), true);
        double[][] both = new double[2 * distinct.length][DIMENSION];
        for (int i = 0; i < distinct.length; i++) {
            for (int d = 0; d < DIMENSION; d++) {
                both[2 * i][d] = distinct[i][d];
                both[2 * i + 1][d] = -distinct[i][d];
            }
        }
        return Math.min(1, 2 * new NormalMaximum(both).tail(c, 2));
    }

    /** Rows L with L L' the correlation, by Cholesky with the largest pivot first. */
    private static double[][] factor(double[][] correlation) {
        int m = correlation.length;
        double[][] l = new double[m][DIMENSION];
        double[] left = new double[m];
        Arrays.fill(left, 1);
        for (int d = 0; ; d++) {
            int pivot = 0;
            for (int i = 1; i < m; i++) {
                pivot = left[i] > left[pivot] ? i : pivot;
            }
            if (!(left[pivot] > 1e-9)) {
                return l;
            }
            if (d == DIMENSION) {
                throw new IllegalArgumentException("the correlation matrix must have rank 3 or less");
            }
            double root = Math.sqrt(left[pivot]);
            double[] column = new double[m];
            for (int i = 0; i < m; i++) {
                column[i] = (correlation[i][pivot] - dot(l[i], l[pivot])) / root;
            }
            for (int i = 0; i < m; i++) {
                l[i][d] = column[i];
                left[i] -= column[i] * column[i];
            }
        }
    }

    private static double[][] distinct(double[][] l, boolean upToSign) {
        return IntStream.range(0, l.length)
                .filter(i -> Arrays.stream(l, 0, i)
                        .mapToDouble(earlier -> dot(earlier, l[i]))
                        .noneMatch(r -> (upToSign ? Math.abs(r) : r) > 1 - SAME))
                .mapToObj(i -> l[i])
                .toArray(double[][]::new);
    }

    /** The sum over every {@code step}-th component being the largest; of a pair of opposites one stands for both. */
    private double tail(double cut, int step) {
        double sum = 0;
        for (int i = 0; i < rows.length; i += step) {
            project(rows[i]);
            c = Math.max(cut, 0);
            sum += Gaussian.lowerTail(-c) - aroundTheCircle(true);
            if (cut < 0) {
                c = -cut;
                sum += aroundTheCircle(false);
            }
        }
        return sum;
    }

    /**
     * The others given this component: Z_j = rho z + sqrt(1 - rho^2) W_j, W_j a unit vector in the orthogonal plane.
     */
    private void project(double[] row) {
        double[] first = orthogonalTo(row);
        double[] second = {
            row[1] * first[2] - row[2] * first[1],
            row[2] * first[0] - row[0] * first[2],
            row[0] * first[1] - row[1] * first[0]
        };
        int n = 0;
        double[] x = new double[rows.length];
        double[] y = new double[rows.length];
        double[] k = new double[rows.length];
        for (double[] other : rows) {
            double rho = dot(row, other);
            if (Math.abs(rho) <= 1 - SAME) {
                double a = dot(first, other);
                double b = dot(second, other);
                double length = Math.sqrt(a * a + b * b);
                x[n] = a / length;
                y[n] = b / length;
                k[n++] = Math.sqrt((1 - rho) / (1 + rho));
            }
        }
        cosine = Arrays.copyOf(x, n);
        sine = Arrays.copyOf(y, n);
        distance = Arrays.copyOf(k, n);
    }

    /** Of any length but 0: {@link #project} divides by that of what it makes of it. */
    private static double[] orthogonalTo(double[] row) {
        int smallest = 0;
        for (int d = 1; d < DIMENSION; d++) {
            smallest = Math.abs(row[d]) < Math.abs(row[smallest]) ? d : smallest;
        }
        double[] out = new double[DIMENSION];
        out[smallest] = 1;
        for (int d = 0; d < DIMENSION; d++) {
            out[d] -= row[smallest] * row[d];
        }
        return out;
    }

    private double aroundTheCircle(boolean above) {
        int n = distance.length;
        double[] cut = new double[2 * n * n + 2];
        int cuts = 0;
        cut[cuts++] = -Math.PI;
        cut[cuts++] = Math.PI;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double x = i == j ? cosine[i] : distance[j] * cosine[i] - distance[i] * cosine[j];
                double y = i == j ? sine[i] : distance[j] * sine[i] - distance[i] * sine[j];
                cut[cuts++] = StrictMath.atan2(x, -y);
                cut[cuts++] = StrictMath.atan2(-x, y);
            }
        }
        Arrays.sort(cut, 0, cuts);
        double sum = 0;
        for (int i = 1; i < cuts; i++) {
            if (cut[i] > cut[i - 1]) {
                sum += refine(cut[i - 1], cut[i], gauss(cut[i - 1], cut[i], above), above, 40);
            }
        }
        return sum / (2 * Math.PI);
    }

    private double refine(double from, double to, double whole, boolean above, int depth) {
        double middle = (from + to) / 2;
        double left = gauss(from, middle, above);
        double right = gauss(middle, to, above);
        if (depth == 0 || Math.abs(left + right - whole) <= AGREEMENT * Gaussian.lowerTail(-c)) {
            return left + right;
        }
        return refine(from, middle, left, above, depth - 1) + refine(middle, to, right, above, depth - 1);
    }

    private double gauss(double from, double to, boolean above) {
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        double sum = 0;
        for (int i = 0; i < NODE.length; i++) {
            sum += WEIGHT[i] * (at(middle - half * NODE[i], above) + at(middle + half * NODE[i], above));
        }
        return half * sum;
    }

    private double at(double angle, boolean above) {
        double x = StrictMath.cos(angle);
        double y = StrictMath.sin(angle);
        double nearest = Double.POSITIVE_INFINITY;
        double farthest = 0;
        for (int j = 0; j < distance.length; j++) {
            double toward = cosine[j] * x + sine[j] * y;
            double reach = toward > 0 ? distance[j] / toward : Double.POSITIVE_INFINITY;
            nearest = Math.min(nearest, reach);
            farthest = Math.max(farthest, toward < 0 ? distance[j] / -toward : Double.POSITIVE_INFINITY);
        }
        double r = above ? nearest : farthest;
        if (!(r < 1e150)) {
            return 0;
        }
        double stretch = Math.sqrt(1 + r * r);
        double q = Gaussian.lowerTail(-c * stretch);
        return (above ? q : 0.5 - q) / stretch;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
