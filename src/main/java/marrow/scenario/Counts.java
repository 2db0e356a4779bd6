package marrow.scenario;

import org.apache.commons.math3.distribution.BetaDistribution;

/** A chance seen as counts: {@code events} of {@code among}. */
public record Counts(long events, long among) {

    double share() {
        return (double) events / among;
    }

    /**
     * The exact 95 % interval of Clopper and Pearson (1934): its lower end is the 2.5 % quantile of Beta(x, n - x + 1),
     * 0 where x = 0; its upper end the 97.5 % quantile of Beta(x + 1, n - x), 1 where x = n.
     */
    Range exactRange() {
        double low = events == 0 ? 0 : beta(events, among - events + 1).inverseCumulativeProbability(0.025);
        double high = events == among ? 1 : beta(events + 1, among - events).inverseCumulativeProbability(0.975);
        return new Range(low, high);
    }

    private static BetaDistribution beta(long alpha, long beta) {
        return new BetaDistribution(null, alpha, beta, 1e-12);
    }
}
