package marrow.stats.regression;

import marrow.stats.survival.OrderedSample;

/**
 * What each row adds to the score of a Cox model, in standardised covariates and times its weight: over the event
 * times t in its stratum,
 *
 * <pre>
 *   w (z - mean(t)) at its own event  -  sum_t w exp(x'b) (z - mean(t)) dH(t) while it is at risk
 * </pre>
 *
 * with Efron's averages over the order of tied events, as {@code residuals(coxph, "score", weighted = TRUE)}. The time
 * is of the order rows times event times.
 */
final class CoxScoreResiduals {
    private final CoxLikelihood model;
    private final OrderedSample sample;
    private final int p;
    private final double[] residuals;

    private CoxScoreResiduals(CoxLikelihood model) {
        this.model = model;
        sample = model.sample;
        p = model.p;
        residuals = new double[sample.size() * p];
    }

    /** Row-major, p a row, at the coefficients where the likelihood was last evaluated. */
    static double[] of(CoxLikelihood model) {
        CoxScoreResiduals score = new CoxScoreResiduals(model);
        OrderedSample sample = model.sample;
        for (int from = 0; from < sample.size(); ) {
            int to = sample.endOfStratum(from);
            score.addStratum(from, to);
            from = to;
        }
        return score.residuals;
    }

    private void addStratum(int from, int to) {
        for (int i = from; i < to; ) {
            double t = sample.timeAt(i);
            boolean events = false;
            for (; i < to && sample.timeAt(i) == t; i++) {
                events |= sample.event(sample.byTime(i));
            }
            if (events) {
                addTime(from, to, t);
            }
        }
    }

    private boolean dies(int row, double t) {
        return sample.event(row) && sample.time(row) == t;
    }

    private boolean atRisk(int row, double t) {
        return sample.time(row) >= t && sample.entry(row) < t;
    }

    private void addTime(int from, int to, double t) {
        int d = 0;
        double weight = 0;
        double total = 0;
        double dyingTotal = 0;
        double[] first = new double[p];
        double[] dyingFirst = new double[p];
        for (int position = from; position < to; position++) {
            int i = sample.byTime(position);
            if (!atRisk(i, t)) {
                continue;
            }
            boolean dying = dies(i, t);
            total += model.risk(i);
            d += dying ? 1 : 0;
            weight += dying ? sample.weight(i) : 0;
            dyingTotal += dying ? model.risk(i) : 0;
            for (int j = 0; j < p; j++) {
                double moment = model.risk(i) * model.covariates.at(i, j);
                first[j] += moment;
                dyingFirst[j] += dying ? moment : 0;
            }
        }
        int shares = model.ties == Ties.EFRON ? d : 1;
        double hazard = 0;
        double hazardOfDying = 0;
        double[] mean = new double[p];
        double[] hazardMean = new double[p];
        double[] hazardMeanOfDying = new double[p];
        for (int k = 0; k < shares; k++) {
            double gone = (double) k / d;
            double remaining = total - gone * dyingTotal;
            double step = weight / shares / remaining;
            hazard += step;
            hazardOfDying += (1 - gone) * step;
            for (int j = 0; j < p; j++) {
                double m = (first[j] - gone * dyingFirst[j]) / remaining;
                mean[j] += m / shares;
                hazardMean[j] += step * m;
                hazardMeanOfDying[j] += (1 - gone) * step * m;
            }
        }
        for (int position = from; position < to; position++) {
            int i = sample.byTime(position);
            if (!atRisk(i, t)) {
                continue;
            }
            boolean dying = dies(i, t);
            for (int j = 0; j < p; j++) {
                double z = model.covariates.at(i, j);
                residuals[i * p + j] += dying
                        ? sample.weight(i) * (z - mean[j]) - model.risk(i) * (z * hazardOfDying - hazardMeanOfDying[j])
                        : -model.risk(i) * (z * hazard - hazardMean[j]);
            }
        }
    }
}
