package marrow.stats.regression;

import marrow.check.Require;
import marrow.stats.law.ChiSquare;
import marrow.stats.law.Gaussian;
import marrow.stats.survival.SurvivalSample;

/**
 * Log-rank test of k groups with case weights w that are not counts, as inverse probabilities of treatment or of
 * censoring are not. Per group, over the event times t of a stratum,
 *
 * <pre>
 *   U_g = sum_t ( sum of w over the events in g  -  sum of w over all events * Y_g/Y ),    Y sums of w at risk
 * </pre>
 *
 * with the empirical variance of U over clusters of rows (a row each, or a subject each): the robust score test of
 * {@code coxph(Surv(time, status) ~ factor(group), weights = w, ties = "breslow", robust = TRUE)}, its {@code rscore}.
 * Xie and Liu (2005), Statist. Med. 24:3089-3110. Weights are taken as known, which for estimated ones is conservative
 * as a rule.
 *
 * <p>Degenerate: a group that is empty or never at risk at an event costs its degree of freedom; without any left the
 * chi-square and z are 0 and p = 1.
 */
public final class WeightedLogRank {
    private final int groups;
    private final double direction;
    private final ScoreSquares scores;

    private WeightedLogRank(int groups, ScoreSquares scores) {
        this.groups = groups;
        this.scores = scores;
        direction = groups == 2 ? Math.signum(scores.total(0)) : 0;
    }

    /** Subject i is in {@code group[i]}, one of 0..groups - 1, and each row stands for itself. */
    public static WeightedLogRank of(SurvivalSample sample, int[] group, int groups) {
        int[] rows = new int[sample.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        return stratified(sample, group, groups, null, rows);
    }

    /** Rows with one cluster number (0, 1, ...) hang together; stratum may be null. */
    public static WeightedLogRank stratified(
            SurvivalSample sample, int[] group, int groups, int[] stratum, int[] cluster) {
        Require.between(groups, 2, 1000, "groups");
        Require.covers(group.length, sample.size(), "group");
        double[][] member = new double[groups - 1][sample.size()];
        for (int i = 0; i < sample.size(); i++) {
            if (Require.between(group[i], 0, groups - 1, "group") > 0) {
                member[group[i] - 1][i] = 1;
            }
        }
        CoxLikelihood model = new CoxLikelihood(groups - 1, Ties.BRESLOW);
        model.take(sample.time(), sample.status(), sample.entry(), sample.weight(), stratum, member, sample.size());
        model.at(new double[groups - 1]);
        return new WeightedLogRank(groups, ScoreSquares.of(model, cluster));
    }

    public double chiSquare() {
        return scores.score();
    }

    public int degreesOfFreedom() {
        return scores.rank();
    }

    public double p() {
        return ChiSquare.upperTail(chiSquare(), degreesOfFreedom());
    }

    /** Of two groups: negative when group 1 fares better. */
    public double z() {
        if (groups != 2) {
            throw new IllegalStateException("z is of two groups, not of " + groups);
        }
        return direction * Math.sqrt(chiSquare());
    }

    /** One-sided p-value for fewer events in group 1 of two, {@code Phi(z)}. */
    public double pFewer() {
        return Gaussian.lowerTail(z());
    }
}
