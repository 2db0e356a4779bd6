/**
 * Random numbers that have addresses.
 *
 * <p>Every random number of a run is a function of (seed, replicate, patient, clock, occurrence). Nothing is drawn
 * "next": the simulator says where it is, and reads the number that stands there.
 *
 * <pre>
 *   of(seed) ---- patient(replicate, patient) ---- at(clockKey, occurrence) ---- exponential(), uniform(), nextLong()
 *                 3 words, mixed                   2 multiplications              LXM recurrence
 *                                              \-- firstExponential(clockKey, occurrence), firstUniform(...): no stream;
 *                                                  FirstNumbers: those of many patients
 * </pre>
 *
 * <p>So the order of the simulation, the number of threads, a restart and the presence of other clocks cannot move a
 * number, and two arms that ask at the same address get the same number (common random numbers).
 */
package marrow.random;
