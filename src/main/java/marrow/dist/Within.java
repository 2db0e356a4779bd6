package marrow.dist;

import marrow.check.Require;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A distribution given that X lies in [lower, upper]: entry limits of a trial, a time that cannot be negative. F is
 * cut to the share of probability inside and stretched back to [0, 1].
 *
 * <p>Drawn by the quantile on the share inside, taken from the end of the law that is nearer. Gamma and beta have no
 * cheap quantile: they are drawn plainly until a draw falls inside, and by the quantile when {@link #TRIES} have
 * failed, which together is exact.
 */
public final class Within implements Distribution {
    /** Plain draws of a law without a cheap quantile before the quantile is taken. */
    static final int TRIES = 16;

    private final Distribution law;
    private final double lower;
    private final double upper;
    private final double below; // P(X < lower)
    private final double above; // P(X > upper)
    private final double inside; // P(lower <= X <= upper)

    private Within(Distribution law, double lower, double upper) {
        this.law = law;
        this.lower = Math.max(lower, law.lower());
        this.upper = Math.min(upper, law.upper());
        below = law.cumulative(Math.nextDown(lower));
        above = law.survival(upper);
        inside = below < 0.5 ? law.cumulative(upper) - below : law.survival(Math.nextDown(lower)) - above;
        requireMass(lower, upper, inside);
    }

    /** The law itself when the limits cut nothing off. An end may be infinite. */
    static Distribution of(Distribution law, double lower, double upper) {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("the limits must rise, but " + lower + " is not below " + upper);
        }
        return lower <= law.lower() && upper >= law.upper() ? law : new Within(law, lower, upper);
    }

    static void requireMass(double lower, double upper, double inside) {
        if (!(inside > 0)) {
            throw new IllegalArgumentException("the law has no probability between " + lower + " and " + upper);
        }
    }

    @Override
    public double sample(UniformRandomProvider random) {
        if (law instanceof Gamma || law instanceof Beta) {
            for (int tries = 0; tries < TRIES; tries++) {
                double x = law.sample(random);
                if (x >= lower && x <= upper) {
                    return x;
                }
            }
        }
        double u = OpenUnit.draw(random);
        return between(u, 1 - u);
    }

    // Each is a difference taken at the end of the law where the limits lie, so that it keeps its digits.

    @Override
    public double cumulative(double x) {
        if (x < lower || x >= upper) {
            return x < lower ? 0 : 1;
        }
        return below < 0.5 ? share(law.cumulative(x) - below) : 1 - share(law.survival(x) - above);
    }

    @Override
    public double survival(double x) {
        if (x < lower || x >= upper) {
            return x < lower ? 1 : 0;
        }
        return above < 0.5 ? share(law.survival(x) - above) : 1 - share(law.cumulative(x) - below);
    }

    private double share(double part) {
        return Math.max(0, Math.min(1, part / inside));
    }

    @Override
    public double quantile(double p) {
        return between(Require.probability(p, "p"), 1 - p);
    }

    @Override
    public double upperQuantile(double q) {
        return between(1 - q, Require.probability(q, "q"));
    }

    /** The quantile of p = 1 - q. */
    private double between(double p, double q) {
        if (p == 0 || q == 0) {
            return p == 0 ? lower : upper;
        }
        double fromBelow = below + p * inside;
        double x = fromBelow < 0.5 ? law.quantile(fromBelow) : law.upperQuantile(Math.min(1, above + q * inside));
        return Math.max(lower, Math.min(upper, x));
    }

    @Override
    public double mean() {
        // Both halves of the probability, each from its own end: E(X) = integral of Q(p) + Q(1 - p) over p < 1/2.
        return Quadrature.integral(p -> quantile(p) + upperQuantile(p), 0, 0.5);
    }

    @Override
    public double lower() {
        return lower;
    }

    @Override
    public double upper() {
        return upper;
    }

    @Override
    public String toString() {
        return law + " within [" + lower + ", " + upper + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Within that && law.equals(that.law) && lower == that.lower && upper == that.upper;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * law.hashCode() + Double.hashCode(lower)) + Double.hashCode(upper);
    }
}
