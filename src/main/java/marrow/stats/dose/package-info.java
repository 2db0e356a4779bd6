/**
 * Dose finding in phase I. A {@link marrow.stats.dose.DoseRule} says after each cohort which dose comes next and in the end
 * which is recommended: {@link marrow.stats.dose.ThreePlusThree}, or {@link marrow.stats.dose.Boin} with its decision
 * table. {@link marrow.stats.dose.ExactEscalation} follows every way a study may go, so what it says of a rule has no
 * Monte Carlo error.
 *
 * <p>Doses are counted from 0, the lowest. What a study has seen is two arrays by dose: patients treated, and those of
 * them with a dose-limiting toxicity.
 */
package marrow.stats.dose;
