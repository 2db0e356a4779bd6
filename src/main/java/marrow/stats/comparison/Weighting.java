package marrow.stats.comparison;

/**
 * The weight w(t) of an event time in a log-rank statistic, from what is known just before t in the groups together: Y
 * at risk, the Kaplan-Meier estimate S(t-), and for the Peto-Peto tests the estimate of Peto and Peto after t's events
 * d, {@code P(t) = prod (1 - d/(Y + 1))}. In a stratified test all three are those of the stratum.
 *
 * <p>Fleming and Harrington (1991): {@code S(t-)^rho (1 - S(t-))^gamma}, with 0^0 = 1; gamma = 0 is
 * {@code survival::survdiff(rho)}. Other names as in Klein and Moeschberger (2003), section 7.3.
 */
public final class Weighting {
    private enum Kind {
        ONE,
        AT_RISK,
        ROOT_AT_RISK,
        PETO,
        MODIFIED_PETO,
        POWERS
    }

    /** w = 1. */
    public static final Weighting LOG_RANK = new Weighting(Kind.ONE, 0, 0);

    /** w = Y (Gehan, Breslow). */
    public static final Weighting GEHAN = new Weighting(Kind.AT_RISK, 0, 0);

    /** w = sqrt(Y). */
    public static final Weighting TARONE_WARE = new Weighting(Kind.ROOT_AT_RISK, 0, 0);

    /** w = P(t). */
    public static final Weighting PETO_PETO = new Weighting(Kind.PETO, 0, 0);

    /** w = P(t) Y / (Y + 1) (Andersen). */
    public static final Weighting MODIFIED_PETO_PETO = new Weighting(Kind.MODIFIED_PETO, 0, 0);

    private final Kind kind;
    private final double rho;
    private final double gamma;

    private Weighting(Kind kind, double rho, double gamma) {
        this.kind = kind;
        this.rho = rho;
        this.gamma = gamma;
    }

    /** (0, 0) is the log-rank test; (1, 0) weighs early, (0, 1) late, (1, 1) middle differences. */
    public static Weighting flemingHarrington(double rho, double gamma) {
        if (!(rho >= 0 && gamma >= 0 && rho < Double.POSITIVE_INFINITY && gamma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rho and gamma must be 0 or more: " + rho + ", " + gamma);
        }
        return rho == 0 && gamma == 0 ? LOG_RANK : new Weighting(Kind.POWERS, rho, gamma);
    }

    double at(double survival, double atRisk, double peto) {
        return switch (kind) {
            case ONE -> 1;
            case AT_RISK -> atRisk;
            case ROOT_AT_RISK -> Math.sqrt(atRisk);
            case PETO -> peto;
            case MODIFIED_PETO -> peto * atRisk / (atRisk + 1);
            case POWERS -> power(survival, rho) * power(1 - survival, gamma);
        };
    }

    private static double power(double base, double exponent) {
        if (exponent == 0) {
            return 1;
        }
        if (exponent == 1 || base <= 0) {
            return Math.max(base, 0);
        }
        return StrictMath.exp(exponent * StrictMath.log(base));
    }
}
