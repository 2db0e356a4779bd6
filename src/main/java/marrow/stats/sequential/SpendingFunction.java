package marrow.stats.sequential;

import marrow.check.Require;
import marrow.stats.law.Gaussian;

/**
 * How much of an error may be spent by the time a fraction t of the information is there: 0 at t = 0, all of it from
 * t = 1 on, never falling (Lan and DeMets 1983, Biometrika 70:659-663). It spends the type I error on the way to
 * efficacy and the type II error on the way to futility. Names in brackets are those of R's {@code rpact}.
 */
@FunctionalInterface
public interface SpendingFunction {
    /**
     * @param fraction of the information, above 0 and at most 1
     * @param error the error to spend in all, one-sided
     */
    double spent(double fraction, double error);

    /** Lan and DeMets, like O'Brien and Fleming (asOF, bsOF): 2 P(Z &gt; z / sqrt(t)), z the quantile of 1 - error / 2. */
    static SpendingFunction oBrienFleming() {
        return (t, error) -> 2 * Gaussian.upperTail(Gaussian.upperQuantile(0.5 * error) / Math.sqrt(t));
    }

    /** Lan and DeMets, like Pocock (asP, bsP): error log(1 + (e - 1) t). */
    static SpendingFunction pocock() {
        return (t, error) -> t == 1 ? error : error * StrictMath.log(1 + (StrictMath.E - 1) * t);
    }

    /** Kim and DeMets (1987), Biometrika 74:149-154 (asKD, bsKD): error t^power. */
    static SpendingFunction kimDeMets(double power) {
        Require.positive(power, "power");
        return (t, error) -> error * StrictMath.exp(power * StrictMath.log(t));
    }

    /**
     * Hwang, Shih and DeCani (1990), Statistics in Medicine 9:1439-1445 (asHSD, bsHSD):
     * error (1 - exp(-gamma t)) / (1 - exp(-gamma)), and error t for gamma = 0. Negative gammas spend late: -4 is near
     * to O'Brien and Fleming, 1 to Pocock. Below -709, where exp(-gamma) is more than a double holds, the quotient is exp(gamma (1 - t)).
     */
    static SpendingFunction hwangShihDeCani(double gamma) {
        Require.finite(gamma, "gamma");
        if (gamma == 0) {
            return (t, error) -> error * t;
        }
        double whole = StrictMath.expm1(-gamma);
        return whole == Double.POSITIVE_INFINITY
                ? (t, error) -> error * StrictMath.exp(gamma * (1 - t))
                : (t, error) -> error * (StrictMath.expm1(-gamma * t) / whole);
    }

    /** All of it at the end: looks before reject nothing. */
    static SpendingFunction atTheEnd() {
        return (t, error) -> t < 1 ? 0 : error;
    }

    /**
     * Points of the user's own (asUser, bsUser), with straight lines between them and from (0, 0).
     *
     * @param fractions of information, rising to 1
     * @param parts of the error spent by then, never falling, to 1
     */
    static SpendingFunction points(double[] fractions, double[] parts) {
        return SpendingPoints.of(fractions, parts);
    }
}
