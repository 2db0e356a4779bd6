package marrow.stats.survival;

import java.util.function.DoubleUnaryOperator;
import marrow.check.Require;
import marrow.stats.law.Gaussian;

/**
 * Observed events O of one sample against those expected under a reference curve with cumulative hazard H0, E = sum of
 * H0(time) - H0(entry). Any status above 0 is the event; subjects count once, without weights.
 *
 * <ul>
 *   <li>classic: z = (O - E) / sqrt(E). Breslow (1975), Int. Statist. Rev. 43:45-57; z^2 is the chisq of R's
 *       {@code survdiff(Surv(time, status) ~ offset(exp(-H0(time))))}.
 *   <li>Wu: z = (O - E) / sqrt((O + E) / 2), nearer to its level in small samples. Wu (2014), J. Biom. Biostat. 5:210;
 *       Wu (2015), Pharm. Statist. 14:26-33.
 *   <li>exact: O as a Poisson number with mean E, {@link ExactPoissonTest}; R's {@code poisson.test(O, E)}.
 * </ul>
 *
 * <p>z is negative when there are fewer events than expected. Degenerate inputs: O = E = 0 (nobody, or no hazard) gives
 * z = 0. Events where none can be, E = 0 &lt; O, give an infinite classic z.
 *
 * @param observed O
 * @param expected E
 */
public record OneSampleLogRank(int observed, double expected) {
    public OneSampleLogRank {
        Require.between(observed, 0, Integer.MAX_VALUE, "observed");
        Require.notNegative(expected, "expected");
    }

    public static OneSampleLogRank of(SurvivalSample sample, DoubleUnaryOperator cumulativeHazard) {
        if (sample.weight() != null) {
            throw new IllegalArgumentException("a one-sample log-rank test takes no weights");
        }
        return of(sample.time(), sample.status(), sample.entry(), sample.size(), cumulativeHazard);
    }

    /** From the first n subjects; entry may be null. The reference has H0 = 0 before time 0. */
    public static OneSampleLogRank of(
            double[] time, int[] status, double[] entry, int n, DoubleUnaryOperator cumulativeHazard) {
        return new OneSampleLogRank(observed(status, n), expected(time, entry, n, cumulativeHazard));
    }

    /** O alone, as a loop wants it. */
    public static int observed(int[] status, int n) {
        Require.covers(status.length, n, "status");
        int observed = 0;
        for (int i = 0; i < n; i++) {
            observed += status[i] != 0 ? 1 : 0;
        }
        return observed;
    }

    /** E alone, as a loop wants it. */
    public static double expected(double[] time, double[] entry, int n, DoubleUnaryOperator cumulativeHazard) {
        Require.covers(time.length, n, "time");
        Require.covers(entry == null ? n : entry.length, n, "entry");
        double expected = 0;
        for (int i = 0; i < n; i++) {
            double spent = cumulativeHazard.applyAsDouble(Require.notNegative(time[i], "time"));
            if (entry != null && entry[i] > 0) {
                spent -= cumulativeHazard.applyAsDouble(entry[i]);
            }
            expected += Require.notNegative(spent, "cumulative hazard from entry to time");
        }
        return expected;
    }

    /** (O - E) / sqrt(E). */
    public double classic() {
        return standardized(observed, expected, expected);
    }

    /** (O - E) / sqrt((O + E) / 2). */
    public double wu() {
        return standardized(observed, expected, (observed + expected) / 2);
    }

    /** (O - E) / sqrt(variance), 0 when O = E. */
    private static double standardized(double observed, double expected, double variance) {
        return observed == expected ? 0 : (observed - expected) / Math.sqrt(variance);
    }

    public ExactPoissonTest exact() {
        return new ExactPoissonTest(observed, expected);
    }

    /** The p-value of a z of this test: small when there are fewer events than expected. */
    public static double pFewer(double z) {
        return Gaussian.lowerTail(z);
    }

    /** Small when there are more events than expected. */
    public static double pMore(double z) {
        return Gaussian.upperTail(z);
    }

    public static double pTwoSided(double z) {
        return Gaussian.bothTails(z);
    }
}
