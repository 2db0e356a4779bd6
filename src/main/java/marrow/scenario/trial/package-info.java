/**
 * What a trial asks of whom: arms, the plan of enrolment and follow-up, endpoints, analyses, truths. A method with one group is a line in
 * {@link marrow.scenario.trial.Methods}, one that compares groups in {@link marrow.scenario.trial.Comparisons}.
 */
package marrow.scenario.trial;
