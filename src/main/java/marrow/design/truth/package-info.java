/**
 * What is true under a truth: a large cohort of each arm, whom nobody loses, from which {@link marrow.design.truth.TrueValues} are read off, and
 * {@link marrow.design.truth.Tilting} of hazards until one of them is what is asked for.
 */
package marrow.design.truth;
