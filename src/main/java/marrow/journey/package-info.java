/**
 * A patient's journey, and the patients who live it.
 *
 * <p>A journey is a generalised semi-Markov process (Glynn 1989). A patient is in one state of each
 * {@link marrow.journey.Track}; {@link marrow.journey.Clock}s race, and the first to ring moves the patient on. The engine
 * knows nothing of leukaemia: that stands in the scenarios.
 *
 * <pre>
 *   Journey  = facts, tracks, clocks, accruals       as declared, in words
 *      |  Pruning        what no result needs is left out
 *      |  Entry          the door through which a study comes in
 *      v
 *   CompiledJourney      numbers: a condition is a mask, a move knows whom it concerns
 *      |
 *      v
 *   Patient.live(...)    one life after the other in the same arrays; a Witness may watch: TraceRecorder writes a Trace
 * </pre>
 *
 * <p>{@link marrow.journey.Course}s (drug schedules) are written out as tracks, clocks and accruals before that by
 * {@link marrow.journey.CourseExpansion}; the engine has no notion of them.
 *
 * <p>Every number that a patient needs is read from its own address (see {@code marrow.random}): the clock's name, and which of
 * the clock's draws it is. So no clock can disturb another, patients may live in any order, and the same patient with an
 * unrelated clock more or less has the same life, bit for bit.
 */
package marrow.journey;
