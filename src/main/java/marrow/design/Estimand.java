package marrow.design;

/** What an estimate is of, in the population that the arms stand for. Days since the endpoint's origin. */
public sealed interface Estimand {
    /** The probability of being without the event of interest on a day, in one arm; a competing event leaves one without. */
    record Survival(int arm, double day) implements Estimand {}

    /** The probability of the event of interest by a day, in one arm. */
    record Incidence(int arm, double day) implements Estimand {}

    /** The probability of a response, in one arm. */
    record Share(int arm) implements Estimand {}

    /** The mean of a quantity, in one arm. */
    record Mean(int arm) implements Estimand {}

    /** The expected time without the event, up to a day, in one arm. */
    record RestrictedMean(int arm, double day) implements Estimand {}

    /** One estimand less another. */
    record Difference(Estimand of, Estimand less) implements Estimand {}

    /** The logarithm of a hazard ratio, arm 1 to arm 0, as a Cox model finds it in everybody, uncensored to the horizon. */
    record LogHazardRatio() implements Estimand {}

    /** A test that estimates nothing. */
    record None() implements Estimand {}
}
