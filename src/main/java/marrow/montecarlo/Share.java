package marrow.montecarlo;

import java.util.Optional;

/**
 * A share, known again by its interval, which is Wilson's and not even about the value. A share of none or all has no error of its
 * own to be tested with, so it is held against a number, or another share, by the error that it would have there.
 *
 * @param n of how many
 */
public record Share(double p, double n) {
    /** Empty where the number is none. */
    public static Optional<Share> of(Estimate estimate) {
        double p = estimate.value();
        Estimate normal = Estimate.of(p, estimate.mcse());
        if (!(p >= 0 && p <= 1)
                || (Rounding.same(normal.lower(), estimate.lower())
                        && Rounding.same(normal.upper(), estimate.upper()))) {
            return Optional.empty();
        }
        double far = p < 0.5 ? estimate.upper() : 1 - estimate.lower(); // z^2 / (n + z^2) where p is 0 or 1
        double n = p == 0 || p == 1
                ? Estimate.Z * Estimate.Z * (1 - far) / far
                : p * (1 - p) / (estimate.mcse() * estimate.mcse());
        return Optional.of(new Share(p, n));
    }

    /** The standard error of the difference where both are the same share. */
    public double errorAgainst(Share other) {
        double together = (p * n + other.p * other.n) / (n + other.n);
        return Math.sqrt(together * (1 - together) * (1 / n + 1 / other.n));
    }

    /** Whether a number lies outside Wilson's interval that reaches so many errors to either side. */
    public boolean isClearOf(double number, double errors) {
        return Math.abs(p - number) > errors * Math.sqrt(Math.max(0, number * (1 - number)) / n);
    }
}
