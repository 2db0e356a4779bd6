package marrow.dist;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The law of a real number that is drawn directly: a waiting time (days), or a baseline fact (age, log10 MRD). The law
 * itself is free of units: whatever unit its parameters have, its numbers have.
 *
 * <p>Wherever the inverse of the distribution function is closed or cheap, one draw takes one uniform and rises with
 * it, so that two scenarios that share their random numbers stay close to each other.
 */
public non-sealed interface Distribution extends Law {
    /** One draw of X. */
    default double sample(UniformRandomProvider random) {
        return quantile(OpenUnit.draw(random));
    }

    /**
     * One draw of X given X &gt; bound (left truncation), or +infinity when the law has no mass there. Takes the
     * quantile from whichever end of the law is nearer, so it stays exact far in the upper tail.
     */
    default double sampleAbove(double bound, UniformRandomProvider random) {
        if (bound < lower()) {
            return sample(random);
        }
        double above = survival(bound);
        if (!(above > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double u = OpenUnit.draw(random);
        double p = cumulative(bound) + u * above;
        double x = p < 0.5 ? quantile(p) : upperQuantile((1 - u) * above);
        return Math.max(x, Math.nextUp(bound));
    }

    /** P(X &le; x). */
    double cumulative(double x);

    /** P(X &gt; x), without cancellation far in the upper tail where the law has one. */
    default double survival(double x) {
        return 1 - cumulative(x);
    }

    /** The smallest x with P(X &le; x) &ge; p, for p in [0, 1]: the lower end at p = 0, the upper end at p = 1. */
    double quantile(double p);

    /** The quantile of 1 - q, without cancellation for small q where the law has an upper tail. */
    default double upperQuantile(double q) {
        return quantile(1 - q);
    }

    /** E(X). */
    double mean();

    /** The lower end of the support, possibly -infinity. */
    double lower();

    /** The upper end of the support, possibly +infinity. */
    double upper();

    /** This law given that X lies in [lower, upper]; refused when it never does. */
    default Distribution within(double lower, double upper) {
        return Within.of(this, lower, upper);
    }
}
