package marrow.analysis;

import marrow.trial.endpoint.Stratification;

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

    /**
     * The logarithm of a hazard ratio, of one arm to another, as a Cox model finds it in everybody, uncensored to the
     * horizon. Its hazard is that of each stratum where there are strata; else everybody's.
     *
     * @param subdistribution of the hazard of the cumulative incidence, in which those with a competing event stay at
     *                        risk; else of the hazard of the event among those whom nothing has happened to
     * @param strata          null for none
     */
    record LogHazardRatio(int arm, int reference, boolean subdistribution, Stratification strata) implements Estimand {}

    /** The logarithm of the odds ratio of a response, of one arm to another, that is common to the strata, as Mantel and Haenszel weigh them. */
    record LogOddsRatio(int arm, int reference, Stratification strata) implements Estimand {}

    /** A test that estimates nothing. */
    record None() implements Estimand {}
}
