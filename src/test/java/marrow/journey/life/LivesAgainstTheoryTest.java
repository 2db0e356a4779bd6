package marrow.journey.life;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Weibull;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Factor;
import marrow.journey.Journey;
import marrow.journey.Track;
import org.junit.jupiter.api.Test;

/**
 * A million lives against closed forms and differential equations. Every estimate must lie within 4 standard errors:
 * a false alarm of 6.3e-5 each, about 2e-3 for the thirty or so of this class together, at one fixed seed.
 */
class LivesAgainstTheoryTest {
    private static final int PATIENTS = 1_000_000;
    private static final Condition WELL = Condition.in("disease", "well");

    /** Share of the lives in which something is true at their end, and its theory. */
    private static void assertShare(String what, int hits, double expected) {
        double share = hits / (double) PATIENTS;
        double se = Math.sqrt(expected * (1 - expected) / PATIENTS);
        assertTrue(
                Math.abs(share - expected) <= 4 * se,
                () -> what + ": " + share + " of the lives, by theory " + expected + ", standard error " + se);
    }

    /** How many lives have rung each of the clocks by each of the days. */
    private static int[][] rungBy(CompiledJourney journey, List<String> marks, double... days) {
        Patient patient = Patient.of(journey, 20261120);
        int[][] hits = new int[marks.size()][days.length];
        int[] index = marks.stream().mapToInt(journey.markNames()::indexOf).toArray();
        for (int i = 0; i < PATIENTS; i++) {
            patient.live(0, i, days[days.length - 1]);
            for (int m = 0; m < index.length; m++) {
                for (int d = 0; d < days.length; d++) {
                    if (patient.firstDay(index[m]) <= days[d]) {
                        hits[m][d]++;
                    }
                }
            }
        }
        return hits;
    }

    @Test
    void competingExponentials() {
        double[] rates = {0.02, 0.005, 0.001};
        List<String> names = List.of("relapse", "non-relapse-death", "second-malignancy");
        Clock[] clocks = new Clock[3];
        for (int i = 0; i < 3; i++) {
            clocks[i] =
                    Clock.of(names.get(i), WELL, Exponential.ofRate(rates[i])).then(Effect.set("disease", "event"));
        }
        CompiledJourney journey = CompiledJourney.of(
                Journey.of(List.of(Track.of("disease", "well", "event")), List.of(clocks)), Entry.PLAIN);
        double[] days = {10, 50, 200};
        int[][] hits = rungBy(journey, names, days);
        double all = 0.026;
        for (int i = 0; i < 3; i++) {
            for (int d = 0; d < days.length; d++) {
                assertShare(
                        names.get(i) + " by day " + days[d],
                        hits[i][d],
                        rates[i] / all * (1 - StrictMath.exp(-all * days[d])));
            }
        }
    }

    /** Well to ill at rate a, ill to dead at c, well to dead at b: occupancy in closed form. */
    @Test
    void illnessAndDeath() {
        double a = 0.01;
        double b = 0.004;
        double c = 0.03;
        CompiledJourney journey = CompiledJourney.of(
                Journey.of(
                        List.of(Track.of("disease", "well", "ill", "dead")),
                        List.of(
                                Clock.of("falls-ill", WELL, Exponential.ofRate(a))
                                        .then(Effect.set("disease", "ill")),
                                Clock.of("dies-well", WELL, Exponential.ofRate(b))
                                        .then(Effect.set("disease", "dead")),
                                Clock.of("dies-ill", Condition.in("disease", "ill"), Exponential.ofRate(c))
                                        .then(Effect.set("disease", "dead")))),
                Entry.PLAIN);
        for (double t : new double[] {30, 120}) {
            int[] occupied = new int[3];
            Patient patient = Patient.of(journey, 7);
            for (int i = 0; i < PATIENTS; i++) {
                patient.live(0, i, t);
                occupied[patient.state(0)]++;
            }
            double well = StrictMath.exp(-(a + b) * t);
            double ill = a / (c - a - b) * (well - StrictMath.exp(-c * t));
            assertShare("well on day " + t, occupied[0], well);
            assertShare("ill on day " + t, occupied[1], ill);
            assertShare("dead on day " + t, occupied[2], 1 - well - ill);
        }
    }

