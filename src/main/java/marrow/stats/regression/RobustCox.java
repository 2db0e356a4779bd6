package marrow.stats.regression;

import marrow.stats.law.ChiSquare;
import marrow.stats.law.GeneralisedCholesky;

/**
 * Robust (sandwich) variance of Cox coefficients: {@code V (sum_c U_c U_c') V}, where V is the inverse information and
 * U_c the sum over the rows of cluster c of their weighted score residuals ({@link ScoreSquares}). Right for weights
 * that are not counts (inverse probabilities) and for several rows of one subject (Lin and Wei 1989). Equal to {@code
 * coxph(cluster =)}; with every row its own cluster to {@code coxph(robust = TRUE)}.
 *
 * <p>Tests of b = 0: Wald {@code b' R^- b} with the robust variance R, score {@code U' (sum_c U_c U_c')^- U} at b = 0.
 *
 * <p>Degenerate: without events, or with nothing estimable, all variances and tests are 0 and the p-values 1. A
 * separated model has robust variances of where the search stopped, without meaning; its score test holds.
 */
public final class RobustCox {
    /** Of a variance that is nothing but rounding, next to the one it should be like. */
    private static final double ROUNDING = 1e-24;

    private final int p;
    private final double[] scale;
    private final double[] variance;
    private final double wald;
    private final int rank;
    private final ScoreSquares atZero;

    private RobustCox(Cox cox, ScoreSquares atMaximum, ScoreSquares atZero) {
        CoxLikelihood model = cox.likelihood();
        this.atZero = atZero;
        p = model.p;
        scale = new double[p];
        double floor = 0;
        double[] v = cox.ascent().inverse();
        for (int j = 0; j < p; j++) {
            scale[j] = model.covariates.scale(j);
            floor = Math.max(floor, ROUNDING * v[j * p + j]);
        }
        variance = times(times(v, atMaximum.squares()), v);
        GeneralisedCholesky cholesky = new GeneralisedCholesky(p);
        rank = cholesky.factor(variance, p, floor);
        wald = cholesky.quadraticForm(cox.ascent().beta().clone());
    }

    static RobustCox of(Cox cox, int[] cluster) {
        CoxLikelihood model = cox.likelihood();
        model.at(new double[model.p]);
        ScoreSquares atZero = ScoreSquares.of(model, cluster);
        model.at(cox.ascent().beta());
        return new RobustCox(cox, ScoreSquares.of(model, cluster), atZero);
    }

    private double[] times(double[] a, double[] b) {
        double[] product = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    product[i * p + j] += a[i * p + k] * b[k * p + j];
                }
            }
        }
        return product;
    }

    /** Robust covariance of the coefficients j and k. */
    public double variance(int j, int k) {
        return variance[j * p + k] / (scale[j] * scale[k]);
    }

    public double wald() {
        return wald;
    }

    /** Rank of the robust variance: degrees of freedom of the Wald test. */
    public int degreesOfFreedom() {
        return rank;
    }

    /** Of the Wald test. */
    public double p() {
        return ChiSquare.upperTail(wald, rank);
    }

    public double score() {
        return atZero.score();
    }
}
