/**
 * What a patient is and what may happen to one: facts and their formulas, tracks and their states, doors; conditions and effects, which clocks, courses and
 * arms are written with. {@link marrow.scenario.patient.Declarations} merges the named things of all files, and
 * {@link marrow.scenario.patient.Vocabulary} knows their names.
 */
package marrow.scenario.patient;
