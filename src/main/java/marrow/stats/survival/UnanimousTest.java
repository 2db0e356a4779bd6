package marrow.stats.survival;

import marrow.check.Require;
import marrow.stats.law.Gaussian;
import marrow.stats.law.Interval;

/**
 * Test of one probability at one time against a fixed value where the estimate is 0 or 1 and so has no estimated variance: the exact
 * binomial test, and the interval of Clopper and Pearson, of n of n patients, n an {@link EffectiveNumber}, which need be no
 * whole one. With an estimate of 1 the chance of data so good is {@code p0^n} and the lower limit of level 1 - 2a is {@code
 * a^(1/n)}; with 0 they are {@code (1 - p0)^n} and, as upper limit, {@code 1 - a^(1/n)}. Two-sided p-values are
 * twice the smaller one, so that a test rejects where its interval leaves p0 out.
 *
 * <p>Without competing causes and truncation an estimate of 1 is one of Y(t) patients at risk at t without an event, of a chance of at
 * most p0^Y(t) whatever the censoring was: the level is kept. It is then the limit of the beta product of Fay, Brittain and
 * Proschan (2013), Biostatistics 14:723-736, R's {@code bpcp}; an estimate of 0 with censoring before it is near to it (the
 * method of moments there). With nobody, n = 0, p is 1 and the interval [0, 1].
 *
 * <p>The side on which the estimate does not lie has the p-value, above 1/2, of the normal test with the variance of the hypothesis, {@code
 * (estimate - p0) / sqrt(p0 (1 - p0) / n)}: the exact one is 1 for one patient as for a hundred, and a look weighs how
 * much speaks against.
 *
 * @param one      whether the estimate is 1, else it is 0
 * @param patients n
 */
public record UnanimousTest(boolean one, double patients, double p0) {
    public UnanimousTest {
        Require.notNegative(patients, "patients");
        Require.openProbability(p0, "p0");
    }

    /** Small when the estimate is 1 and p0 well below. */
    public double pGreater() {
        return one ? exact() : against();
    }

    /** Small when the estimate is 0 and p0 well above. */
    public double pLess() {
        return one ? against() : exact();
    }

    public double pTwoSided() {
        return Math.min(1, 2 * exact());
    }

    /** The chance under the hypothesis that all are as they are. */
    private double exact() {
        return StrictMath.pow(one ? p0 : 1 - p0, patients);
    }

    private double against() {
        double odds = one ? (1 - p0) / p0 : p0 / (1 - p0);
        return patients > 0 ? Gaussian.lowerTail(Math.sqrt(patients * odds)) : 1;
    }

    public Interval interval(double level) {
        double tail = (1 - Require.openProbability(level, "level")) / 2;
        double inner = StrictMath.pow(tail, 1 / patients);
        return one ? new Interval(inner, 1) : new Interval(0, 1 - inner);
    }
}