    /** A factor of 3 from day 20 on, and of 0.5 on top of it from day 50 on. */
    @Test
    void factorsThatComeOnGivenDays() {
        double rate = 0.01;
        CompiledJourney journey = CompiledJourney.of(
                Journey.of(
                        List.of(
                                Track.of("disease", "well", "event"),
                                Track.of("gvhd", "no", "yes"),
                                Track.of("drug", "no", "yes")),
                        List.of(
                                Clock.of("gvhd", Condition.in("gvhd", "no"), Fixed.of(20))
                                        .then(Effect.set("gvhd", "yes")),
                                Clock.of("drug", Condition.in("drug", "no"), Fixed.of(50))
                                        .then(Effect.set("drug", "yes")),
                                Clock.of("event", WELL, Exponential.ofRate(rate))
                                        .times(
                                                new Factor(Condition.in("gvhd", "yes"), 3),
                                                new Factor(Condition.in("drug", "yes"), 0.5))
                                        .then(Effect.set("disease", "event")))),
                Entry.PLAIN);
        double[] days = {20, 35, 50, 80, 150};
        int[][] hits = rungBy(journey, List.of("event"), days);
        DoubleUnaryOperator spent =
                t -> rate * (Math.min(t, 20) + 3 * Math.max(0, Math.min(t, 50) - 20) + 1.5 * Math.max(0, t - 50));
        for (int d = 0; d < days.length; d++) {
            assertShare("event by day " + days[d], hits[0][d], 1 - StrictMath.exp(-spent.applyAsDouble(days[d])));
        }
    }

    private static final double ON = 0.02;
    private static final double OFF = 0.035;
    private static final double BY = 4;

    private static List<Clock> flares() {
        return List.of(
                Clock.of("flare", Condition.in("gvhd", "no"), Exponential.ofRate(ON))
                        .then(Effect.set("gvhd", "yes")),
                Clock.of("calm", Condition.in("gvhd", "yes"), Exponential.ofRate(OFF))
                        .then(Effect.set("gvhd", "no")));
    }

    private static Clock deathIn(String state, Weibull hazard) {
        return Clock.of("death", Condition.in("disease", state), hazard)
                .times(new Factor(Condition.in("gvhd", "yes"), BY))
                .then(Effect.set("disease", "dead"));
    }

    /**
     * Survival over t days under a hazard h(offset + u) that is multiplied by BY while a flare lasts, beginning without
     * (row 0) or with a flare (row 1), at the grid points of {@code steps}; by the classical Runge-Kutta method on
     * p' = -h p + flares for those without (p) and with (q) a flare.
     */
    private static double[][] survival(Weibull hazard, double offset, double t, int steps) {
        double[][] alive = new double[2][steps + 1];
        double dt = t / steps;
        for (int start = 0; start < 2; start++) {
            double p = 1 - start;
            double q = start;
            alive[start][0] = 1;
            for (int i = 0; i < steps; i++) {
                double u = offset + i * dt;
                double h0 = hazard.hazard(Math.max(u, 1e-12));
                double hm = hazard.hazard(u + dt / 2);
                double h1 = hazard.hazard(u + dt);
                double p1 = rateP(p, q, h0);
                double q1 = rateQ(p, q, h0);
                double p2 = rateP(p + dt / 2 * p1, q + dt / 2 * q1, hm);
                double q2 = rateQ(p + dt / 2 * p1, q + dt / 2 * q1, hm);
                double p3 = rateP(p + dt / 2 * p2, q + dt / 2 * q2, hm);
                double q3 = rateQ(p + dt / 2 * p2, q + dt / 2 * q2, hm);
                double p4 = rateP(p + dt * p3, q + dt * q3, h1);
                double q4 = rateQ(p + dt * p3, q + dt * q3, h1);
                p += dt / 6 * (p1 + 2 * p2 + 2 * p3 + p4);
                q += dt / 6 * (q1 + 2 * q2 + 2 * q3 + q4);
                alive[start][i + 1] = p + q;
            }
        }
        return alive;
    }

