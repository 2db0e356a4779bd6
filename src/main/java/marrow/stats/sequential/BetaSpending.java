package marrow.stats.sequential;

import marrow.stats.law.Gaussian;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Futility bounds that spend the type II error (Pampallona, Tsiatis and Kim 2001, Drug Information Journal
 * 35:1113-1121; R's {@code typeBetaSpending}). Critical values spend alpha under no drift, bounds spend beta under a
 * drift; the drift is the one for which what is left of beta at the last look is the chance to miss its critical value.
 */
final class BetaSpending {
    private final double[] fractions;
    private final double alpha;
    private final SpendingFunction alphaSpending;
    private final double beta;
    private final SpendingFunction betaSpending;
    private final boolean binding;

    private final double[] critical;
    private final double[] futility;

    BetaSpending(
            double[] fractions,
            double alpha,
            SpendingFunction alphaSpending,
            double beta,
            SpendingFunction betaSpending,
            boolean binding) {
        this.fractions = fractions;
        this.alpha = alpha;
        this.alphaSpending = alphaSpending;
        this.beta = beta;
        this.betaSpending = betaSpending;
        this.binding = binding;
        critical = new double[fractions.length];
        futility = new double[fractions.length];
    }

    GroupSequential design() {
        double fixed = Gaussian.upperQuantile(alpha) + Gaussian.upperQuantile(beta);
        double least = 0.5 * fixed;
        double most = 1.2 * fixed;
        while (excessOfBeta(most) > 0) {
            least = most;
            most *= 1.2;
        }
        excessOfBeta(new BrentSolver(1e-14, 1e-14, 1e-17).solve(200, this::excessOfBeta, least, most));
        int last = fractions.length - 1;
        futility[last] = critical[last];
        return new GroupSequential(fractions, alpha, critical.clone(), futility.clone(), false, binding);
    }

    /** Sets both boundaries for a drift; how much of beta is missing at the last look. */
    private double excessOfBeta(double drift) {
        SequentialDensity underNull = SequentialDensity.firstLook(0, fractions[0]);
        SequentialDensity underDrift = SequentialDensity.firstLook(drift, fractions[0]);
        double alphaBefore = 0;
        double betaBefore = 0;
        int last = fractions.length - 1;
        for (int k = 0; ; k++) {
            double alphaNow = alphaSpending.spent(fractions[k], alpha);
            critical[k] = underNull.upperBound(alphaNow - alphaBefore);
            alphaBefore = alphaNow;
            if (k == last) {
                return betaBefore + underDrift.below(critical[last]) - beta;
            }
            double betaNow = betaSpending.spent(fractions[k], beta);
            futility[k] = Math.min(underDrift.lowerBound(betaNow - betaBefore), critical[k]);
            betaBefore = betaNow;
            double from = binding ? futility[k] : Double.NEGATIVE_INFINITY;
            underNull = underNull.next(from, critical[k], fractions[k + 1]);
            underDrift = underDrift.next(futility[k], critical[k], fractions[k + 1]);
        }
    }
}
