package marrow.stats.regression;

import marrow.check.Require;

/**
 * Covariates centred and divided by their standard deviation, so that exponents stay small and pivots comparable. A
 * constant one becomes 0. The room grows with the samples and is used again.
 */
final class Covariates {
    final int p;
    private double[] z = {};
    private final double[] scale;

    Covariates(int p) {
        this.p = Require.between(p, 1, 1000, "covariates");
        scale = new double[p];
    }

    /** x[j][i] is covariate j of row i. */
    void take(double[][] x, int n) {
        if (x.length != p) {
            throw new IllegalArgumentException("made for " + p + " covariates, not for " + x.length);
        }
        if (n * p > z.length) {
            z = new double[Math.max(n * p, 2 * z.length)];
        }
        for (int j = 0; j < p; j++) {
            Require.covers(x[j].length, n, "a covariate");
            standardise(x[j], j, n);
        }
    }

    private void standardise(double[] column, int j, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Require.finite(column[i], "a covariate");
        }
        double centre = n == 0 ? 0 : sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            z[i * p + j] = column[i] - centre;
            squares += z[i * p + j] * z[i * p + j];
        }
        double deviation = Math.sqrt(squares / Math.max(n, 1));
        boolean constant = !(deviation > 1e-12 * Math.abs(centre));
        scale[j] = constant ? 1 : deviation;
        for (int i = 0; i < n; i++) {
            z[i * p + j] = constant ? 0 : z[i * p + j] / deviation;
        }
    }

    double at(int row, int j) {
        return z[row * p + j];
    }

    double[] rows() {
        return z;
    }

    /** Standard deviation of covariate j, 1 if it is constant. */
    double scale(int j) {
        return scale[j];
    }

    double linear(int row, double[] beta) {
        double sum = 0;
        for (int j = 0; j < p; j++) {
            sum += z[row * p + j] * beta[j];
        }
        return sum;
    }
}
