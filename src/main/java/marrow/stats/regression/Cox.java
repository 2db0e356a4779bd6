package marrow.stats.regression;

import marrow.stats.law.ChiSquare;
import marrow.stats.survival.SurvivalSample;

/**
 * Cox's proportional hazards model {@code h(t | x) = h_s(t) exp(x'b)} with its own baseline h_s in each stratum,
 * fitted by Newton's method with step halving to the rounding error of the partial likelihood ({@link CoxLikelihood}).
 * Rows may be pieces of one subject's follow-up (counting process): covariates that change with time. Equal to {@code
 * survival::coxph(ties = "efron" | "breslow")} run to convergence.
 *
 * <p>Tests of b = 0: Wald {@code b' V^- b}, score {@code u(0)' I(0)^- u(0)}, likelihood ratio {@code 2 (l(b) - l(0))},
 * each chi-square with {@link #degreesOfFreedom}. With one binary covariate and no ties the score test is the log-rank
 * test.
 *
 * <p>Degenerate: a covariate that is constant in every risk set or depends linearly on those before it is not
 * estimable: coefficient and variance 0, no degree of freedom (R: NA). Without events nothing is estimable and all
 * tests are 0 with p = 1. When some direction separates events from the risk sets, the likelihood rises for ever:
 * {@link FitStatus#SEPARATED}. Then the score and likelihood-ratio tests hold (the likelihood has reached its limit to
 * about 1e-7), while coefficients, their variance and the Wald test are only where the search stopped.
 *
 * <p>The variance is right for case weights that are counts; for others, and for several rows of one subject whose
 * failures hang together, there is {@link #robust}. Source: Cox (1972); Therneau and Grambsch (2000).
 */
public final class Cox {
    private final int p;
    private final CoxLikelihood likelihood;
    private final Ascent ascent;
    private int events;
    private double wald;

    private Cox(int covariates, Ties ties) {
        p = covariates;
        likelihood = new CoxLikelihood(p, ties);
        ascent = new Ascent(likelihood, p);
    }

    /** Covariate j of row i is {@code covariates[j][i]}. */
    public static Cox of(SurvivalSample sample, double[][] covariates, Ties ties) {
        return stratified(sample, null, covariates, ties);
    }

    /** A baseline hazard in each stratum; strata may be any numbers. */
    public static Cox stratified(SurvivalSample sample, int[] stratum, double[][] covariates, Ties ties) {
        return new Cox(covariates.length, ties)
                .fit(
                        sample.time(),
                        sample.status(),
                        sample.entry(),
                        sample.weight(),
                        stratum,
                        covariates,
                        sample.size());
    }

    /** One fit after the other in the same memory: made once a thread, it allocates only while samples grow. */
    public static final class Scratch {
        private final Cox lent;

        public Scratch(int covariates, Ties ties) {
            lent = new Cox(covariates, ties);
        }

        /** The fit to the first n rows, good until the next call; entry, weight and stratum may be null. */
        public Cox fit(
                double[] time,
                int[] status,
                double[] entry,
                double[] weight,
                int[] stratum,
                double[][] covariates,
                int n) {
            return lent.fit(time, status, entry, weight, stratum, covariates, n);
        }
    }

    private Cox fit(
            double[] time, int[] status, double[] entry, double[] weight, int[] stratum, double[][] covariates, int n) {
        events = likelihood.take(time, status, entry, weight, stratum, covariates, n);
        ascent.climb(events > 0);
        wald = waldOf();
        return this;
    }

    private double waldOf() {
        double sum = 0;
        double[] information = likelihood.information();
        double[] beta = ascent.beta();
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                sum += beta[j] * information[j * p + k] * beta[k];
            }
        }
        return sum;
    }

    public FitStatus status() {
        return ascent.status();
    }

    public int events() {
        return events;
    }

    /** Log hazard ratio of one unit of covariate j; 0 if not estimable. */
    public double coefficient(int j) {
        return ascent.beta()[j] / likelihood.covariates.scale(j);
    }

    public boolean estimable(int j) {
        return ascent.estimable(j);
    }

    /** Covariance of the coefficients j and k, from the inverse information; 0 if one is not estimable. */
    public double variance(int j, int k) {
        return ascent.inverse()[j * p + k] / (likelihood.covariates.scale(j) * likelihood.covariates.scale(k));
    }

    /** Number of estimable coefficients. */
    public int degreesOfFreedom() {
        return ascent.rank();
    }

    /** At b = 0. */
    public double nullLogLikelihood() {
        return ascent.atZero();
    }

    public double logLikelihood() {
        return ascent.atMaximum();
    }

    public double wald() {
        return wald;
    }

    public double score() {
        return ascent.score();
    }

    public double likelihoodRatio() {
        return 2 * (ascent.atMaximum() - ascent.atZero());
    }

    /** Upper tail of a chi-square with the degrees of freedom of this fit: of one of the three tests. */
    public double p(double chiSquare) {
        return ChiSquare.upperTail(chiSquare, ascent.rank());
    }

    /** With each row for itself. The columns of the fit are read again: they must still be as they were. */
    public RobustCox robust() {
        int[] rows = new int[likelihood.sample.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        return robust(rows);
    }

    /** Rows with one cluster number (0, 1, ...) hang together, as those of one subject. */
    public RobustCox robust(int[] cluster) {
        return RobustCox.of(this, cluster);
    }

    CoxLikelihood likelihood() {
        return likelihood;
    }

    Ascent ascent() {
        return ascent;
    }
}
