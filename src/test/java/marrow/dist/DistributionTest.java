package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every distribution, whatever its formula. */
class DistributionTest {
    static List<Distribution> distributions() {
        return Examples.distributions();
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void draws_follow_the_law(Distribution law) {
        UniformRandomProvider random = new SplitMix64(21);
        double[] draws =
                DoubleStream.generate(() -> law.sample(random)).limit(20_000).toArray();
        KolmogorovSmirnov.check(draws, law::cumulative, law.toString());
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void draws_above_a_bound_follow_the_truncated_law(Distribution law) {
        for (double p : new double[] {0.1, 0.6, 0.999}) {
            double bound = law.quantile(p);
            double above = law.survival(bound);
            boolean solvesEachDraw = law.toString().matches("(Gamma|Beta).*") && p > 0.9;
            int size = solvesEachDraw ? 2_000 : 10_000;
            UniformRandomProvider random = new SplitMix64(22);
            double[] draws = DoubleStream.generate(() -> law.sampleAbove(bound, random))
                    .limit(size)
                    .toArray();
            for (double draw : draws) {
                assertTrue(draw > bound && draw <= law.upper(), law + " above " + bound + " gave " + draw);
            }
            KolmogorovSmirnov.check(draws, x -> 1 - law.survival(x) / above, law + " above " + bound);
        }
    }

    /** Beyond a bound that one in 1e14 passes, 1 - F has a hundred values left; S has all of its own. */
    @Test
    void draws_far_in_the_upper_tail_follow_the_truncated_law() {
        for (Distribution law : List.of(Normal.of(38, 13), Lognormal.ofMedian(25, 0.5), Gamma.of(3.7, 9))) {
            double bound = law.upperQuantile(1e-14);
            UniformRandomProvider random = new SplitMix64(24);
            double[] draws = DoubleStream.generate(() -> law.sampleAbove(bound, random))
                    .limit(4000)
                    .toArray();
            KolmogorovSmirnov.check(draws, x -> 1 - law.survival(x) / 1e-14, law + " above " + bound);
            long different = DoubleStream.of(draws).distinct().count();
            assertTrue(different > 3900, law + " has only " + different + " different draws above " + bound);
        }
    }

    /** Mean shape, variance shape, fourth central moment 3 shape (shape + 2); 5 standard errors: false alarm 6e-7. */
    @Test
    void gamma_draws_have_the_moments_of_the_law() {
        UniformRandomProvider random = new SplitMix64(25);
        int size = 1_000_000;
        for (double shape : new double[] {0.3, 1, 1.5, 3.7}) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < size; i++) {
                double away = MarsagliaTsang.draw(shape, random) - shape;
                sum += away;
                squares += away * away;
            }
            double variance = shape;
            double fourth = 3 * shape * (shape + 2);
            assertEquals(0, sum / size, 5 * Math.sqrt(variance / size), "mean for shape " + shape);
            double spread = Math.sqrt((fourth - variance * variance) / size);
            assertEquals(variance, squares / size, 5 * spread, "variance for shape " + shape);
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void nothing_lies_above_the_upper_end(Distribution law) {
        UniformRandomProvider random = new SplitMix64(23);
        assertEquals(Double.POSITIVE_INFINITY, law.sampleAbove(law.upper(), random));
        double anywhere = law.sampleAbove(Double.NEGATIVE_INFINITY, random);
        assertTrue(anywhere >= law.lower() && anywhere <= law.upper(), law + " gave " + anywhere);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void quantile_undoes_cumulative_at_both_ends(Distribution law) {
        for (double p : new double[] {1e-12, 1e-6, 0.003, 0.2, 0.4999, 0.5, 0.5001, 0.8, 0.997}) {
            assertNear(p, law::cumulative, law.quantile(p), law + " at " + p);
            assertNear(p, law::survival, law.upperQuantile(p), law + " at 1 - " + p);
            double x = law.quantile(p);
            assertEquals(1, law.cumulative(x) + law.survival(x), 1e-13, law + " at " + x);
        }
        assertEquals(law.lower(), law.quantile(0), law.toString());
        assertEquals(law.upper(), law.quantile(1), law.toString());
        assertEquals(law.upper(), law.upperQuantile(0), law.toString());
        assertEquals(0, law.cumulative(Math.nextDown(law.lower())));
        assertEquals(1, law.cumulative(law.upper()));
        assertEquals(0, law.survival(law.upper()));
    }

    /**
     * The function takes the value p within 4 units in the last place of x, but for 1e-9 of p (the incomplete
     * functions of Commons Math) and a few roundings of 1 (differences of F in a law cut to limits).
     */
    private static void assertNear(double p, DoubleUnaryOperator function, double x, String what) {
        double one = function.applyAsDouble(x - 4 * Math.ulp(x));
        double other = function.applyAsDouble(x + 4 * Math.ulp(x));
        double allowed = 1e-9 * p + 4e-15;
        assertTrue(p >= Math.min(one, other) - allowed, what + ": " + one + ", " + other);
        assertTrue(p <= Math.max(one, other) + allowed, what + ": " + one + ", " + other);
    }

    /** E(X) = c + integral of S above c - integral of F below c, by the midpoint rule on a grid of 400,000. */
    @ParameterizedTest
    @MethodSource("distributions")
    void mean_is_the_area_beside_the_distribution_function(Distribution law) {
        double from = Math.max(law.lower(), law.quantile(1e-12));
        double to = Math.min(law.upper(), law.upperQuantile(1e-12));
        int cells = law instanceof Gamma || law instanceof Beta || law instanceof Within ? 20_000 : 400_000;
        double width = (to - from) / cells;
        double area = 0;
        for (int i = 0; i < cells; i++) {
            area += width * law.survival(from + (i + 0.5) * width);
        }
        assertEquals(from + area, law.mean(), 3e-5 * (to - from), law.toString());
    }

    @Test
    void agrees_with_reference_in_both_tails() {
        for (String[] row : ReferenceTable.read("distributions.csv").rows()) {
            Distribution law = named(row[0], ReferenceTable.numbers(row[1]));
            double x = Double.parseDouble(row[2]);
            double cumulative = Double.parseDouble(row[3]);
            double survival = Double.parseDouble(row[4]);
            // Incomplete gamma and beta functions of Commons Math: 1e-12 of the value; the others some roundings.
            double allowed = law instanceof Gamma || law instanceof Beta ? 1e-12 : 2e-14;
            assertEquals(cumulative, law.cumulative(x), allowed * cumulative, law + " at " + x);
            assertEquals(survival, law.survival(x), allowed * survival, law + " at " + x);
        }
    }

    private static Distribution named(String name, double[] p) {
        return switch (name) {
            case "normal" -> Normal.of(p[0], p[1]);
            case "lognormal" -> Lognormal.ofMedian(p[0], p[1]);
            case "gamma" -> Gamma.of(p[0], p[1]);
            case "beta" -> Beta.of(p[0], p[1], p[2], p[3]);
            case "triangular" -> Triangular.of(p[0], p[1], p[2]);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Common random numbers: where one uniform makes one draw, a larger uniform makes a larger draw. */
    @Test
    void draws_by_inversion_rise_with_their_uniform() {
        for (Distribution law : Examples.distributions()) {
            if (law.toString().matches("(Gamma|Beta).*")) {
                continue;
            }
            double last = Double.NEGATIVE_INFINITY;
            for (long k = 0; k < 1000; k++) {
                long word = k << 54 | 1L << 53;
                double draw = law.sample(() -> word);
                assertTrue(draw >= last, law + " fell from " + last + " to " + draw);
                last = draw;
            }
        }
    }

    @Test
    void fixed_is_where_it_is() {
        Fixed day28 = Fixed.of(28);
        UniformRandomProvider none = () -> {
            throw new AssertionError("a fixed law takes no random number");
        };
        assertEquals(28, day28.sample(none));
        assertEquals(28, day28.sampleAbove(27.9, none));
        assertEquals(Double.POSITIVE_INFINITY, day28.sampleAbove(28, none));
        assertEquals(0, day28.cumulative(27.999));
        assertEquals(1, day28.cumulative(28));
        assertEquals(28, day28.quantile(0.3));
        assertEquals(28, day28.mean());
    }
}
