package marrow.stats.proportion;

import marrow.check.Require;
import marrow.stats.law.ChiSquare;

/**
 * Pearson's chi-square test of independence in a table of counts, {@code sum (O - E)^2 / E} with (r - 1)(c - 1)
 * degrees of freedom, and Yates' correction of a 2 x 2 table, {@code sum (|O - E| - y)^2 / E}, y = min(1/2, |O - E|),
 * as in {@code stats::chisq.test}. Empty rows and columns say nothing and are left out, where R answers NaN; with
 * fewer than two rows or columns left the statistic is 0, without degrees of freedom, and p = 1.
 */
public record ChiSquareTable(double chiSquare, int degreesOfFreedom) {
    /** {@code counts[i][j]} of row i and column j. */
    public static ChiSquareTable of(int[][] counts) {
        return of(counts, 0);
    }

    public static ChiSquareTable yates(int a, int b, int c, int d) {
        return of(new int[][] {{a, b}, {c, d}}, 0.5);
    }

    private static ChiSquareTable of(int[][] counts, double correction) {
        double[] rows = new double[counts.length];
        double[] columns = new double[counts.length == 0 ? 0 : counts[0].length];
        double all = 0;
        for (int i = 0; i < rows.length; i++) {
            Require.counts(counts[i]);
            for (int j = 0; j < columns.length; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
                all += counts[i][j];
            }
        }
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double expected = rows[i] * columns[j] / all;
                double distance = Math.abs(counts[i][j] - expected);
                distance -= Math.min(correction, distance);
                sum += expected > 0 ? distance * distance / expected : 0;
            }
        }
        int degrees = (filled(rows) - 1) * (filled(columns) - 1);
        return new ChiSquareTable(degrees > 0 ? sum : 0, Math.max(0, degrees));
    }

    private static int filled(double[] margin) {
        int filled = 0;
        for (double total : margin) {
            filled += total > 0 ? 1 : 0;
        }
        return Math.max(1, filled);
    }

    public double p() {
        return ChiSquare.upperTail(chiSquare, degreesOfFreedom);
    }
}
