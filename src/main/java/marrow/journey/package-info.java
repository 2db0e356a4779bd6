/**
 * A patient's journey, as it is declared.
 *
 * <p>A journey is a generalised semi-Markov process (Glynn 1989). A patient is in one state of each
 * {@link marrow.journey.Track}; {@link marrow.journey.Clock}s race, and the first to ring moves the patient on. Nothing here
 * knows of leukaemia: that stands in the scenarios.
 *
 * <p>{@link marrow.journey.Course}s (drug schedules) are written out as tracks, clocks and accruals by
 * {@link marrow.journey.CourseExpansion}; who lives has no notion of them. {@link marrow.journey.Pruning} leaves out what no result needs, and an
 * {@link marrow.journey.Entry} is the door through which a study comes in. Patients live it in {@link marrow.journey.life}.
 */
package marrow.journey;
