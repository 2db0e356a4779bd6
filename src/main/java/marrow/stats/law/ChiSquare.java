package marrow.stats.law;

import org.apache.commons.math3.special.Gamma;

/** The chi-square law as tests need it, R's {@code pchisq(x, df, lower.tail = FALSE)}. */
public final class ChiSquare {
    private ChiSquare() {}

    /** P(X &ge; x) with small relative error in the far tail too; 1 without degrees of freedom: no evidence. */
    public static double upperTail(double x, int degreesOfFreedom) {
        return degreesOfFreedom == 0 || x <= 0 ? 1 : Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, x / 2);
    }
}
