package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every hazard, whatever its formula. */
class HazardTest {
    private static final double[] TIMES = {1e-9, 1e-4, 0.3, 1, 7, 27.9, 60, 99, 180, 365.25, 1826.25, 36525, 1e6};

    static List<Hazard> hazards() {
        return Examples.hazards();
    }

    @ParameterizedTest
    @MethodSource("hazards")
    void integral_of_hazard_is_cumulative_hazard(Hazard law) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(20, 0, 1);
        DoubleStream grid = DoubleStream.of(0.01, 0.1, 1, 3, 10, 30, 60, 180, 365.25, 1000, 3000);
        double[] ends =
                DoubleStream.concat(grid, Arrays.stream(law.cuts())).sorted().toArray();
        for (int i = 1; i < ends.length; i++) {
            double from = Math.log(ends[i - 1]);
            double width = Math.log(ends[i]) - from;
            double sum = 0;
            for (int k = 0; k < 16; k++) {
                double start = from + k * width / 16;
                sum += width
                        / 16
                        * rule.integrate(x -> {
                            double t = Math.exp(start + x * width / 16);
                            return law.hazard(t) * t;
                        });
            }
            double expected = law.cumulative(ends[i]) - law.cumulative(ends[i - 1]);
            assertEquals(expected, sum, 1e-11 * law.cumulative(ends[i]) + 1e-300, law + " to " + ends[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("hazards")
    void inverse_finds_the_time_again(Hazard law) {
        for (double t : TIMES) {
            double spent = law.cumulative(t);
            if (!(law.hazard(t) > 0) || spent == 0) {
                continue;
            }
            // A rounding of H by one part in 2^53 moves t by H / h such parts; powers of t lose |log H| more.
            double wobble = spent / law.hazard(t) * (4 + Math.abs(Math.log(spent))) + t * (4 + Math.abs(Math.log(t)));
            double again = law.inverse(spent);
            if (again < Double.POSITIVE_INFINITY || spent < law.cumulative(Double.POSITIVE_INFINITY)) {
                assertEquals(t, again, 0x1p-52 * wobble, law + " at " + t);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hazards")
    void inverse_is_the_smallest_time_that_has_spent_the_budget(Hazard law) {
        double limit = law.cumulative(Double.POSITIVE_INFINITY);
        for (double h : new double[] {1e-300, 1e-20, 1e-8, 0.01, 0.3, 0.7, 1, 2.5, 10, 40, 600}) {
            double t = law.inverse(h);
            if (h > limit) {
                assertEquals(Double.POSITIVE_INFINITY, t, law + " at " + h);
            } else if (t > 0 && t < Double.POSITIVE_INFINITY) {
                assertTrue(law.cumulative(t * (1 + 1e-13)) >= h * (1 - 1e-13), law + " at " + h);
                assertTrue(law.cumulative(t * (1 - 1e-13)) <= h * (1 + 1e-13), law + " at " + h);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hazards")
    void ends_are_exact(Hazard law) {
        assertEquals(0, law.cumulative(0));
        assertEquals(0, law.cumulative(-5));
        assertEquals(0, law.inverse(0));
        assertEquals(1, law.survival(0));
        assertEquals(Double.POSITIVE_INFINITY, law.inverse(Double.POSITIVE_INFINITY));
        assertFalse(Double.isNaN(law.cumulative(Double.POSITIVE_INFINITY)));
        assertTrue(Double.isNaN(law.cumulative(Double.NaN)), law + " hides a NaN");
    }

    @ParameterizedTest
    @MethodSource("hazards")
    void cumulative_and_inverse_never_fall(Hazard law) {
        UniformRandomProvider random = new SplitMix64(17);
        for (int i = 0; i < 20_000; i++) {
            double t = Math.exp(-20 + 35 * random.nextDouble());
            double later = t * (1 + Math.exp(-25 * random.nextDouble()));
            assertTrue(law.cumulative(later) >= law.cumulative(t) * (1 - 1e-14), law + " from " + t + " to " + later);
            double h = Math.exp(-20 + 25 * random.nextDouble());
            assertTrue(law.inverse(h * (1 + 1e-9)) >= law.inverse(h), law + " at " + h);
        }
    }

    /** The promise to a clock that starts late: never rings before it started by more than rounding. */
    @ParameterizedTest
    @MethodSource("hazards")
    void left_truncation_does_not_go_back(Hazard law) {
        UniformRandomProvider random = new SplitMix64(18);
        for (int i = 0; i < 20_000; i++) {
            double start = Math.exp(-5 + 17 * random.nextDouble());
            double budget = Math.exp(-60 * random.nextDouble());
            double spent = law.cumulative(start);
            double rings = law.inverse(spent + budget);
            if (law.hazard(start) > 0) {
                double wobble = spent / law.hazard(start) * (4 + Math.abs(Math.log(spent))) + 12 * start;
                assertTrue(rings >= start - 0x1p-52 * wobble, law + " started at " + start + " rang at " + rings);
            }
        }
    }

    /** Late starters ring by the law given T > start. */
    @ParameterizedTest
    @MethodSource("hazards")
    void late_starters_follow_the_truncated_law(Hazard law) {
        UniformRandomProvider random = new SplitMix64(19);
        double start = 40;
        double spent = law.cumulative(start);
        double[] rings = new double[20_000];
        for (int i = 0; i < rings.length; i++) {
            rings[i] = law.inverse(spent - StrictMath.log(OpenUnit.draw(random)));
        }
        double never = Math.exp(spent - law.cumulative(Double.POSITIVE_INFINITY));
        double[] rung =
                Arrays.stream(rings).filter(t -> t < Double.POSITIVE_INFINITY).toArray();
        // Share that never rings: 6 standard errors, false alarm 2e-9.
        double allowed = 6 * Math.sqrt(never * (1 - never) / rings.length) + 1e-12;
        assertEquals(never, 1 - (double) rung.length / rings.length, allowed);
        if (rung.length > 100) {
            KolmogorovSmirnov.check(rung, t -> -Math.expm1(spent - law.cumulative(t)) / (1 - never), law.toString());
        }
    }

    @Test
    void agrees_with_reference_far_into_both_tails() {
        for (String[] row : ReferenceTable.read("cumulative-hazards.csv").rows()) {
            Hazard law = named(row[0], ReferenceTable.numbers(row[1]));
            double t = Double.parseDouble(row[2]);
            double expected = Double.parseDouble(row[3]);
            // Relative error: some roundings, and |log H| of them from the power in the formula.
            double allowed = 0x1p-52 * (4 + 2 * Math.abs(Math.log(expected)));
            assertEquals(1, law.cumulative(t) / expected, allowed, law + " at " + t);
        }
    }

    private static Hazard named(String name, double[] p) {
        return switch (name) {
            case "exponential" -> Exponential.ofRate(p[0]);
            case "weibull" -> Weibull.of(p[0], p[1]);
            case "gompertz" -> Gompertz.of(p[0], p[1]);
            case "loglogistic" -> LogLogistic.of(p[0], p[1]);
            case "lognormal" -> LognormalHazard.ofMedian(p[0], p[1]);
            case "cure-weibull" -> Cure.of(p[0], Weibull.of(p[1], p[2]));
            default -> throw new IllegalArgumentException(name);
        };
    }
}
