package marrow.stats.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import org.junit.jupiter.api.Test;

class ApproximateProportionSizeTest {
    private static final RTable R = RTable.read("one-sample-size.csv.gz");
    private static final ApproximateProportionSize[] KINDS = ApproximateProportionSize.values();

    /** In the order of R's column. */
    private static final List<ApproximateProportionSize> IN_R = List.of(
            ApproximateProportionSize.NULL_VARIANCE,
            ApproximateProportionSize.SEEN_VARIANCE,
            ApproximateProportionSize.ARCSINE,
            ApproximateProportionSize.COMPLEMENTARY_LOG_LOG);

    /** The first is rpact's. */
    @Test
    void as_computed_in_r() {
        for (int row = 0; row < R.size(); row++) {
            double[] p = R.numbers(row, "p");
            double[] sizes = R.numbers(row, "proportion");
            for (int k = 0; k < IN_R.size(); k++) {
                double patients = IN_R.get(k).patients(p[0], p[1], R.number(row, "alpha"), R.number(row, "power"));
                SameAsR.estimate(sizes[k], patients, IN_R.get(k) + " " + R.line(row));
            }
        }
    }

    /** 0.5 against 0.7 at one-sided 0.05, power 0.8, by hand: (1.64485 0.5 + 0.84162 0.45826)^2 / 0.04. */
    @Test
    void by_hand() {
        assertEquals(36.488, ApproximateProportionSize.NULL_VARIANCE.patients(0.5, 0.7, 0.05, 0.8), 1e-3);
    }

    /**
     * R 4.2.2: {@code pnorm(sqrt(n) * abs(g(p1) - g(p0)) / d(p1) - qnorm(0.975))} and {@code ((qnorm(0.975) + qnorm(0.8)) * d(p1) / (g(p1) -
     * g(p0)))^2} with g(p) = log(-log(p)), d(p) = sqrt((1 - p) / p) / -log(p).
     */
    @Test
    void on_the_log_log_scale_with_the_variance_seen() {
        ApproximateProportionSize seen = ApproximateProportionSize.SEEN_COMPLEMENTARY_LOG_LOG;
        assertEquals(0.525140001258, seen.power(50, 0.6, 0.75, 0.025), 1e-11);
        assertEquals(0.726940273981, seen.power(150, 0.7, 0.8, 0.025), 1e-11);
        assertEquals(179.1495096, seen.patients(0.7, 0.8, 0.025, 0.8), 1e-6);
    }

    @Test
    void refusals() {
        for (ApproximateProportionSize kind : KINDS) {
            assertThrows(IllegalArgumentException.class, () -> kind.patients(0.5, 0.5, 0.05, 0.8));
            assertThrows(IllegalArgumentException.class, () -> kind.patients(0, 0.5, 0.05, 0.8));
            assertThrows(IllegalArgumentException.class, () -> kind.patients(0.5, Double.NaN, 0.05, 0.8));
            assertThrows(IllegalArgumentException.class, () -> kind.patients(0.5, 0.7, 0.8, 0.05));
        }
    }

    /** Size and power are the two sides of one formula. */
    @Test
    void the_power_of_the_size_is_the_power_asked_for() {
        for (ApproximateProportionSize size : KINDS) {
            for (double[] p : new double[][] {{0.65, 0.85}, {0.5, 0.3}, {0.1, 0.12}}) {
                for (double power : new double[] {0.3, 0.8, 0.95}) {
                    double patients = size.patients(p[0], p[1], 0.025, power);
                    assertEquals(power, size.power(patients, p[0], p[1], 0.025), 1e-12, size + " " + p[0]);
                }
            }
            assertEquals(0.05, size.power(31, 0.65, 0.65, 0.05), 1e-15, "without a difference it is the level");
        }
    }
}
