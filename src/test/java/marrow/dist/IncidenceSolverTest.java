package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;

class IncidenceSolverTest {
    private static final double YEAR = 365.25;

    private static Cause.Target target(double p, double by) {
        return new Cause.Target(p, by);
    }

    private static IncidenceSolver.Solution solve(Cause... causes) {
        IncidenceSolver.Solution solution = IncidenceSolver.solve(List.of(causes));
        for (IncidenceSolver.Reached point : solution.reached()) {
            assertEquals(point.target(), point.reached(), 1e-11, point.toString());
        }
        return solution;
    }

    /** Both by the same time t: the rates share -log(1 - p1 - p2) / t in the proportion of the incidences. */
    @Test
    void competing_exponentials_have_a_closed_form() {
        for (double[] p : new double[][] {{0.14, 0.08}, {0.475, 0.475}, {0.01, 0.97}, {0.4999, 0.4999}}) {
            List<Hazard> hazards = solve(
                            Cause.reaching("relapse", Exponential.family(), p[0], YEAR),
                            Cause.reaching("death", Exponential.family(), p[1], YEAR))
                    .hazards();
            double all = -Math.log1p(-p[0] - p[1]) / YEAR;
            for (int i = 0; i < 2; i++) {
                double rate = all * p[i] / (p[0] + p[1]);
                // The closed form itself loses digits as the sum nears 1.
                assertEquals(rate, hazards.get(i).hazard(1), 1e-11 * rate / (1 - p[0] - p[1]));
            }
        }
    }

    @Test
    void published_curves_of_two_causes_are_met_at_every_point() {
        Cause relapse =
                Cause.through("relapse", List.of(target(0.14, YEAR), target(0.2, 2 * YEAR), target(0.23, 3 * YEAR)));
        Cause death = Cause.through(
                "non-relapse death",
                List.of(target(0.03, 100), target(0.06, YEAR / 2), target(0.08, YEAR), target(0.1, 2 * YEAR)));
        IncidenceSolver.Solution solution = solve(relapse, death);
        assertEquals(7, solution.reached().size());
        assertEquals("non-relapse death", solution.reached().get(3).cause());
        CumulativeIncidence race = CumulativeIncidence.of(solution.hazards());
        assertEquals(1 - 0.14 - 0.08, race.eventFree(YEAR), 1e-12);
        assertEquals(1 - 0.2 - 0.1, race.eventFree(2 * YEAR), 1e-12);
    }

    @Test
    void every_family_beside_every_other() {
        List<HazardFamily> families = List.of(
                Exponential.family(),
                Weibull.family(0.3),
                Weibull.family(6),
                Weibull.family(60),
                LognormalHazard.family(0.02),
                Gompertz.family(-0.01),
                Gompertz.family(0.004),
                LogLogistic.family(1.5),
                LognormalHazard.family(0.6),
                PiecewiseExponential.family(new double[] {28, 100}, new double[] {1, 0, 0.4}),
                Cure.family(0.5, Weibull.family(0.7)));
        for (HazardFamily one : families) {
            for (HazardFamily other : families) {
                solve(
                        Cause.reaching("relapse", one, 0.22, YEAR),
                        Cause.reaching("death", other, 0.35, 200),
                        Cause.known("withdrawal", Exponential.ofMean(3000)),
                        Cause.through("graft failure", List.of(target(0.02, 28), target(0.02, 60), target(0.03, 90))));
            }
        }
    }

    @Test
    void what_is_known_stays_as_it_is() {
        Hazard known = LognormalHazard.ofMedian(20, 0.4);
        Cause death = Cause.reaching("death", Exponential.family(), 0.02, 30);
        assertSame(
                known, solve(Cause.known("engraftment", known), death).hazards().get(0));
        assertEquals(
                List.of(),
                IncidenceSolver.solve(List.of(Cause.known("engraftment", known)))
                        .reached());
    }

    /** Order of the causes does not matter but for the last digits. */
    @Test
    void order_does_not_matter() {
        Cause relapse = Cause.reaching("relapse", Weibull.family(0.7), 0.4, YEAR);
        Cause death = Cause.reaching("death", Gompertz.family(-0.002), 0.5, 2 * YEAR);
        Weibull first = (Weibull) solve(relapse, death).hazards().get(0);
        Weibull second = (Weibull) solve(death, relapse).hazards().get(1);
        assertEquals(first.scale(), second.scale(), 1e-8 * first.scale());
    }

    /** The solved clocks raced 400,000 times; tolerance 5 standard errors: false alarm 6e-7 each. */
    @Test
    void independent_simulation_reaches_the_targets() {
        List<Hazard> hazards = solve(
                        Cause.reaching("relapse", Weibull.family(0.7), 0.14, YEAR),
                        Cause.reaching("death", Gompertz.family(-0.004), 0.08, YEAR))
                .hazards();
        UniformRandomProvider random = new SplitMix64(41);
        int size = 400_000;
        int relapses = 0;
        int deaths = 0;
        for (int n = 0; n < size; n++) {
            double relapse = hazards.get(0).inverse(-StrictMath.log(OpenUnit.draw(random)));
            double death = hazards.get(1).inverse(-StrictMath.log(OpenUnit.draw(random)));
            relapses += relapse < death && relapse <= YEAR ? 1 : 0;
            deaths += death < relapse && death <= YEAR ? 1 : 0;
        }
        assertEquals(0.14, (double) relapses / size, 5 * Math.sqrt(0.14 * 0.86 / size));
        assertEquals(0.08, (double) deaths / size, 5 * Math.sqrt(0.08 * 0.92 / size));
    }

    @Test
    void refuses_more_than_there_is() {
        refused(
                List.of(
                        Cause.reaching("relapse", Weibull.family(0.7), 0.6, YEAR),
                        Cause.reaching("death", Exponential.family(), 0.45, 100)),
                "relapse 0.6 by day 365.25",
                "death 0.45 by day 100.0");
        refused(
                List.of(
                        Cause.through("relapse", List.of(target(0.1, 10), target(0.8, 20))),
                        Cause.known("death", Exponential.ofRate(0.1))),
                "relapse cannot reach 0.8 by day 20.0");
        refused(
                List.of(
                        Cause.reaching("relapse", Cure.family(0.6, Weibull.family(1.2)), 0.45, YEAR),
                        Cause.known("death", Exponential.ofRate(0.0002))),
                "relapse cannot reach 0.45 by day 365.25");
        // Together 0.9, but half are cured of either and so a quarter of both.
        refused(
                List.of(
                        Cause.reaching("relapse", Cure.family(0.5, Weibull.family(0.7)), 0.45, YEAR),
                        Cause.reaching("death", Cure.family(0.5, Weibull.family(0.7)), 0.45, YEAR)),
                "0.45 by day 365.25");
    }

    @Test
    void refuses_points_that_fall() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Cause.through("relapse", List.of(target(0.2, 10), target(0.1, 20))))
                .getMessage();
        assertTrue(message.contains("relapse") && message.contains("0.1 by 20.0 follows 0.2 by 10.0"), message);
        assertThrows(
                IllegalArgumentException.class,
                () -> Cause.through("relapse", List.of(target(0.1, 20), target(0.2, 20))));
    }

    private static void refused(List<Cause> causes, String... parts) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> IncidenceSolver.solve(new ArrayList<>(causes)))
                .getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
