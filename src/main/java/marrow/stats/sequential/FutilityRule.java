package marrow.stats.sequential;

import java.util.Arrays;
import marrow.check.Require;
import marrow.stats.law.Gaussian;

/**
 * Below which Z a test gives up before its last look, when a fraction t of the maximal information is there. All are bounds on Z: with c the critical value of the
 * last look and g a chance,
 *
 * <pre>
 *   conditional power &lt;= g under a drift d:          z &lt;= (c + z(g) sqrt(1 - t) - d (1 - t)) / sqrt(t)
 *   conditional power &lt;= g under the trend z/sqrt(t): z &lt;= sqrt(t) (c + z(g) sqrt(1 - t))
 *   predictive power &lt;= g, nothing known before:     z &lt;= sqrt(t) c + z(g) sqrt(1 - t)
 * </pre>
 *
 * where z(g) is the normal quantile of g. The power is that of the last look alone: that an earlier one may reject is not counted. With one
 * look left it is that of {@link ConditionalPower}.
 */
public sealed interface FutilityRule {
    /** Never. */
    static FutilityRule none() {
        return new Bounds();
    }

    /** Bounds of the user's own, one a look; none where there are fewer. */
    static FutilityRule bounds(double... z) {
        for (double bound : z) {
            if (!(bound < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a futility bound must be a number or -infinity, not " + bound);
            }
        }
        return new Bounds(z.clone());
    }

    /**
     * Spends the type II error.
     *
     * @param drift under which it is spent, the mean of Z at full information; as a rule that of the design which has the power 1 - beta
     */
    static FutilityRule spending(double beta, SpendingFunction function, double drift) {
        return new Spending(Require.openProbability(beta, "beta"), function, Require.finite(drift, "drift"));
    }

    static FutilityRule conditionalPower(double least, double lastCritical, double drift) {
        return new ConditionallyUnder(
                quantile(least),
                Require.finite(lastCritical, "critical value of the last look"),
                Require.finite(drift, "drift"));
    }

    static FutilityRule conditionalPowerOfTrend(double least, double lastCritical) {
        return new OfTrend(quantile(least), Require.finite(lastCritical, "critical value of the last look"));
    }

    static FutilityRule predictivePower(double least, double lastCritical) {
        return new Predictive(quantile(least), Require.finite(lastCritical, "critical value of the last look"));
    }

    private static double quantile(double least) {
        return -Gaussian.upperQuantile(Require.openProbability(least, "the power below which the test gives up"));
    }

    /** The bound at a look before the last, from 1; -infinity for none. One that spends an error is found otherwise. */
    double bound(int look, double fraction);

    /** See {@link FutilityRule#bounds}. */
    @SuppressWarnings("ArrayRecordComponent") // its own copy; never compared
    record Bounds(double... z) implements FutilityRule {
        @Override
        public double bound(int look, double fraction) {
            return look <= z.length ? z[look - 1] : Double.NEGATIVE_INFINITY;
        }

        @Override
        public String toString() {
            return "bounds " + Arrays.toString(z);
        }
    }

    /** See {@link FutilityRule#spending}. */
    record Spending(double beta, SpendingFunction function, double drift) implements FutilityRule {
        @Override
        public double bound(int look, double fraction) {
            throw new IllegalStateException("the bound depends on what was spent before");
        }
    }

    /** See {@link FutilityRule#conditionalPower}. */
    record ConditionallyUnder(double quantile, double lastCritical, double drift) implements FutilityRule {
        @Override
        public double bound(int look, double fraction) {
            double left = Math.max(0, 1 - fraction);
            return (lastCritical + quantile * Math.sqrt(left) - drift * left) / Math.sqrt(fraction);
        }
    }

    /** See {@link FutilityRule#conditionalPowerOfTrend}. */
    record OfTrend(double quantile, double lastCritical) implements FutilityRule {
        @Override
        public double bound(int look, double fraction) {
            return Math.sqrt(fraction) * (lastCritical + quantile * Math.sqrt(Math.max(0, 1 - fraction)));
        }
    }

    /** See {@link FutilityRule#predictivePower}. */
    record Predictive(double quantile, double lastCritical) implements FutilityRule {
        @Override
        public double bound(int look, double fraction) {
            return Math.sqrt(fraction) * lastCritical + quantile * Math.sqrt(Math.max(0, 1 - fraction));
        }
    }
}
