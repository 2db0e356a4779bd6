package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;

/** A law made from what a clinician reports has what was reported. */
class FactoriesTest {
    private static final double P = 0.14;
    private static final double YEAR = 365.25;

    @Test
    void reaching_is_reached() {
        List<Hazard> laws = List.of(
                Exponential.reaching(P, YEAR),
                Weibull.reaching(0.7, P, YEAR),
                Weibull.reaching(12, P, YEAR),
                Gompertz.reaching(0.003, P, YEAR),
                Gompertz.reaching(-0.02, P, YEAR),
                Gompertz.reaching(0, P, YEAR),
                LogLogistic.reaching(1.4, P, YEAR),
                LognormalHazard.reaching(1.1, P, YEAR),
                PiecewiseExponential.reaching(new double[] {0.1, P, 0.3}, new double[] {100, YEAR, 700}),
                Cure.reaching(0.6, Weibull.family(0.7), P, YEAR),
                Cure.reaching(0.85999, LognormalHazard.family(0.5), P, YEAR));
        for (Hazard law : laws) {
            assertEquals(1 - P, law.survival(YEAR), 1e-14, law.toString());
        }
        assertEquals(P, Lognormal.reaching(1.1, P, YEAR).cumulative(YEAR), 1e-14);
        assertEquals(P, Gamma.reaching(2.2, P, YEAR).cumulative(YEAR), 1e-13);
    }

    @Test
    void medians_are_medians() {
        List<Hazard> laws = List.of(
                Exponential.ofMedian(200),
                Weibull.ofMedian(0.7, 200),
                Gompertz.ofMedian(0.003, 200),
                Gompertz.ofMedian(-0.01, 200),
                LogLogistic.ofMedian(1.4, 200),
                LognormalHazard.ofMedian(200, 0.8));
        for (Hazard law : laws) {
            assertEquals(200, law.median(), 1e-11, law.toString());
        }
        assertEquals(200, Gamma.ofMedian(0.4, 200).quantile(0.5), 1e-9);
        assertEquals(200, Lognormal.ofMedian(200, 0.8).quantile(0.5), 1e-12);
    }

    /** E(T) = integral of S(t) dt, here over log t by Gauss rules: a road no factory takes. */
    @Test
    void means_of_hazards_are_means() {
        List<Hazard> laws = List.of(
                Exponential.ofMean(300),
                Weibull.ofMean(0.5, 300),
                Weibull.ofMean(3, 300),
                Gompertz.ofMean(0.002, 300),
                Gompertz.ofMean(0.5, 300),
                Gompertz.ofMean(0, 300),
                Gompertz.ofMean(1e-6, 300),
                LogLogistic.ofMean(3, 300),
                LognormalHazard.ofMean(300, 200));
        for (Hazard law : laws) {
            double mean = new IterativeLegendreGaussIntegrator(32, 1e-10, 1e-10)
                    .integrate(1_000_000, y -> law.survival(Math.exp(y)) * Math.exp(y), -20, 30);
            assertEquals(300, mean, 1e-6, law.toString());
        }
    }

    /** exp(level / slope) E1(level / slope) / slope for level 0.001, slope 0.0005: mpmath 1.3.0, 50 digits. */
    @Test
    void gompertz_mean_agrees_with_the_exponential_integral() {
        assertEquals(0.001, Gompertz.ofMean(0.0005, 722.65723377644515).level(), 1e-15);
    }

    @Test
    void mean_and_sd_are_kept() {
        assertEquals(38, Beta.ofMean(38, 9, 18, 70).mean(), 1e-13);
        assertEquals(30, Gamma.ofMean(30, 12).mean(), 1e-13);
        assertEquals(30, Lognormal.ofMean(30, 12).mean(), 1e-13);
        // Second moments by the exact formulas of the laws.
        Gamma gamma = Gamma.ofMean(30, 12);
        assertEquals(12, Math.sqrt(gamma.shape()) * gamma.scale(), 1e-13);
        Lognormal lognormal = Lognormal.ofMean(30, 12);
        assertEquals(12, 30 * Math.sqrt(Math.expm1(lognormal.sdLog() * lognormal.sdLog())), 1e-12);
        Beta beta = Beta.ofMean(38, 9, 18, 70);
        double both = beta.alpha() + beta.beta();
        assertEquals(9, 52 * Math.sqrt(beta.alpha() * beta.beta() / (both * both * (both + 1))), 1e-12);
    }

