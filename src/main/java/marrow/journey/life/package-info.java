/**
 * The patients who live a journey.
 *
 * <pre>
 *   Journey  = facts, tracks, clocks, accruals       as declared, in words
 *      |  Entry          the door through which a study comes in
 *      v
 *   CompiledJourney      numbers: a condition is a mask, a move knows whom it concerns
 *      |
 *      v
 *   Patient.live(...)    one life after the other in the same arrays; a Witness may watch: TraceRecorder writes a Trace
 * </pre>
 *
 * <p>Where nobody comes back to a state, a {@link marrow.journey.life.Walk} is the short way through a life, and {@link marrow.journey.life.FirstRing} where there is one
 * ring alone; both come to the same days, bit for bit.
 *
 * <p>Every number that a patient needs is read from its own address (see {@code marrow.random}): the clock's name, and which of
 * the clock's draws it is. So no clock can disturb another, patients may live in any order, and the same patient with an
 * unrelated clock more or less has the same life, bit for bit.
 */
package marrow.journey.life;
