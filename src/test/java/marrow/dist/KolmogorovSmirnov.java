package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The largest distance between the distribution function of a sample and the law it should come from. A right sampler
 * fails with probability 1e-6 a test (asymptotic bound sqrt(log(2 / 1e-6) / (2 n))), were the seeds not fixed.
 */
final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    static void check(double[] sample, DoubleUnaryOperator cumulative, String what) {
        double[] x = sample.clone();
        Arrays.sort(x);
        double distance = 0;
        for (int i = 0; i < x.length; i++) {
            double p = cumulative.applyAsDouble(x[i]);
            distance = Math.max(distance, Math.max(p - (double) i / x.length, (i + 1.0) / x.length - p));
        }
        double allowed = Math.sqrt(Math.log(2 / 1e-6) / (2.0 * x.length));
        assertTrue(distance <= allowed, what + ": distance " + distance + " above " + allowed);
    }
}
