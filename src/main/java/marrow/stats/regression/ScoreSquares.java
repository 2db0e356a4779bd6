package marrow.stats.regression;

import marrow.check.Require;
import marrow.stats.law.GeneralisedCholesky;

/**
 * The empirical variance of the score of a Cox model: {@code sum_c U_c U_c'}, U_c the sum over the rows of cluster c
 * of their weighted score residuals ({@link CoxScoreResiduals}), at the coefficients where the likelihood was last
 * evaluated.
 */
final class ScoreSquares {
    /** Of a square that is nothing but rounding; covariates have variance 1. */
    private static final double ROUNDING = 1e-24;

    private final double[] total;
    private final double[] squares;
    private final GeneralisedCholesky cholesky;
    private final int rank;

    private ScoreSquares(double[] clusters, int p, double eventWeight) {
        total = new double[p];
        squares = new double[p * p];
        for (int i = 0; i < clusters.length; i += p) {
            for (int j = 0; j < p; j++) {
                total[j] += clusters[i + j];
                for (int k = 0; k < p; k++) {
                    squares[j * p + k] += clusters[i + j] * clusters[i + k];
                }
            }
        }
        cholesky = new GeneralisedCholesky(p);
        rank = cholesky.factor(squares, p, ROUNDING * eventWeight * eventWeight);
    }

    static ScoreSquares of(CoxLikelihood model, int[] cluster) {
        int n = model.sample.size();
        int p = model.p;
        Require.covers(cluster.length, n, "cluster");
        int clusters = 0;
        for (int i = 0; i < n; i++) {
            clusters = Math.max(clusters, Require.between(cluster[i], 0, Integer.MAX_VALUE - 1, "cluster") + 1);
        }
        double[] rows = CoxScoreResiduals.of(model);
        double[] sums = new double[clusters * p];
        for (int i = 0; i < n * p; i++) {
            sums[cluster[i / p] * p + i % p] += rows[i];
        }
        return new ScoreSquares(sums, p, model.eventWeight());
    }

    /** Row-major, p * p. */
    double[] squares() {
        return squares;
    }

    /** Sum of the scores of covariate j, standardised. */
    double total(int j) {
        return total[j];
    }

    int rank() {
        return rank;
    }

    /** {@code U' (sum_c U_c U_c')^- U} of the total U: chi-square with the rank as degrees of freedom. */
    double score() {
        return cholesky.quadraticForm(total.clone());
    }
}
