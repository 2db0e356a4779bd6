package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;

class CumulativeIncidenceTest {
    /** Competing exponentials: F_i(t) = rate_i / all (1 - exp(-all t)). */
    @Test
    void constant_hazards_have_a_closed_form() {
        CumulativeIncidence race =
                CumulativeIncidence.of(List.of(Exponential.ofRate(0.002), Exponential.ofRate(0.0005)));
        for (double t : new double[] {0.001, 1, 100, 1000, 1e5, Double.POSITIVE_INFINITY}) {
            double had = -Math.expm1(-0.0025 * t);
            assertEquals(0.8 * had, race.at(0, t), 2e-16);
            assertEquals(0.2 * had, race.at(1, t), 2e-16);
        }
    }

    /** Weibull hazards of one shape are proportional, so shares of events are constant: F_i = share_i (1 - S). */
    @Test
    void proportional_weibull_hazards_have_a_closed_form() {
        for (double shape : new double[] {0.2, 0.7, 1, 3}) {
            Weibull one = Weibull.of(shape, 500);
            Weibull other = Weibull.of(shape, 200);
            CumulativeIncidence race = CumulativeIncidence.of(List.of(one, other));
            for (double t : new double[] {1e-6, 1, 100, 365.25, 1e4}) {
                double all = one.cumulative(t) + other.cumulative(t);
                double share = one.cumulative(1) / (one.cumulative(1) + other.cumulative(1));
                assertEquals(share * -Math.expm1(-all), race.at(0, t), 1e-13, "shape " + shape + " at " + t);
            }
        }
    }

    /** All pairs of laws of every kind: the incidences and the event-free share make 1, and the other road agrees. */
    @Test
    void every_pair_adds_up_and_agrees_with_the_integral_over_time() {
        List<Hazard> laws = Examples.hazards();
        for (Hazard one : laws) {
            for (Hazard other : laws) {
                List<Hazard> pair = List.of(one, other);
                CumulativeIncidence race = CumulativeIncidence.of(pair);
                for (double t : new double[] {20, 365.25}) {
                    double first = race.at(0, t);
                    assertEquals(1, first + race.at(1, t) + race.eventFree(t), 1e-12, pair + " by " + t);
                    assertEquals(IncidenceByTime.at(pair, 0, t), first, 1e-11, pair + " by " + t);
                }
            }
        }
    }

    @Test
    void one_cause_alone_is_its_distribution_function() {
        Weibull law = Weibull.of(0.7, 400);
        assertEquals(
                -Math.expm1(-law.cumulative(30)),
                CumulativeIncidence.of(List.of(law)).at(0, 30),
                1e-16);
    }

    /** Three clocks raced a million times. Tolerance 5 standard errors: false alarm 6e-7 each. */
    @Test
    void independent_simulation_of_the_race() {
        List<Hazard> laws = List.of(
                Weibull.of(0.7, 900),
                Gompertz.of(2e-3, -1e-2),
                PiecewiseExponential.of(new double[] {28, 100}, new double[] {2e-3, 0, 1e-3}));
        UniformRandomProvider random = new SplitMix64(31);
        int size = 1_000_000;
        int[] firstWithinYear = new int[3];
        for (int n = 0; n < size; n++) {
            double first = 365.25;
            int winner = -1;
            for (int i = 0; i < 3; i++) {
                double t = laws.get(i).inverse(-StrictMath.log(OpenUnit.draw(random)));
                if (t < first) {
                    first = t;
                    winner = i;
                }
            }
            if (winner >= 0) {
                firstWithinYear[winner]++;
            }
        }
        CumulativeIncidence race = CumulativeIncidence.of(laws);
        for (int i = 0; i < 3; i++) {
            double p = race.at(i, 365.25);
            assertEquals(p, (double) firstWithinYear[i] / size, 5 * Math.sqrt(p * (1 - p) / size), "cause " + i);
        }
    }

    @Test
    void refuses_a_time_that_is_none() {
        CumulativeIncidence race = CumulativeIncidence.of(List.of(Exponential.ofRate(1)));
        assertThrows(IllegalArgumentException.class, () -> race.at(0, -1));
        assertThrows(IllegalArgumentException.class, () -> race.at(0, Double.NaN));
    }
}
