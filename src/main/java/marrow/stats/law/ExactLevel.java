package marrow.stats.law;

/**
 * Comparison of an exact probability with a level or a target that it may meet to the last digit: 1/16 of four fair
 * coins is a level of 0.0625. The two count as equal when they differ by less than 1e-12 of the level, which is more
 * than rounding can make of a sum of binomial probabilities and less than any two tests of a study differ.
 */
public final class ExactLevel {
    private static final double ROUNDING = 1e-12;

    private ExactLevel() {}

    /** Whether a probability is at most the level. */
    public static boolean keeps(double probability, double level) {
        return probability <= level * (1 + ROUNDING);
    }

    /** Whether a probability is at least the target. */
    public static boolean reaches(double probability, double target) {
        return probability >= target * (1 - ROUNDING);
    }
}
