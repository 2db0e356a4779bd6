package marrow.stats.law;

/** The t law: P(|T| > t) = I_x(f / 2, 1 / 2) with x = f / (f + t^2) and I the regularised incomplete beta function. */
public final class StudentT {
    private StudentT() {}

    /** P(|T| > |t|) with this many degrees of freedom; NaN for NaN. */
    public static double bothTails(double t, int degreesOfFreedom) {
        double f = degreesOfFreedom;
        return Double.isNaN(t) ? Double.NaN : BetaLaw.of(f / 2, 0.5).below(f / (f + t * t));
    }
}
