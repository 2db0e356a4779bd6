package marrow.stats;

/**
 * Robust (sandwich) variance of Cox coefficients: {@code V (sum_c U_c U_c') V}, where V is the inverse information and U_c
 * the sum over the rows of cluster c of their weighted score residuals ({@link CoxScoreResiduals}). Right for weights that are
 * not counts (inverse probabilities) and for several rows of one subject (Lin and Wei 1989). Equal to {@code coxph(cluster =)};
 * with every row its own cluster to {@code coxph(robust = TRUE)}.
 *
 * <p>Degenerate: without events, or with nothing estimable, all variances and tests are 0 and the p-values 1. A separated
 * model has robust variances of where the search stopped, without meaning.
 */
public final class RobustCox {
    /** Of a variance that is nothing but rounding, next to the one it should be like. */
    private static final double ROUNDING = 1e-24;

    private final int p;
    private final double[] scale;
    private final double[] variance;
    private final double wald;
    private final int rank;
    private final double score;

    private RobustCox(Cox cox, double[] scores, double[] nullScores) {
        CoxLikelihood model = cox.likelihood();
        p = model.p;
        scale = new double[p];
        for (int j = 0; j < p; j++) {
            scale[j] = model.covariates.scale(j);
        }
        double[] v = cox.ascent().inverse();
        variance = times(times(v, squares(scores)), v);
        GeneralisedCholesky cholesky = new GeneralisedCholesky(p);
        double floor = 0;
        for (int j = 0; j < p; j++) {
            floor = Math.max(floor, ROUNDING * v[j * p + j]);
        }
        rank = cholesky.factor(variance, p, floor);
        wald = cholesky.quadraticForm(cox.ascent().beta().clone());
        double[] total = new double[p];
        for (int i = 0; i < nullScores.length; i++) {
            total[i % p] += nullScores[i];
        }
        double weight = model.eventWeight();
        cholesky.factor(squares(nullScores), p, ROUNDING * weight * weight);
        score = cholesky.quadraticForm(total);
    }

    /** Fits the model in {@code cox}; rows with one cluster number (0, 1, ...) hang together. */
    public static RobustCox of(Cox cox, Subjects subjects, double[][] covariates, Ties ties, int[] cluster) {
        cox.fit(subjects, covariates, ties);
        CoxLikelihood model = cox.likelihood();
        int n = subjects.size();
        double[] scores = collapse(CoxScoreResiduals.of(model, subjects, ties), cluster, n, model.p);
        model.at(new double[model.p]);
        double[] nullScores = collapse(CoxScoreResiduals.of(model, subjects, ties), cluster, n, model.p);
        model.at(cox.ascent().beta());
        return new RobustCox(cox, scores, nullScores);
    }

    /** Each row for itself. */
    public static RobustCox of(Cox cox, Subjects subjects, double[][] covariates, Ties ties) {
        int[] rows = new int[subjects.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        return of(cox, subjects, covariates, ties, rows);
    }

    private static double[] collapse(double[] rows, int[] cluster, int n, int p) {
        int clusters = 0;
        for (int i = 0; i < n; i++) {
            clusters = Math.max(clusters, cluster[i] + 1);
        }
        double[] sums = new double[clusters * p];
        for (int i = 0; i < n * p; i++) {
            sums[cluster[i / p] * p + i % p] += rows[i];
        }
        return sums;
    }

    private double[] squares(double[] rows) {
        double[] sum = new double[p * p];
        for (int i = 0; i < rows.length; i += p) {
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    sum[j * p + k] += rows[i + j] * rows[i + k];
                }
            }
        }
        return sum;
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

    /** {@code b' R^- b} with the robust variance R. */
    public double wald() {
        return wald;
    }

    /** Robust score test of b = 0. */
    public double score() {
        return score;
    }

    public int degreesOfFreedom() {
        return rank;
    }

    /** Upper tail of a chi-square with the degrees of freedom above: of one of the two tests. */
    public double p(double chiSquare) {
        return Tail.chiSquareAbove(chiSquare, rank);
    }
}
