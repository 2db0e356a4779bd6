/**
 * Survival, competing-risk and exact statistics on primitive arrays: arrays in, values out. Nothing here knows a
 * patient.
 *
 * <p>Each estimator or test is one class that says its formula, its source, and the R call whose numbers it gives; the
 * tests compare it with that call on data sets made in R ({@code src/test/r}). Where a degenerate input has no answer
 * in R (NA, NaN, an error), the class says what it answers; NaN is no answer.
 *
 * <p>What a Monte Carlo loop calls has a form that is made once a thread and then allocates nothing: it is refilled
 * from the caller's columns. The value form holds one such object of its own, so there is one algorithm.
 *
 * <p>Transcendental functions are those of {@code StrictMath} and of Commons Math, which is pure Java, so the same
 * arguments give the same bits on every machine.
 *
 * <ul>
 *   <li>{@code law}: the normal and other reference laws, intervals and their scales, singular covariances
 *   <li>{@code order}: numbers in order, by buckets
 *   <li>{@code survival}: one sample in time
 *   <li>{@code comparison}: two and more groups in time
 *   <li>{@code regression}: hazards that depend on covariates
 *   <li>{@code proportion}: counts
 *   <li>{@code exact}: single-arm designs, enumerated
 *   <li>{@code dose}: which dose the next patients of phase I get, enumerated where it can be
 *   <li>{@code sequential}: tests that look more than once, and what may be said after them
 *   <li>{@code size}: how many patients, how many events
 *   <li>{@code recipe}: where a number of patients may come from
 * </ul>
 */
package marrow.stats;
