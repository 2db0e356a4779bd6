package marrow.stats.law;

import java.util.stream.IntStream;

/** The chi-square law as tests need it, R's {@code pchisq(x, df, lower.tail = FALSE)}. */
public final class ChiSquare {
    private static final GammaTail[] TAIL =
            IntStream.rangeClosed(1, 32).mapToObj(df -> new GammaTail(df / 2.0)).toArray(GammaTail[]::new);

    private ChiSquare() {}

    /** P(X &ge; x) with small relative error in the far tail too; 1 without degrees of freedom: no evidence. */
    public static double upperTail(double x, int degreesOfFreedom) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (degreesOfFreedom == 0 || x <= 0) {
            return 1;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        GammaTail tail =
                degreesOfFreedom <= TAIL.length ? TAIL[degreesOfFreedom - 1] : new GammaTail(degreesOfFreedom / 2.0);
        return tail.above(x / 2);
    }
}
