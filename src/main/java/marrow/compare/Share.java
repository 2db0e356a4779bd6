package marrow.compare;

import java.util.Optional;
import marrow.montecarlo.Estimate;
import marrow.stats.law.Gaussian;

/**
 * A share, known again by its interval, which is Wilson's and not even about the value. A share of none or all has no error of its
 * own to be tested with, so two shares are tested with the error that both together have.
 *
 * @param n of how many
 */
record Share(double p, double n) {
    private static final double Z = Gaussian.halfWidth(0.95);

    /** Empty where the number is none. */
    static Optional<Share> of(Estimate estimate) {
        double p = estimate.value();
        Estimate normal = Estimate.of(p, estimate.mcse());
        if (!(p >= 0 && p <= 1)
                || (Rounding.same(normal.lower(), estimate.lower())
                        && Rounding.same(normal.upper(), estimate.upper()))) {
            return Optional.empty();
        }
        double far = p < 0.5 ? estimate.upper() : 1 - estimate.lower(); // z^2 / (n + z^2) where p is 0 or 1
        double n = p == 0 || p == 1 ? Z * Z * (1 - far) / far : p * (1 - p) / (estimate.mcse() * estimate.mcse());
        return Optional.of(new Share(p, n));
    }

    /** The standard error of the difference where both are the same share. */
    double errorAgainst(Share other) {
        double together = (p * n + other.p * other.n) / (n + other.n);
        return Math.sqrt(together * (1 - together) * (1 / n + 1 / other.n));
    }
}
