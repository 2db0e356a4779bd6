package marrow.stats.comparison;

import marrow.stats.survival.SurvivalSample;

/**
 * MaxCombo test of two groups: the largest of several weighted log-rank statistics, each z_a = U_a / sqrt(V_aa) of
 * {@link LogRank}, with the correlation of their hypergeometric covariance {@code V_ab = sum w_a w_b d (Y - d)/(Y - 1)
 * (Y_1/Y) (1 - Y_1/Y)}. The p-value is that of the largest of so many correlated standard normals ({@link
 * NormalMaximum}): two-sided from max |z|, one-sided (group 1 fares better) from max -z. Karrison (2016), Lin et al.
 * (2020). The usual four of Fleming and Harrington, (0,0), (1,0), (0,1), (1,1), have correlation of rank 3, since the
 * first is the sum of the next two.
 *
 * <p>Degenerate: a statistic without variance counts as z = 0 and is left out of the maximum; without any left the
 * statistic is 0 and p = 1. Correlations of rank 4 (four weights with no linear relation) are refused.
 *
 * @param z         the statistics, in the order of the weights
 * @param statistic max |z|
 * @param p         two-sided
 * @param pFewer    one-sided, for fewer events in group 1
 */
@SuppressWarnings("ArrayRecordComponent") // made here, for reading
public record MaxCombo(double[] z, double statistic, double p, double pFewer) {
    /** Subject i is in {@code group[i]}, 0 or 1. */
    public static MaxCombo of(SurvivalSample sample, int[] group, Weighting... weightings) {
        return stratified(sample, group, null, weightings);
    }

    public static MaxCombo stratified(SurvivalSample sample, int[] group, int[] stratum, Weighting... weightings) {
        int m = weightings.length;
        double[] z = new double[m];
        double[][] covariance = new double[m][m];
        int informative = 0;
        int[] row = new int[m];
        for (int a = 0; a < m; a++) {
            LogRank test = LogRank.stratified(sample, group, 2, stratum, weightings[a]);
            z[a] = test.z();
            covariance[a][a] = test.variance(1, 1);
            if (test.degreesOfFreedom() > 0) {
                row[informative++] = a;
            }
            for (int b = 0; b < a; b++) {
                covariance[a][b] = test.covariance(weightings[b]);
                covariance[b][a] = covariance[a][b];
            }
        }
        double largest = 0;
        double best = Double.NEGATIVE_INFINITY;
        double[][] correlation = new double[informative][informative];
        for (int i = 0; i < informative; i++) {
            largest = Math.max(largest, Math.abs(z[row[i]]));
            best = Math.max(best, -z[row[i]]);
            for (int j = 0; j < informative; j++) {
                double scale = Math.sqrt(covariance[row[i]][row[i]]) * Math.sqrt(covariance[row[j]][row[j]]);
                correlation[i][j] = i == j ? 1 : covariance[row[i]][row[j]] / scale;
            }
        }
        if (informative == 0) {
            return new MaxCombo(z, 0, 1, 1);
        }
        return new MaxCombo(
                z, largest, NormalMaximum.beyond(largest, correlation), NormalMaximum.above(best, correlation));
    }
}