    @Test
    void two_quantiles_are_met() {
        Map<String, double[]> pairs =
                Map.of("close", new double[] {0.1, 100, 0.2, 160}, "wide", new double[] {0.02, 3, 0.97, 900});
        pairs.forEach((name, q) -> {
            for (Hazard law : List.of(
                    Weibull.ofQuantiles(q[0], q[1], q[2], q[3]),
                    LogLogistic.ofQuantiles(q[0], q[1], q[2], q[3]),
                    LognormalHazard.ofQuantiles(q[0], q[1], q[2], q[3]))) {
                assertEquals(q[0], 1 - law.survival(q[1]), 1e-13, name + law);
                assertEquals(q[2], 1 - law.survival(q[3]), 1e-13, name + law);
            }
            for (Distribution law : List.of(
                    Normal.ofQuantiles(q[0], q[1], q[2], q[3]),
                    Lognormal.ofQuantiles(q[0], q[1], q[2], q[3]),
                    Gamma.ofQuantiles(q[0], q[1], q[2], q[3]),
                    Beta.ofQuantiles(q[0], q[1], q[2], q[3], -20, 1000))) {
                assertEquals(q[0], law.cumulative(q[1]), 1e-11, name + law);
                assertEquals(q[2], law.cumulative(q[3]), 1e-11, name + law);
            }
        });
    }

    @Test
    void piecewise_exponential_goes_through_its_points() {
        double[] p = {0.03, 0.06, 0.06, 0.1};
        double[] times = {100, 180, 300, 730};
        PiecewiseExponential law = PiecewiseExponential.reaching(p, times);
        for (int k = 0; k < p.length; k++) {
            assertEquals(1 - p[k], law.survival(times[k]), 1e-15);
        }
        assertEquals(law.hazard(700), law.hazard(5000), 0, "the last rate goes on");
    }

    @Test
    void families_fall_with_their_scale() {
        List<HazardFamily> families = List.of(
                Exponential.family(),
                Weibull.family(0.7),
                Gompertz.family(-0.01),
                LogLogistic.family(2),
                LognormalHazard.family(0.7),
                PiecewiseExponential.family(new double[] {100}, new double[] {2, 1}),
                Cure.family(0.5, Weibull.family(2)));
        for (HazardFamily family : families) {
            double last = Double.POSITIVE_INFINITY;
            for (double scale = 1; scale < 1e12; scale *= 3) {
                double h = family.withScale(scale).cumulative(200);
                assertTrue(h <= last, "scale " + scale);
                last = h;
            }
            assertTrue(last < 1e-3, "still " + last);
            assertEquals(0.8, family.reaching(0.2, 50).survival(50), 1e-14);
        }
    }

    /** The quartile of the standard normal law is -0.6744897501960817. */
    @Test
    void a_normal_law_of_known_spread_passes_one_point() {
        Normal law = Normal.reaching(12, 0.25, 35);
        assertEquals(0.25, law.cumulative(35), 1e-14);
        assertEquals(35 + 12 * 0.6744897501960817, law.mean(), 1e-12);
        assertEquals(StandardNormal.quantile(0.9) * 12, law.quantile(0.9) - law.mean(), 1e-12);
    }

    /** The hazard at time 0: falling from infinity, the exponential's, rising from 0. */
    @Test
    void at_the_start_the_shape_decides() {
        double[] shapes = {0.5, 1, 2};
        double[] expected = {Double.POSITIVE_INFINITY, 1 / 40.0, 0};
        for (int i = 0; i < shapes.length; i++) {
            assertEquals(expected[i], Weibull.of(shapes[i], 40).hazard(0));
            assertEquals(expected[i], LogLogistic.of(shapes[i], 40).hazard(0));
        }
    }

    /** Clocks and scenarios are compared by what their laws are. */
    @Test
    void laws_of_arrays_are_equal_where_their_numbers_are() {
        double[] p = {0.25, 0.5};
        PiecewiseExponential pieces = PiecewiseExponential.reaching(p, new double[] {100, 200});
        PiecewiseExponential same = PiecewiseExponential.reaching(p.clone(), new double[] {100, 200});
        assertEquals(pieces, same);
        assertEquals(pieces.hashCode(), same.hashCode());
        assertNotEquals(pieces, PiecewiseExponential.reaching(p, new double[] {100, 201}));
        assertNotEquals(pieces, PiecewiseExponential.reaching(new double[] {0.25, 0.51}, new double[] {100, 200}));
    }
}
