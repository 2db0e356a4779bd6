package marrow.stats.regression;

import marrow.stats.law.ChiSquare;
import marrow.stats.law.GeneralisedCholesky;
import marrow.stats.survival.OrderedSample;
import marrow.stats.survival.SurvivalSample;

/**
 * Fine and Gray's proportional hazards model of a subdistribution: {@code h(t | x) = h(t) exp(x'b)}, where h is the
 * hazard of the cumulative incidence of one cause, those who had another event staying at risk ({@link
 * FineGrayLikelihood}). Variance {@code V (sum_i (eta_i + psi_i)(eta_i + psi_i)') V} with the inverse information V,
 * the score eta_i of each row and psi_i for the estimation of the censoring law (Fine and Gray 1999, section 3). Equal
 * to {@code cmprsk::crr} run to convergence, but that crr puts censorings of time 0 before its events; here events
 * come first, as at any other time.
 *
 * <p>Score test of b = 0: {@code u(0)' I(0)^- u(0)} with the information of the pseudo-likelihood, {@code
 * coxph(Surv(fgstart, fgstop, fgstatus) ~ x, weights = fgwt, ties = "breslow")$score} of {@code survival::finegray}. It
 * does not count the estimation of the censoring law, as Wald's test does.
 *
 * <p>Degenerate, as in {@link Cox}: not estimable means coefficient and variance 0; {@link FitStatus#SEPARATED} is
 * said, and then the score test holds. Left truncation and weights are refused. The time is of the order rows times event
 * times.
 */
public final class FineGray {
    private final int p;
    private final OrderedSample sample;
    private final FineGrayLikelihood likelihood;
    private final Ascent ascent;
    private final double[] variance;

    private FineGray(SurvivalSample columns, double[][] x, int cause) {
        p = x.length;
        likelihood = new FineGrayLikelihood(columns, x, cause);
        sample = likelihood.sample;
        ascent = new Ascent(likelihood, p);
        ascent.climb(likelihood.events() > 0);
        variance = sandwich(scores());
    }

    /** Covariate j of row i is {@code covariates[j][i]}. */
    public static FineGray of(SurvivalSample sample, double[][] covariates, int cause) {
        if (sample.entry() != null || sample.weight() != null) {
            throw new IllegalArgumentException("the Fine-Gray model knows no left truncation and no weights");
        }
        return new FineGray(sample, covariates, cause);
    }

    private double[] scores() {
        int n = sample.size();
        double[] scores = new double[n * p];
        double[] atCensoring = new double[n * p];
        double[] mean = new double[p];
        for (int e = 0; e < n; e++) {
            if (likelihood.fails(e)) {
                double total = likelihood.meanAt(e, mean);
                addScores(scores, e, mean, total);
                addCensoring(atCensoring, e, mean, total);
            }
        }
        addCensoringScores(scores, atCensoring);
        return scores;
    }

    /** eta: the row's event less what its weight in the risk set expects. */
    private void addScores(double[] scores, int e, double[] mean, double total) {
        for (int row = 0; row < sample.size(); row++) {
            double share = (row == e ? 1 : 0) - likelihood.riskAt(e, row) / total;
            for (int j = 0; j < p; j++) {
                scores[row * p + j] += share * (likelihood.covariates.at(row, j) - mean[j]);
            }
        }
    }

    /**
     * The part of q(u) due to one event: of those who had another event before u, for censoring times u up to the
     * event.
     */
    private void addCensoring(double[] q, int e, double[] mean, double total) {
        double[] sum = new double[p];
        int n = sample.size();
        for (int i = 0; i < n && sample.timeAt(i) <= sample.time(e); ) {
            int next = i;
            for (; next < n && sample.timeAt(next) == sample.timeAt(i); next++) {
                add(q, sample.byTime(next), sum, 1 / total);
            }
            for (; i < next; i++) {
                int row = sample.byTime(i);
                if (likelihood.failsOtherwise(row)) {
                    double weight = likelihood.riskAt(e, row);
                    for (int j = 0; j < p; j++) {
                        sum[j] += weight * (likelihood.covariates.at(row, j) - mean[j]);
                    }
                }
            }
        }
    }

    private void add(double[] to, int row, double[] sum, double factor) {
        for (int j = 0; j < p; j++) {
            to[row * p + j] += factor * sum[j];
        }
    }

    /** psi: q/Y of a row's own censoring, less the sum of q/Y^2 over the censorings that it has lived to see. */
    private void addCensoringScores(double[] scores, double[] q) {
        int n = sample.size();
        double[] sum = new double[p];
        for (int i = 0; i < n; ) {
            int next = i;
            double atRisk = n - i;
            for (; next < n && sample.timeAt(next) == sample.timeAt(i); next++) {
                int row = sample.byTime(next);
                for (int j = 0; j < p && sample.status(row) == 0; j++) {
                    sum[j] -= q[row * p + j] / (atRisk * atRisk);
                    scores[row * p + j] += q[row * p + j] / atRisk;
                }
            }
            for (; i < next; i++) {
                add(scores, sample.byTime(i), sum, 1);
            }
        }
    }

    private double[] sandwich(double[] scores) {
        double[] inverse = ascent.inverse();
        double[] out = new double[p * p];
        double[] influence = new double[p];
        for (int row = 0; row < sample.size(); row++) {
            for (int j = 0; j < p; j++) {
                influence[j] = 0;
                for (int k = 0; k < p; k++) {
                    influence[j] += inverse[j * p + k] * scores[row * p + k];
                }
            }
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    out[j * p + k] += influence[j] * influence[k];
                }
            }
        }
        return out;
    }

    public FitStatus status() {
        return ascent.status();
    }

    /** Log subdistribution hazard ratio of one unit of covariate j; 0 if not estimable. */
    public double coefficient(int j) {
        return ascent.beta()[j] / likelihood.covariates.scale(j);
    }

    public boolean estimable(int j) {
        return ascent.estimable(j);
    }

    public int degreesOfFreedom() {
        return ascent.rank();
    }

    public double variance(int j, int k) {
        return variance[j * p + k] / (likelihood.covariates.scale(j) * likelihood.covariates.scale(k));
    }

    /** At b = 0. */
    public double nullLogLikelihood() {
        return ascent.atZero();
    }

    public double logLikelihood() {
        return ascent.atMaximum();
    }

    /**
     * Wald statistic of all coefficients, {@code b' V^- b} with the variance above: chi-square with the degrees of
     * freedom.
     */
    public double wald() {
        GeneralisedCholesky cholesky = new GeneralisedCholesky(p);
        cholesky.factor(variance, p);
        return cholesky.quadraticForm(ascent.beta().clone());
    }

    /** Of the Wald statistic. */
    public double p() {
        return ChiSquare.upperTail(wald(), ascent.rank());
    }

    /** Score statistic of all coefficients: chi-square with the degrees of freedom. */
    public double score() {
        return ascent.score();
    }
}
