package marrow.dist;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The law of a real number that is drawn directly: a waiting time (days), or a baseline fact (age, log10 MRD). The law
 * itself is free of units: whatever unit its parameters have, its numbers have.
 *
 * <p>Wherever the inverse of the distribution function is closed or cheap, one draw takes one uniform and rises with it,
 * so that two scenarios that share their random numbers stay close to each other.
 */
public non-sealed interface Distribution extends Law {
    /** One draw of X. */
    double sample(UniformRandomProvider random);

    /** One draw of X given X &gt; bound (left truncation), or +infinity when the law has no mass there. */
    double sampleAbove(double bound, UniformRandomProvider random);

    /** P(X &le; x). */
    double cumulative(double x);

    /** The smallest x with P(X &le; x) &ge; p, for p in [0, 1]: the lower end at p = 0, the upper end at p = 1. */
    double quantile(double p);

    /** E(X). */
    double mean();

    /** The lower end of the support, possibly -infinity. */
    double lower();

    /** The upper end of the support, possibly +infinity. */
    double upper();
}
