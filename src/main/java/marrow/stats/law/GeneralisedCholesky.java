package marrow.stats.law;

/**
 * A covariance or information matrix A, perhaps singular, as L D L' with unit lower triangular L. A column that depends
 * linearly on those before it has pivot 0 and is left out, as {@code survival:::coxph} does: solutions and the inverse
 * have zeros there. So u' A^- u of a normal u with covariance A is chi-square with the rank of A as degrees of freedom.
 *
 * <p>A pivot counts as 0 when less than 1e-10 of its own diagonal element is left, or when that element is less than
 * 1e-12 of the largest, or not above a floor below which the caller knows nothing but rounding. Row-major arrays of p
 * * p numbers, made once.
 */
public final class GeneralisedCholesky {
    private static final double DEPENDENT = 1e-10;
    private static final double NOTHING = 1e-12;

    private final double[] l;
    private final double[] d;
    private int p;
    private int rank;

    public GeneralisedCholesky(int capacity) {
        l = new double[capacity * capacity];
        d = new double[capacity];
    }

    /** Takes the p x p matrix in the first p * p places; returns its rank. */
    public int factor(double[] a, int size) {
        return factor(a, size, 0);
    }

    /** The same, where diagonal elements up to the floor are 0. */
    public int factor(double[] a, int size, double floor) {
        p = size;
        rank = 0;
        double largest = 0;
        for (int j = 0; j < p; j++) {
            largest = Math.max(largest, a[j * p + j]);
        }
        for (int j = 0; j < p; j++) {
            double pivot = a[j * p + j];
            for (int k = 0; k < j; k++) {
                pivot -= l[j * p + k] * l[j * p + k] * d[k];
            }
            boolean kept = a[j * p + j] > Math.max(floor, NOTHING * largest) && pivot > DEPENDENT * a[j * p + j];
            d[j] = kept ? pivot : 0;
            rank += kept ? 1 : 0;
            for (int i = j + 1; i < p; i++) {
                double sum = a[i * p + j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i * p + k] * l[j * p + k] * d[k];
                }
                l[i * p + j] = kept ? sum / pivot : 0;
            }
        }
        return rank;
    }

    public int rank() {
        return rank;
    }

    public boolean kept(int j) {
        return d[j] > 0;
    }

    /** b becomes the solution x of A x = b. */
    public void solve(double[] b) {
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= l[i * p + k] * b[k];
            }
        }
        for (int i = p - 1; i >= 0; i--) {
            b[i] = kept(i) ? b[i] / d[i] : 0;
            for (int k = i + 1; k < p; k++) {
                b[i] -= kept(i) ? l[k * p + i] * b[k] : 0;
            }
        }
    }

    /** u' A^-1 u; u is used up. */
    public double quadraticForm(double[] u) {
        double sum = 0;
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < i; k++) {
                u[i] -= l[i * p + k] * u[k];
            }
            sum += kept(i) ? u[i] * u[i] / d[i] : 0;
        }
        return sum;
    }

    /** The inverse to {@code out}, with {@code column} as working room of p numbers. */
    public void inverse(double[] out, double[] column) {
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < p; i++) {
                column[i] = i == j ? 1 : 0;
            }
            solve(column);
            for (int i = 0; i < p; i++) {
                out[i * p + j] = column[i];
            }
        }
    }
}
