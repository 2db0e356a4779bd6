package marrow.compare;

import marrow.montecarlo.Estimate;

/**
 * One number in two runs.
 *
 * @param before     in the first, NaN where it is not there
 * @param after      in the second, likewise
 * @param difference the second less the first; of the trials that both have, where the test is of pairs
 * @param error      of the difference: its Monte Carlo error
 * @param pairs      how many batches of the same trials were compared; 0 where the numbers were, with their errors
 * @param p          of the test that the difference is no larger than tolerated; NaN where nothing can be tested
 * @param adjusted   the same, for as many questions as there are numbers
 */
public record Change(
        Place place,
        Estimate before,
        Estimate after,
        double difference,
        double error,
        int pairs,
        double p,
        double adjusted,
        Verdict verdict) {

    /** What can be said of a number. */
    public enum Verdict {
        /** The same, up to rounding and what is tolerated. */
        SAME,
        /** Another number, by no more than chance can explain. */
        WITHIN_CHANCE,
        /** Another number, whose Monte Carlo error is not known, or is none of the normal law. */
        NOT_TESTED,
        /** A change that chance does not explain. */
        CHANGED,
        /** In one of the two alone. */
        ONE_ALONE
    }
}
