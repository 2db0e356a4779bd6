package marrow.analysis;

import marrow.check.Require;
import marrow.stats.law.Gaussian;
import marrow.stats.proportion.ExactBinomialTest.Alternative;

/**
 * What a test is to reject, and when it does: p &lt;= alpha, but for rounding ({@link marrow.stats.law.ExactLevel}).
 *
 * @param nullValue   of the estimated number; a test between arms has its own, no difference
 * @param alpha       level of the test as it is made: of one side, then below 0.5, or of two
 * @param alternative what the trial hopes for
 */
public record Hypothesis(double nullValue, double alpha, Alternative alternative) {
    public Hypothesis {
        Require.finite(nullValue, "null");
        Require.openProbability(alpha, "alpha");
        if (alternative != Alternative.TWO_SIDED && !(alpha < 0.5)) {
            throw new IllegalArgumentException(
                    "alpha of one side must lie below 0.5, not " + alpha + ": its interval has the level 1 - 2 alpha");
        }
    }

    /** The same question at another level. */
    public Hypothesis at(double otherAlpha) {
        return new Hypothesis(nullValue, otherAlpha, alternative);
    }

    /** The level of the interval that belongs to the test: 1 - 2 alpha for one side, 1 - alpha for two. */
    public double level() {
        return alternative == Alternative.TWO_SIDED ? 1 - alpha : 1 - 2 * alpha;
    }

    /** Refuses one side of the difference between other than two groups. */
    void ofGroups(int groups) {
        if (groups != 2 && alternative != Alternative.TWO_SIDED) {
            throw new IllegalArgumentException(
                    "one side is of two groups, and " + groups + " are compared: alternative: two-sided");
        }
    }

    /** The p-value of the wanted side of a statistic that is standard normal when nothing differs. */
    double pOfNormal(double z) {
        return switch (alternative) {
            case LESS -> Gaussian.lowerTail(z);
            case GREATER -> Gaussian.upperTail(z);
            case TWO_SIDED -> Gaussian.bothTails(z);
        };
    }
}