    private static double rateP(double p, double q, double h) {
        return -(h + ON) * p + OFF * q;
    }

    private static double rateQ(double p, double q, double h) {
        return -(BY * h + OFF) * q + ON * p;
    }

    /** Left-truncated since a mark: the transplant was 75 days before entry. */
    @Test
    void weibullSinceAMarkWithAFactorThatComesAndGoes() {
        Weibull hazard = Weibull.of(1.7, 300);
        List<Clock> clocks = new java.util.ArrayList<>(flares());
        clocks.add(deathIn("well", hazard).since("transplant"));
        CompiledJourney journey = CompiledJourney.of(
                Journey.of(List.of(Track.of("disease", "well", "dead"), Track.of("gvhd", "no", "yes")), clocks),
                new Entry(java.util.Map.of(), java.util.Map.of("transplant", Fixed.of(75))));
        double[] days = {20, 60, 150};
        int[][] hits = rungBy(journey, List.of("death"), days);
        for (int d = 0; d < days.length; d++) {
            double[] alive = survival(hazard, 75, days[d], 4000)[0];
            assertShare("death by day " + days[d], hits[0][d], 1 - alive[4000]);
        }
    }

    /** Since entry to a state that is itself entered at a random time, while the factor has been coming and going. */
    @Test
    void weibullSinceEntryToAStateWithAFactorThatComesAndGoes() {
        Weibull hazard = Weibull.of(1.4, 120);
        double entry = 0.025;
        List<Clock> clocks = new java.util.ArrayList<>(flares());
        clocks.add(Clock.of("relapse", WELL, Exponential.ofRate(entry)).then(Effect.set("disease", "ill")));
        clocks.add(deathIn("ill", hazard));
        CompiledJourney journey = CompiledJourney.of(
                Journey.of(List.of(Track.of("disease", "well", "ill", "dead"), Track.of("gvhd", "no", "yes")), clocks),
                Entry.PLAIN);
        double[] days = {40, 100, 250};
        int[][] hits = rungBy(journey, List.of("death"), days);
        int steps = 4000;
        for (int d = 0; d < days.length; d++) {
            double dt = days[d] / steps;
            double[][] alive = survival(hazard, 0, days[d], steps);
            double dead = 0;
            for (int i = 0; i <= steps; i++) {
                double s = i * dt;
                double flaring = ON / (ON + OFF) * (1 - StrictMath.exp(-(ON + OFF) * s));
                double died = 1 - (1 - flaring) * alive[0][steps - i] - flaring * alive[1][steps - i];
                double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
                dead += weight * dt / 3 * entry * StrictMath.exp(-entry * s) * died;
            }
            assertShare("death by day " + days[d], hits[0][d], dead);
        }
    }

    /** T4: occupancy as by the Kolmogorov equations. The expected values are given to four digits. */
    @Test
    void sixStatesAfterTransplant() {
        Patient patient = Patient.of(SixStateTransplant.compiled(), 20261120);
        int[] occupied = new int[6];
        for (int i = 0; i < PATIENTS; i++) {
            patient.live(0, i, SixStateTransplant.YEARS);
            occupied[patient.state(0)]++;
        }
        for (int s = 0; s < 6; s++) {
            double expected = SixStateTransplant.OCCUPANCY[s];
            double tolerance = 4 * Math.sqrt(expected * (1 - expected) / PATIENTS) + 0.5e-4;
            double share = occupied[s] / (double) PATIENTS;
            assertTrue(Math.abs(share - expected) <= tolerance, SixStateTransplant.STATES.get(s) + ": " + share);
        }
    }
}
