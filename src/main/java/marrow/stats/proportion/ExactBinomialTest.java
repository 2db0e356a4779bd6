package marrow.stats.proportion;

import java.util.Arrays;
import marrow.check.Require;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * x successes of n against a chance p0. Equal to R's {@code binom.test(successes, trials, p0, alternative)}; the two-sided
 * p-value is the sum of all chances that are at most that of the number observed.
 *
 * <p>Without trials every p-value is 1. p0 lies strictly between 0 and 1.
 */
public record ExactBinomialTest(int successes, int trials, double p0) {
    /** R takes two chances for equal when they differ by less. */
    private static final double AS_LIKELY = 1 + 1e-7;

    public ExactBinomialTest {
        Require.between(successes, 0, Require.between(trials, 0, Integer.MAX_VALUE, "trials"), "successes");
        Require.openProbability(p0, "p0");
    }

    /** Which p-value: the side on which the truth is claimed to lie. */
    public enum Alternative {
        GREATER,
        LESS,
        TWO_SIDED
    }

    public double p(Alternative alternative) {
        return switch (alternative) {
            case GREATER -> pGreater();
            case LESS -> pLess();
            case TWO_SIDED -> pTwoSided();
        };
    }

    /** P(X &ge; successes): small when there are many. */
    public double pGreater() {
        return atLeast(successes);
    }

    /** P(X &le; successes): small when there are few. */
    public double pLess() {
        return atMost(successes);
    }

    public double pTwoSided() {
        double expected = trials * p0;
        if (successes == expected) {
            return 1;
        }
        BinomialDistribution law = new BinomialDistribution(null, trials, p0);
        double threshold = law.probability(successes) * AS_LIKELY;
        if (successes < expected) {
            int k = (int) Math.ceil(expected);
            while (k <= trials && law.probability(k) > threshold) {
                k++;
            }
            return Math.min(atMost(successes) + atLeast(k), 1);
        }
        int k = (int) Math.floor(expected);
        while (k >= 0 && law.probability(k) > threshold) {
            k--;
        }
        return Math.min(atMost(k) + atLeast(successes), 1);
    }

    private double atLeast(int k) {
        return k <= 0 ? 1 : k > trials ? 0 : Beta.regularizedBeta(p0, k, trials - k + 1.0);
    }

    private double atMost(int k) {
        return k < 0 ? 0 : k >= trials ? 1 : Beta.regularizedBeta(1 - p0, trials - k, k + 1.0);
    }

    /**
     * The p-values of one hypothesis for a Monte Carlo loop: those of each number of trials are computed when first asked
     * for and kept, so that a loop over samples of like size allocates nothing. Belongs to one thread.
     */
    public static final class Scratch {
        private final double p0;
        private final Alternative alternative;
        private double[][] known = {};

        public Scratch(double p0, Alternative alternative) {
            this.p0 = Require.openProbability(p0, "p0");
            this.alternative = alternative;
        }

        public double p(int successes, int trials) {
            Require.between(successes, 0, Require.between(trials, 0, 1 << 20, "trials"), "successes");
            if (trials >= known.length) {
                known = Arrays.copyOf(known, trials + 1);
            }
            if (known[trials] == null) {
                double[] row = new double[trials + 1];
                for (int x = 0; x <= trials; x++) {
                    row[x] = new ExactBinomialTest(x, trials, p0).p(alternative);
                }
                known[trials] = row;
            }
            return known[trials][successes];
        }
    }
}
