/**
 * Looks at a trial while it goes on. A {@link marrow.look.Trigger} finds the calendar day of a look in the columns of the cohort; a {@link
 * marrow.look.Rule} says what is decided then; the {@link marrow.look.Committee} takes the looks of all rules in the order of their
 * days, cuts the data on each, and ends the trial with the first {@link marrow.look.Verdict} that is not to go on. What was seen is in the
 * {@link marrow.look.Minutes}. Everybody has lived to the horizon by then, so a look is another cut of the same columns, and a stop
 * costs no life and saves none.
 *
 * <p>A rule is added so: a record that implements {@link marrow.look.Rule}; a monitor, one a thread, which says on which day it wants
 * to look next ({@link marrow.look.Schedule} knows that for looks that are planned) and judges the data that have been cut on it; a line in
 * {@code scenario.LookRules}; a row in docs/looks.md. Monitoring after each patient or event is no different: its monitor
 * finds the day itself. A rule that watches safety decides on no analysis
 * ({@link marrow.look.Rule#decides} is empty), may have no say at the end ({@link marrow.look.Rule#concludes}), and says
 * {@link marrow.look.Verdict#HARM}. All work of a trial is done in memory that is made with the monitor, but for bounds at information
 * that is met for the first time, and for analyses that allocate at any cut.
 *
 * <p>A pause of accrual is asked for by {@link marrow.look.Rule.Monitor#pausesAfter}, which may lie before the look: the committee then
 * moves all later arrivals by the days until the decision, and asks everybody for their days anew.
 *
 * <p>{@link marrow.look.SafetyWatch} watches one harm after each event and patient; {@link marrow.look.NoDose} ends a trial whose phase I found
 * no dose.
 */
package marrow.look;
