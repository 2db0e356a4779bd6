package marrow.stats.sequential;

import marrow.check.Require;

/**
 * How a test spends its errors, whenever it looks.
 *
 * @param alpha    the one-sided level; half of that of a two-sided test, which is symmetric and knows no futility
 * @param efficacy how alpha is spent; {@link SpendingFunction#atTheEnd} for a test that never stops for efficacy
 * @param binding  whether the critical values count on a stop for futility
 */
public record SpendingPlan(
        double alpha, boolean twoSided, SpendingFunction efficacy, FutilityRule futility, boolean binding) {
    public SpendingPlan {
        Require.openProbability(alpha, "alpha");
        if (twoSided && !(futility instanceof FutilityRule.Bounds none && none.z().length == 0)) {
            throw new IllegalArgumentException("a two-sided test is symmetric and has no futility");
        }
    }

    /** Whether it may reject before the end. */
    public boolean spendsBeforeTheEnd() {
        return efficacy.spent(Math.nextDown(1.0), alpha) > 0;
    }

    /** One-sided, without futility. */
    public static SpendingPlan of(double alpha, SpendingFunction efficacy) {
        return new SpendingPlan(alpha, false, efficacy, FutilityRule.none(), false);
    }
}
