package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import marrow.dist.Beta;
import marrow.dist.CumulativeIncidence;
import marrow.dist.Cure;
import marrow.dist.Distribution;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Gamma;
import marrow.dist.Gompertz;
import marrow.dist.Hazard;
import marrow.dist.Law;
import marrow.dist.LogLogistic;
import marrow.dist.Lognormal;
import marrow.dist.LognormalHazard;
import marrow.dist.Normal;
import marrow.dist.PiecewiseExponential;
import marrow.dist.Triangular;
import marrow.dist.Uniform;
import marrow.dist.Weibull;
import marrow.journey.Clock;
import marrow.scenario.journey.Solved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which the page says a law may be given gives that law, in days. */
class LawsTest {
    private static final double YEAR = 365.25;

    @TempDir
    Path folder;

    static Stream<Arguments> waits() {
        return Stream.of(
                Arguments.of("14 d", Fixed.of(14)),
                Arguments.of("{uniform: [3 d, 9 d]}", Uniform.of(3, 9)),
                Arguments.of("{triangular: [3 d, 5 d, 2 w]}", Triangular.of(3, 5, 14)),
                Arguments.of("{lognormal: {median: 20 d, sdlog: 0.5}}", Lognormal.ofMedian(20, 0.5)),
                Arguments.of("{lognormal: {mean: 20 d, sd: 5 d}}", Lognormal.ofMean(20, 5)),
                Arguments.of(
                        "{lognormal: {quantiles: {25 %: 19 d, 75 %: 24 d}}}",
                        Lognormal.ofQuantiles(0.25, 19, 0.75, 24)),
                Arguments.of("{gamma: {shape: 2, scale: 3 d}}", Gamma.of(2, 3)),
                Arguments.of("{gamma: {shape: 2, mean: 6 d}}", Gamma.of(2, 3)),
                Arguments.of("{gamma: {median: 6 d, shape: 2}}", Gamma.ofMedian(2, 6)),
                Arguments.of("{gamma: {mean: 6 d, sd: 2 d}}", Gamma.ofMean(6, 2)),
                Arguments.of("{lognormal: {sdlog: 0.4, reaches: 80 %, by: 28 d}}", Lognormal.reaching(0.4, 0.8, 28)),
                Arguments.of("{gamma: {shape: 2, reaches: 80 %, by: 4 w}}", Gamma.reaching(2, 0.8, 28)),
                Arguments.of("{gamma: {quantiles: {0.25: 19 d, 0.75: 24 d}}}", Gamma.ofQuantiles(0.25, 19, 0.75, 24)),
                Arguments.of("{beta: {a: 2, b: 3, on: [0 d, 28 d]}}", Beta.of(2, 3, 0, 28)),
                Arguments.of("{beta: {mean: 10 d, sd: 3 d, on: [0 d, 28 d]}}", Beta.ofMean(10, 3, 0, 28)));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void a_waiting_time(String written, Law expected) {
        assertEquals(expected, clock("after: " + written).law());
    }

    @Test
    void a_bell_of_known_spread_put_where_it_reaches() {
        Distribution bell =
                (Distribution) clock("after: {normal: {sd: 5 d, reaches: 80 %, by: 28 d}, within: [0 d, 60 d]}")
                        .law();
        assertEquals(Normal.reaching(5, 0.8, 28).within(0, 60).quantile(0.3), bell.quantile(0.3));
        assertEquals(0.8, Normal.reaching(5, 0.8, 28).cumulative(28), 1e-14);
    }

    @Test
    void a_law_that_is_cut_and_one_read_off_quantiles() {
        Distribution cut =
                (Distribution) clock("after: {normal: {quantiles: {25 %: 19 d, 75 %: 24 d}}, within: [14 d, 38 d]}")
                        .law();
        assertEquals(14, cut.lower());
        assertEquals(38, cut.upper());
        assertEquals(Normal.ofQuantiles(0.25, 19, 0.75, 24).within(14, 38).quantile(0.3), cut.quantile(0.3));
        Distribution read = (Distribution)
                clock("after: {empirical: {0 %: 14 d, 25 %: 19 d, 50 %: 21 d, 75 %: 23.5 d, 100 %: 38 d}}")
                        .law();
        assertEquals(20, read.quantile(0.375), 1e-12);
    }

    static Stream<Arguments> hazards() {
        return Stream.of(
                Arguments.of("{exponential: {rate: 0.2 per y}}", Exponential.ofRate(0.2 / YEAR)),
                Arguments.of("{exponential: {mean: 1 y}}", Exponential.ofMean(YEAR)),
                Arguments.of("{exponential: {median: 1 y}}", Exponential.ofMedian(YEAR)),
                Arguments.of("{weibull: {shape: 0.7, scale: 1 y}}", Weibull.of(0.7, YEAR)),
                Arguments.of("{weibull: {shape: 0.7, mean: 1 y}}", Weibull.ofMean(0.7, YEAR)),
                Arguments.of("{weibull: {shape: 0.7, median: 1 y}}", Weibull.ofMedian(0.7, YEAR)),
                Arguments.of(
                        "{weibull: {quantiles: {10 %: 100 d, 20 %: 1 y}}}", Weibull.ofQuantiles(0.1, 100, 0.2, YEAR)),
                Arguments.of("{gompertz: {slope: -0.5 per y, level: 0.2 per y}}", Gompertz.of(0.2 / YEAR, -0.5 / YEAR)),
                Arguments.of("{gompertz: {slope: 0.5 per y, median: 1 y}}", Gompertz.ofMedian(0.5 / YEAR, YEAR)),
                Arguments.of("{log-logistic: {shape: 2, scale: 1 y}}", LogLogistic.of(2, YEAR)),
                Arguments.of("{log-logistic: {shape: 2, median: 1 y}}", LogLogistic.ofMedian(2, YEAR)),
                Arguments.of("{lognormal: {median: 1 y, sdlog: 0.8}}", LognormalHazard.ofMedian(YEAR, 0.8)),
                Arguments.of(
                        "{cure: {cured: 40 %, rest: {exponential: {mean: 1 y}}}}",
                        Cure.of(0.4, Exponential.ofMean(YEAR))));
    }

    @ParameterizedTest
    @MethodSource("hazards")
    void a_hazard(String written, Law expected) {
        assertEquals(expected, clock("hazard: " + written).law());
    }

    @Test
    void a_hazard_constant_in_pieces() {
        Hazard pieces = (Hazard) clock("hazard: {piecewise: [{to: 1 y, rate: 0.2 per y}, {rate: 0.1 per y}]}")
                .law();
        assertEquals(
                PiecewiseExponential.of(new double[] {YEAR}, new double[] {0.2 / YEAR, 0.1 / YEAR})
                        .cumulative(900),
                pieces.cumulative(900));
    }

    static Stream<String> shapes() {
        return Stream.of(
                "exponential: {}",
                "weibull: {shape: 0.7}",
                "gompertz: {slope: -0.5 per y}",
                "log-logistic: {shape: 2}",
                "lognormal: {sdlog: 0.8}",
                "piecewise: [{to: 100 d, rate: 2 per y}, {rate: 1 per y}]",
                "cure: {cured: 40 %, rest: {weibull: {shape: 0.7}}}");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_shape_reaches_its_target_alone(String shape) {
        Scenario scenario =
                ReadScenario.of(folder, "clocks:\n  a: {hazard: {" + shape + ", reaches: 14 %, by: 1 y}}\n");
        Hazard solved = (Hazard) scenario.journey().clocks().get(0).law();
        assertEquals(0.14, 1 - solved.survival(YEAR), 1e-12);
        assertEquals(solved, scenario.solved().get(0).hazard());
    }

    /** Recurrence and death know each other; infection competes with both; a fourth asks for its place beside those three. */
    @Test
    void competitors_reach_their_targets_together() {
        Scenario scenario = ReadScenario.of(folder, """
                clocks:
                  infection: {hazard: {exponential: {mean: 9 y}}}
                  fourth: {hazard: {exponential: {}, reaches: 5 %, by: 2 y, beside: [recurrence, death, infection]}}
                  recurrence: {hazard: {weibull: {shape: 0.7}, reaches: 14 %, by: 1 y, beside: [death, infection]}}
                  death: {hazard: {piecewise: {}, reaches: {100 d: 3 %, 1 y: 8 %}, beside: [infection, recurrence]}}
                """);
        List<Hazard> hazards = scenario.journey().clocks().stream()
                .map(clock -> (Hazard) clock.law())
                .toList();
        CumulativeIncidence three = CumulativeIncidence.of(List.of(hazards.get(0), hazards.get(2), hazards.get(3)));
        assertEquals(0.14, three.at(1, YEAR), 1e-9);
        assertEquals(0.03, three.at(2, 100), 1e-9);
        assertEquals(0.08, three.at(2, YEAR), 1e-9);
        assertEquals(0.05, CumulativeIncidence.of(hazards).at(1, 2 * YEAR), 1e-9);
        assertEquals(
                List.of("recurrence", "death", "death", "fourth"),
                scenario.solved().stream().map(Solved::clock).toList());
    }

    private Clock clock(String law) {
        return ReadScenario.of(folder, "clocks:\n  a: {" + law + "}\n")
                .journey()
                .clocks()
                .get(0);
    }
}
