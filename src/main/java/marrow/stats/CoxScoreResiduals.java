package marrow.stats;

/**
 * What each row adds to the score of a Cox model, in standardised covariates and times its weight: over the event times t
 * in its stratum,
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
    private final Subjects subjects;
    private final Ties ties;
    private final int p;
    private final double[] residuals;

    private CoxScoreResiduals(CoxLikelihood model, Subjects subjects, Ties ties) {
        this.model = model;
        this.subjects = subjects;
        this.ties = ties;
        p = model.p;
        residuals = new double[subjects.size() * p];
    }

    /** Row-major, p a row, at the coefficients where the likelihood was last evaluated. */
    static double[] of(CoxLikelihood model, Subjects subjects, Ties ties) {
        CoxScoreResiduals score = new CoxScoreResiduals(model, subjects, ties);
        for (int i = 0; i < subjects.size(); i++) {
            if (subjects.event(i) && score.firstOfItsTie(i)) {
                score.addTime(subjects.stratumOf(i), subjects.time[i]);
            }
        }
        return score.residuals;
    }

    private boolean firstOfItsTie(int row) {
        for (int i = 0; i < row; i++) {
            if (dies(i, subjects.stratumOf(row), subjects.time[row])) {
                return false;
            }
        }
        return true;
    }

    private boolean dies(int row, int stratum, double t) {
        return subjects.event(row) && subjects.time[row] == t && subjects.stratumOf(row) == stratum;
    }

    private boolean atRisk(int row, int stratum, double t) {
        return subjects.time[row] >= t && subjects.entryOf(row) < t && subjects.stratumOf(row) == stratum;
    }

    private void addTime(int stratum, double t) {
        int d = 0;
        double weight = 0;
        double total = 0;
        double dyingTotal = 0;
        double[] first = new double[p];
        double[] dyingFirst = new double[p];
        for (int i = 0; i < subjects.size(); i++) {
            if (!atRisk(i, stratum, t)) {
                continue;
            }
            boolean dying = dies(i, stratum, t);
            total += model.risk(i);
            d += dying ? 1 : 0;
            weight += dying ? subjects.weightOf(i) : 0;
            dyingTotal += dying ? model.risk(i) : 0;
            for (int j = 0; j < p; j++) {
                double moment = model.risk(i) * model.covariates.at(i, j);
                first[j] += moment;
                dyingFirst[j] += dying ? moment : 0;
            }
        }
        int shares = ties == Ties.EFRON ? d : 1;
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
        for (int i = 0; i < subjects.size(); i++) {
            if (!atRisk(i, stratum, t)) {
                continue;
            }
            boolean dying = dies(i, stratum, t);
            for (int j = 0; j < p; j++) {
                double z = model.covariates.at(i, j);
                residuals[i * p + j] += dying
                        ? subjects.weightOf(i) * (z - mean[j])
                                - model.risk(i) * (z * hazardOfDying - hazardMeanOfDying[j])
                        : -model.risk(i) * (z * hazard - hazardMean[j]);
            }
        }
    }
}
