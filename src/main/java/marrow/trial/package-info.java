/**
 * A trial around the patients. A {@link marrow.trial.Plan} says who is enrolled, how they come ({@link
 * marrow.trial.Recruitment}), how they are shared among the {@link marrow.trial.Arm}s ({@link
 * marrow.trial.Allocation}) and when the data are cut ({@link marrow.trial.FollowUp}). A {@link marrow.trial.Cohort} lives
 * through one trial after the other and keeps columns: arrival, arm, loss, and what was read off the lives ({@link
 * marrow.trial.Reading}). Everybody lives to the horizon first; the calendar is laid over the columns afterwards, so a
 * second look at the same trial costs no second life.
 *
 * <p>An {@link marrow.trial.Endpoint} says what is asked of a patient. Bound to a cohort it becomes columns for
 * statistics: {@link marrow.trial.Sample}, {@link marrow.trial.Answers}, {@link marrow.trial.Measures}; {@link marrow.trial.Windows} tell of
 * each patient when an event may come and how that ended.
 *
 * <p>A {@link marrow.trial.RunIn} opens a trial with phase I: then patients do not all live first, but cohort by cohort at the doses
 * that {@link marrow.trial.DoseFinding} gives them.
 *
 * <p>Two times: patient time, days since the patient's entry; calendar time, days since the trial opened.
 */
package marrow.trial;
