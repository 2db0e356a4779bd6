package marrow.dist;

import marrow.check.Require;

/**
 * Cure mixture: the share {@code cured} never has the event, the others have it at the hazard of {@code rest}: {@code
 * S(t) = c + (1 - c) S0(t)}. Defective: H ends at -log c, and {@link #inverse} is +infinity from there on. Near that
 * end H no longer tells times apart, and the inverse gives a time only as exactly as H does.
 *
 * @param cured share who never has the event, strictly between 0 and 1
 * @param rest  hazard of those not cured
 */
public record Cure(double cured, Hazard rest) implements Hazard {
    public Cure {
        Require.openProbability(cured, "cured");
        if (rest == null) {
            throw new IllegalArgumentException("rest must be a hazard, not null");
        }
    }

    public static Cure of(double cured, Hazard rest) {
        return new Cure(cured, rest);
    }

    /** The mixture by which the share p of everybody has had the event at time t; p + cured must be below 1. */
    public static Cure reaching(double cured, HazardFamily rest, double p, double t) {
        Require.openProbability(cured, "cured");
        Require.openProbability(p, "p");
        if (!(p < 1 - cured)) {
            throw new IllegalArgumentException("p must be below the share not cured, " + (1 - cured) + ", but is " + p);
        }
        return new Cure(cured, rest.reaching(p / (1 - cured), t));
    }

    /** All mixtures with this cured share; the scale is that of the rest. */
    public static HazardFamily family(double cured, HazardFamily rest) {
        Require.openProbability(cured, "cured");
        return scale -> new Cure(cured, rest.withScale(scale));
    }

    @Override
    public double[] cuts() {
        return rest.cuts();
    }

    @Override
    public double hazard(double t) {
        double uncured = (1 - cured) * rest.survival(t);
        return uncured > 0 ? rest.hazard(t) * uncured / (cured + uncured) : 0;
    }

    /** Two forms: exact where few have had the event, and where few are left to have it. */
    @Override
    public double cumulative(double t) {
        double h = rest.cumulative(t);
        double had = -(1 - cured) * StrictMath.expm1(-h);
        return had < 0.5 ? -StrictMath.log1p(-had) : -StrictMath.log(cured + (1 - cured) * StrictMath.exp(-h));
    }

    @Override
    public double inverse(double h) {
        double ofRest = cumulativeOfRest(h);
        return ofRest < Double.POSITIVE_INFINITY ? rest.inverse(ofRest) : ofRest;
    }

    /** The same two forms backwards; S - c is written c (exp(-log c - h) - 1), which keeps what h still tells. */
    private double cumulativeOfRest(double h) {
        double had = -StrictMath.expm1(-h) / (1 - cured); // share of the rest
        if (had < 0.5) {
            return -StrictMath.log1p(-had);
        }
        double left = StrictMath.expm1(-StrictMath.log(cured) - h) * cured / (1 - cured);
        return left > 0 ? -StrictMath.log(left) : Double.POSITIVE_INFINITY;
    }
}
