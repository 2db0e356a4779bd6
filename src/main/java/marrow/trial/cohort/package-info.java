/**
 * Everybody who takes part, in columns. A {@link marrow.trial.cohort.Cohort} lives
 * through one trial after the other and keeps columns: arrival, arm, loss, and what was read off the lives ({@link
 * marrow.trial.endpoint.Reading}), which {@code CohortLives} lets them live. Everybody lives to the horizon first; the {@link marrow.trial.cohort.Calendar} is laid over the columns afterwards, so a
 * second look at the same trial costs no second life. With a phase I patients do not all live first, but cohort by cohort at the doses
 * that {@link marrow.trial.cohort.DoseFinding} gives them.
 *
 * <p>Bound to a cohort an endpoint becomes columns for
 * statistics: {@link marrow.trial.cohort.Sample}, {@link marrow.trial.cohort.Answers}, {@link marrow.trial.cohort.Measures}; {@link marrow.trial.cohort.Windows} tell of
 * each patient when an event may come and how that ended.
 */
package marrow.trial.cohort;
