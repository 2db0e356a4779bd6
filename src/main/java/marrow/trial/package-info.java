/**
 * A trial around the patients. A {@link marrow.trial.Plan} says who is enrolled, how they come ({@link
 * marrow.trial.Recruitment}), how they are shared among the {@link marrow.trial.Arm}s ({@link
 * marrow.trial.Allocation}) and when the data are cut ({@link marrow.trial.FollowUp}). A {@link marrow.trial.RunIn} opens it with phase I.
 *
 * <p>What is asked of a patient is in {@link marrow.trial.endpoint}; the patients and what is seen of them in {@link marrow.trial.cohort}.
 *
 * <p>Two times: patient time, days since the patient's entry; calendar time, days since the trial opened.
 */
package marrow.trial;
