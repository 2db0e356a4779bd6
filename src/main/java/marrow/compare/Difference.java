package marrow.compare;

import java.util.Optional;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Moments;
import marrow.montecarlo.Share;
import marrow.stats.law.Gaussian;
import marrow.stats.law.StudentT;

/**
 * How far a number has moved, and how well that is known.
 *
 * @param pairs 0 where the two are independent, or taken to be
 */
record Difference(double size, double error, int pairs) {
    /**
     * Of two numbers with their errors. Where they come of the same patients they move together, and the error is an upper
     * bound.
     */
    static Difference of(Estimate before, Estimate after) {
        Optional<Share> one = Share.of(before);
        Optional<Share> other = Share.of(after);
        double error = one.isPresent() && other.isPresent()
                ? one.get().errorAgainst(other.get())
                : after.minus(before).mcse();
        return new Difference(after.value() - before.value(), error, 0);
    }

    /** Of two numbers whose errors say nothing of the law of their difference. */
    static Difference untested(Estimate before, Estimate after) {
        return new Difference(after.value() - before.value(), Double.NaN, 0);
    }

    /** Of a number in batches of the same trials: the mean of the differences. */
    static Difference of(Moments ofPairs) {
        return new Difference(ofPairs.mean(), ofPairs.standardError(), Math.toIntExact(ofPairs.count()));
    }

    /** Both tails beyond this difference if it were one that is tolerated; 0 where there is no error at all, NaN where it is not known. */
    double p(double tolerance) {
        double beyond = Math.abs(size) - tolerance;
        if (!(beyond > 0)) {
            return 1;
        }
        if (error == 0) {
            return 0;
        }
        if (Double.isNaN(error)) {
            return Double.NaN;
        }
        return pairs > 0 ? StudentT.bothTails(beyond / error, pairs - 1) : Gaussian.bothTails(beyond / error);
    }
}
