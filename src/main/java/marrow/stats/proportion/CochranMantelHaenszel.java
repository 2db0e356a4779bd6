package marrow.stats.proportion;

import java.util.OptionalDouble;
import marrow.check.Require;
import marrow.stats.law.ChiSquare;

/**
 * Cochran-Mantel-Haenszel test of association in 2 x 2 tables (a, b; c, d) of several strata, each of n. With {@code
 * delta = sum (a - (a+b)(a+c)/n)}, {@code variance = sum (a+b)(c+d)(a+c)(b+d) / (n^2 (n-1))}: {@code chi-square =
 * (|delta| - y)^2 / variance} on 1 degree of freedom, y = 0, or with continuity correction y = 1/2 if |delta| &gt;=
 * 1/2. Common odds ratio of Mantel and Haenszel, {@code R/S = sum(ad/n) / sum(bc/n)}; variance of its logarithm by
 * Robins, Breslow and Greenland (1986). As {@code stats::mantelhaen.test}, which asks that strata of fewer than two be
 * removed; here they are.
 *
 * <p>Degenerate: variance 0 (each stratum has an empty margin) is no evidence: chi-square 0, p = 1. No odds ratio if R
 * or S is 0, where R says 0, infinity or NaN.
 */
public final class CochranMantelHaenszel {
    private double delta;
    private double variance;
    private double r;
    private double s;
    private double pr;
    private double psPlusQr;
    private double qs;

    private CochranMantelHaenszel() {}

    /** Each table as {a, b, c, d}. */
    public static CochranMantelHaenszel of(int[]... tables) {
        CochranMantelHaenszel test = new CochranMantelHaenszel();
        for (int[] table : tables) {
            Require.counts(table);
            test.add(table[0], table[1], table[2], table[3]);
        }
        return test;
    }

    private void add(double a, double b, double c, double d) {
        double n = a + b + c + d;
        if (n < 2) {
            return;
        }
        delta += a - (a + b) * (a + c) / n;
        variance += (a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1));
        r += a * d / n;
        s += b * c / n;
        pr += (a + d) * a * d / (n * n);
        psPlusQr += ((a + d) * b * c + (b + c) * a * d) / (n * n);
        qs += (b + c) * b * c / (n * n);
    }

    /** Whether any stratum leaves anything to chance. */
    public boolean informative() {
        return variance > 0;
    }

    public double chiSquare() {
        return chiSquare(0);
    }

    /** The signed root of the chi-square: positive when a is more than expected. */
    public double z() {
        return variance > 0 ? delta / Math.sqrt(variance) : 0;
    }

    /** With continuity correction. */
    public double corrected() {
        return chiSquare(Math.abs(delta) >= 0.5 ? 0.5 : 0);
    }

    private double chiSquare(double correction) {
        double distance = Math.abs(delta) - correction;
        return variance > 0 ? distance * distance / variance : 0;
    }

    public double p() {
        return ChiSquare.upperTail(chiSquare(), 1);
    }

    public double pCorrected() {
        return ChiSquare.upperTail(corrected(), 1);
    }

    public OptionalDouble oddsRatio() {
        return r > 0 && s > 0 ? OptionalDouble.of(r / s) : OptionalDouble.empty();
    }

    /** Variance of the logarithm of the odds ratio. */
    public OptionalDouble logVariance() {
        return oddsRatio().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(pr / (2 * r * r) + psPlusQr / (2 * r * s) + qs / (2 * s * s));
    }
}
