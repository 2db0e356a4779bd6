package marrow.dist;

/**
 * The law of a time T &ge; 0 given by its hazard h(t), the rate at which the event comes to those it has spared until
 * t:
 *
 * <pre>  H(t) = integral of h from 0 to t,   S(t) = P(T &gt; t) = exp(-H(t)).</pre>
 *
 * Its unit is one over the unit of time (per day). A law may be defective: when H stays finite, a share
 * exp(-H(+infinity)) never has the event.
 *
 * <p>A clock that starts at age s of the law with the unit-exponential budget e rings at {@code inverse(cumulative(s)
 * + e)}. Rounding may put that a few units in the last place before s: who truncates takes the larger of the two.
 */
public non-sealed interface Hazard extends Law {
    /** h(t) for t &ge; 0; may be infinite at 0. */
    double hazard(double t);

    /** H(t), nondecreasing, 0 for t &le; 0; at +infinity its limit. */
    double cumulative(double t);

    /**
     * What a clock has spent of its budget by t: H(t), as far as it can be reckoned with. A hazard that grows fast enough overflows; whoever
     * has come to 1e100 has long had the event.
     */
    default double spentBy(double t) {
        return Math.min(cumulative(t), 1e100);
    }

    /** The smallest t with H(t) &ge; h, for h &ge; 0: 0 at h = 0, +infinity when H never gets there. */
    double inverse(double h);

    /** S(t) = exp(-H(t)). */
    default double survival(double t) {
        return StrictMath.exp(-cumulative(t));
    }

    /** The time by which half have had the event, or +infinity when fewer than half ever do. */
    default double median() {
        return inverse(LN2);
    }

    /** The times, rising, at which h jumps; between them it is smooth. */
    default double[] cuts() {
        return new double[0];
    }

    /** The natural logarithm of 2. */
    double LN2 = 0.6931471805599453;
}
