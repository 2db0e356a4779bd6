package marrow.stats.exact;

import marrow.check.Require;
import marrow.stats.law.Gaussian;

/**
 * Fleming's multi-stage design for H0: p &lt;= p0 with early acceptance and early rejection. With N patients in all and
 * n(k) to the end of stage k
 *
 * <pre>
 *   r(k) = [n(k) p0 + z sqrt(N p0 (1 - p0))] + 1,       z the normal quantile of 1 - alpha,
 *   a(k) = [n(k) q - z sqrt(N q (1 - q))],              q = (sqrt(N p0) + z sqrt(1 - p0))^2 / (N + z^2),
 * </pre>
 *
 * <p>where [x] is the whole number nearest to x, and a(K) = r(K) - 1 at the last stage. So the last test is that of
 * one stage with N patients, and the earlier ones cost it next to nothing. alpha is a nominal level: what is attained is
 * enumerated by the {@link MultiStageDesign} and may be a little above it. Reference: Fleming (1982), Biometrics
 * 38:143-151.
 */
public final class FlemingDesign {
    private FlemingDesign() {}

    /**
     * @param alpha the nominal one-sided level
     * @param sizes patients of each stage alone
     */
    public static MultiStageDesign of(double p0, double alpha, int... sizes) {
        Require.openProbability(p0, "p0");
        double z = Gaussian.upperQuantile(Require.openProbability(alpha, "alpha"));
        int[] patients = new int[sizes.length];
        int total = 0;
        for (int k = 0; k < sizes.length; k++) {
            total += Require.atLeast(sizes[k], 1, "patients of a stage");
            patients[k] = total;
        }
        double root = Math.sqrt(total * p0) + z * Math.sqrt(1 - p0);
        double q = root * root / (total + z * z);
        int[] acceptUpTo = new int[sizes.length];
        int[] rejectFrom = new int[sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            rejectFrom[k] = nearest(patients[k] * p0 + z * Math.sqrt(total * p0 * (1 - p0))) + 1;
            acceptUpTo[k] = k == sizes.length - 1
                    ? rejectFrom[k] - 1
                    : Math.max(-1, nearest(patients[k] * q - z * Math.sqrt(total * q * (1 - q))));
        }
        return MultiStageDesign.of(patients, acceptUpTo, rejectFrom);
    }

    private static int nearest(double x) {
        return (int) Math.floor(x + 0.5);
    }
}
