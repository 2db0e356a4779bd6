package marrow.stats.sequential;

import marrow.check.Require;

/**
 * The boundary of a test that spends its errors by what it has seen of the information, as far as it has looked: the looks need not come when they
 * were planned, nor be known beforehand (Lan and DeMets 1983). At a look with a fraction t of the planned information the level alpha(t) less
 * what was spent before is spent; the joint law of the looks is that of the information at them. The last look spends what is left, whatever its fraction.
 * Where looks come as planned, critical values are those of {@link GroupSequential}. Immutable.
 *
 * <p>More information than planned before the last look spends all, so that nothing can be rejected afterwards. A last look that adds next to nothing
 * to the one before is taken to add a thousandth.
 */
public final class ObservedBoundary {
    private static final double LEAST_GROWTH = 1e-6;
    private static final double GROWTH_OF_LAST = 1e-3;

    private final SpendingPlan plan;
    private final double fraction;
    private final SequentialDensity underNull; // null before the first look
    private final SequentialDensity underDrift; // null where no error of the second kind is spent
    private final double alphaSpent;
    private final double betaSpent;
    private final double critical;
    private final double futility;

    private ObservedBoundary(
            SpendingPlan plan,
            double fraction,
            SequentialDensity underNull,
            SequentialDensity underDrift,
            double alphaSpent,
            double betaSpent,
            double critical,
            double futility) {
        this.plan = plan;
        this.fraction = fraction;
        this.underNull = underNull;
        this.underDrift = underDrift;
        this.alphaSpent = alphaSpent;
        this.betaSpent = betaSpent;
        this.critical = critical;
        this.futility = futility;
    }

    /** Before the first look. */
    public static ObservedBoundary before(SpendingPlan plan) {
        return new ObservedBoundary(plan, 0, null, null, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    /** Whether there is enough more to see than at the last look for another. */
    public boolean growsTo(double newFraction) {
        return newFraction > fraction * (1 + LEAST_GROWTH);
    }

    /**
     * With another look, which {@link #growsTo} its fraction unless it is the last.
     *
     * @param look its number among those that are planned, from 1: one that was left out keeps its own, with its bound of futility
     */
    public ObservedBoundary next(int look, double newFraction, boolean last) {
        double seen = last && !(newFraction > 0) ? 1 : Require.finite(newFraction, "the fraction of the information");
        double t = last ? Math.max(seen, fraction * (1 + GROWTH_OF_LAST)) : seen;
        SequentialDensity nullNow = underNull == null
                ? SequentialDensity.firstLook(0, t)
                : underNull.next(
                        plan.twoSided() ? -critical : plan.binding() ? futility : Double.NEGATIVE_INFINITY,
                        critical,
                        t);
        double alphaNow = Math.max(alphaSpent, plan.efficacy().spent(last ? 1 : Math.min(1, t), plan.alpha()));
        double upper = nullNow.upperBound(alphaNow - alphaSpent);
        if (plan.twoSided()) {
            return new ObservedBoundary(plan, t, nullNow, null, alphaNow, 0, upper, -upper);
        }
        if (!(plan.futility() instanceof FutilityRule.Spending spending)) {
            double lower = last ? upper : Math.min(upper, plan.futility().bound(look, t));
            return new ObservedBoundary(plan, t, nullNow, null, alphaNow, 0, upper, lower);
        }
        SequentialDensity driftNow = underNull == null
                ? SequentialDensity.firstLook(spending.drift(), t)
                : underDrift.next(futility, critical, t);
        double betaNow = Math.max(betaSpent, spending.function().spent(Math.min(1, t), spending.beta()));
        double lower = last ? upper : Math.min(upper, driftNow.lowerBound(betaNow - betaSpent));
        return new ObservedBoundary(plan, t, nullNow, driftNow, alphaNow, betaNow, upper, lower);
    }

    /** The test rejects for a Z of at least this; infinity where it rejects nothing. */
    public double critical() {
        return critical;
    }

    /** It gives up for a Z of at most this, -infinity for none; at the last look it is the critical value. A two-sided test rejects there. */
    public double futility() {
        return futility;
    }

    /** The one-sided level spent so far. */
    public double alphaSpent() {
        return alphaSpent;
    }
}
