package marrow.trial.cohort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import marrow.dist.Exponential;
import marrow.dist.Normal;
import marrow.dist.Uniform;
import marrow.dist.Weibull;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Fact;
import marrow.journey.Factor;
import marrow.journey.Formula;
import marrow.journey.Journey;
import marrow.journey.Start;
import marrow.journey.Track;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import marrow.journey.life.Sequel;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.Intensity;
import marrow.trial.Minimisation;
import marrow.trial.PermutedBlocks;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.Screening;
import marrow.trial.Sites;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Reading;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;
import marrow.trial.endpoint.Visits;
import org.junit.jupiter.api.Test;

class CohortTest {
    private static final double HORIZON = 1461;
    private static final Condition ALIVE = Condition.in("vital", "alive");

    /** Relapse comes half as fast under blinatumomab; infection and age have nothing to do with the arm. */
    private static final Journey JOURNEY = new Journey(
            List.of(new Fact("age", new Formula.Drawn(Normal.of(38, 13)))),
            List.of(
                    Track.of("vital", "alive", "dead"),
                    Track.of("arm", "control", "blinatumomab"),
                    new Track("age-group", List.of("young", "old"), new Start.Cut("age", List.of(40.0)))),
            List.of(
                    Clock.of("relapse", Condition.ALWAYS, Exponential.ofMedian(100))
                            .times(new Factor(Condition.in("arm", "blinatumomab"), 0.5)),
                    Clock.of("infection", ALIVE, Weibull.of(0.7, 300)).repeating(),
                    Clock.of("visit", ALIVE, Uniform.of(20, 40)).repeating(),
                    Clock.of("death", ALIVE, Exponential.ofMedian(400))
                            .times(new Factor(Condition.in("age-group", "old"), 2))
                            .then(Effect.set("vital", "dead"))),
            List.of());

    private static final TimeToEvent OS = TimeToEvent.of("OS", null, "death");
    private static final TimeToEvent RELAPSE = new TimeToEvent(
            "relapse",
            null,
            List.of("relapse"),
            List.of("death"),
            List.of(),
            Set.of("relapse"),
            Optional.of(new Visits(28, 90)));
    private static final Response INFECTED =
            new Response("infected", null, List.of("infection"), List.of("death"), 100, false);
    private static final Quantity VISITS = new Quantity("visits", null, Quantity.Kind.COUNT, "visit");
    private static final List<Endpoint> ENDPOINTS = List.of(OS, RELAPSE, INFECTED, VISITS);

    private static Arm arm(String name) {
        return new Arm(name, JOURNEY, new Entry(Map.of("arm", name), Map.of()), 1, Exponential.ofRate(0.05 / 365.25));
    }

    private static Plan plan(Allocation allocation, Recruitment recruitment, FollowUp followUp, String... arms) {
        List<Arm> all = List.of(arms).stream().map(CohortTest::arm).toList();
        return new Plan(200, recruitment, allocation, all, followUp, HORIZON, 20261121);
    }

    private static Plan plan(Allocation allocation, String... arms) {
        return plan(allocation, Recruitment.over(730.5), new FollowUp.OfLastPatient(365.25), arms);
    }

    private static Cohort enrolled(Plan plan, long replicate) {
        Cohort cohort = Cohort.of(plan, ENDPOINTS);
        cohort.enrol(replicate);
        return cohort;
    }

    @Test
    void the_same_patient_in_another_arm_keeps_baseline_budgets_arrival_and_loss() {
        for (long replicate = 0; replicate < 20; replicate++) {
            Cohort control = enrolled(plan(Allocation.SINGLE_ARM, "control"), replicate);
            Cohort treated = enrolled(plan(Allocation.SINGLE_ARM, "blinatumomab"), replicate);
            assertArrayEquals(control.column(OS.reading("death")), treated.column(OS.reading("death")));
            assertArrayEquals(
                    control.column(INFECTED.reading("infection")), treated.column(INFECTED.reading("infection")));
            assertArrayEquals(control.column(VISITS.reading()), treated.column(VISITS.reading()));
            double[] relapse = control.column(RELAPSE.reading("relapse"));
            double[] delayed = treated.column(RELAPSE.reading("relapse"));
            for (int i = 0; i < control.size(); i++) {
                assertEquals(control.arrivalDay(i), treated.arrivalDay(i));
                assertEquals(control.seenTo(i, 1e9), treated.seenTo(i, 1e9), "loss");
                double twice = 2 * relapse[i];
                if (twice < HORIZON) {
                    assertEquals(twice, delayed[i], 1e-8, "half the hazard, twice the time");
                } else {
                    assertTrue(Double.isNaN(delayed[i]) || Double.isNaN(relapse[i]));
                }
            }
        }
    }

    @Test
    void patients_keep_their_lives_when_the_allocation_changes() {
        Cohort one = enrolled(plan(Allocation.BY_CHANCE, "control", "blinatumomab"), 3);
        Cohort other = enrolled(plan(new PermutedBlocks(2, List.of("age-group")), "control", "blinatumomab"), 3);
        assertArrayEquals(one.column(OS.reading("death")), other.column(OS.reading("death")));
        int moved = 0;
        for (int i = 0; i < one.size(); i++) {
            boolean sameArm = one.arm(i) == other.arm(i);
            moved += sameArm ? 0 : 1;
            double mine = one.column(RELAPSE.reading("relapse"))[i];
            double theirs = other.column(RELAPSE.reading("relapse"))[i];
            assertTrue(Double.compare(mine, theirs) == 0 || !sameArm, "patient " + i);
        }
        assertTrue(moved > 20, "moved: " + moved);
    }

    @Test
    void strata_are_balanced_by_what_patients_are_at_entry() {
        List<Endpoint> none = List.of();
        Plan plan = plan(new PermutedBlocks(2, List.of("age-group")), "control", "blinatumomab");
        Cohort cohort = Cohort.of(plan, none);
        Patient patient = Patient.of(CompiledJourney.of(JOURNEY, Entry.PLAIN), plan.seed());
        for (int replicate = 0; replicate < 50; replicate++) {
            cohort.enrol(replicate);
            int[] more = new int[2];
            for (int i = 0; i < cohort.size(); i++) {
                patient.meet(replicate, i);
                int group = patient.fact(0) >= 40 ? 1 : 0;
                more[group] += cohort.arm(i) == 0 ? 1 : -1;
                assertTrue(Math.abs(more[group]) <= 2, "patient " + i + " of replicate " + replicate);
            }
        }
    }

    @Test
    void who_comes_on_a_day_is_enrolled_by_then_and_who_comes_a_tick_later_is_not() {
        Cohort cohort = enrolled(plan(Allocation.SINGLE_ARM, "control"), 0);
        assertEquals(0, cohort.enrolledBy(Math.nextDown(cohort.arrivalDay(0))));
        for (int i = 0; i < cohort.size(); i++) {
            assertEquals(i + 1, cohort.enrolledBy(cohort.arrivalDay(i)));
            assertEquals(i, cohort.enrolledBy(Math.nextDown(cohort.arrivalDay(i))));
        }
        assertEquals(cohort.size(), cohort.enrolledBy(Double.POSITIVE_INFINITY));
    }

    @Test
    void a_replicate_is_the_same_alone_and_after_others() {
        Plan plan = plan(
                new Minimisation(List.of("age-group"), 0.8),
                new Screening(new Sites(4, Uniform.of(0, 180), 0.1, 0.5), 0.2),
                new FollowUp.OfEvents(OS, 100, 1e9),
                "control",
                "blinatumomab");
        Cohort busy = Cohort.of(plan, ENDPOINTS);
        for (long replicate : new long[] {7, 1_000_000_007L, 3, 0, 3}) {
            busy.enrol(replicate);
            Cohort alone = enrolled(plan, replicate);
            assertEquals(alone.screenedFor(alone.size()), busy.screenedFor(busy.size()));
            for (Reading reading : plan.readings(ENDPOINTS)) {
                assertArrayEquals(alone.column(reading), busy.column(reading), reading.toString());
            }
            for (int i = 0; i < busy.size(); i++) {
                assertEquals(alone.arm(i), busy.arm(i));
                assertEquals(alone.arrivalDay(i), busy.arrivalDay(i));
                assertEquals(alone.seenTo(i, 1e9), busy.seenTo(i, 1e9));
            }
        }
    }

    @Test
    void what_nobody_asks_for_is_left_out_and_changes_nothing() {
        Plan plan = plan(new PermutedBlocks(2, List.of("age-group")), "control", "blinatumomab");
        Cohort few = Cohort.of(plan, List.of(OS));
        Cohort all = Cohort.of(plan, ENDPOINTS);
        few.enrol(5);
        all.enrol(5);
        Sequel death = new Sequel(null, "death");
        Patient[] whole = plan.arms().stream()
                .map(arm -> Patient.of(CompiledJourney.of(JOURNEY, arm.entry()), plan.seed(), List.of(death)))
                .toArray(Patient[]::new);
        for (int i = 0; i < few.size(); i++) {
            assertEquals(all.arm(i), few.arm(i));
            whole[few.arm(i)].live(5, i, HORIZON);
            assertEquals(whole[few.arm(i)].sequelDay(0), few.column(OS.reading("death"))[i], "patient " + i);
        }
        assertArrayEquals(all.column(OS.reading("death")), few.column(OS.reading("death")));
    }

    @Test
    void budgets_may_be_given() {
        Cohort cohort = Cohort.of(plan(Allocation.SINGLE_ARM, "control"), List.of(RELAPSE, OS));
        double[] budget = new double[2];
        cohort.withBudgets((patient, i) -> {
            int relapse = patient.journey().clockNames().indexOf("relapse");
            budget[relapse] = (i + 1) * 0.01;
            budget[1 - relapse] = Double.NaN;
            patient.withFirstBudgets(budget);
        });
        cohort.enrol(2);
        for (int i = 0; i < cohort.size(); i++) {
            // The hazard is log 2 / 100 a day.
            assertEquals((i + 1) / StrictMath.log(2), cohort.column(RELAPSE.reading("relapse"))[i], 1e-8);
        }
        double[] deaths = enrolled(plan(Allocation.SINGLE_ARM, "control"), 2).column(OS.reading("death"));
        assertArrayEquals(deaths, cohort.column(OS.reading("death")));
    }

    @Test
    void losses_follow_their_hazard() {
        // Each may be lost until he dies. 4.9 standard errors: chance of a false alarm 1e-6, were the seed not fixed.
        int lost = 0;
        double expected = 0;
        double variance = 0;
        for (int replicate = 0; replicate < 100; replicate++) {
            Cohort cohort = enrolled(plan(Allocation.SINGLE_ARM, "control"), replicate);
            for (int i = 0; i < cohort.size(); i++) {
                lost += cohort.seenTo(i, 1e9) < 365.25 ? 1 : 0;
                double death = cohort.column(OS.reading("death"))[i];
                double share = 1 - Math.exp(-0.05 * (death < 365.25 ? death / 365.25 : 1));
                expected += share;
                variance += share * (1 - share);
            }
            assertEquals(cohort.lostBy(1e9), (int) IntStream.range(0, cohort.size())
                    .filter(i -> cohort.seenTo(i, 1e9) < HORIZON)
                    .count());
        }
        assertEquals(expected, lost, 4.9 * Math.sqrt(variance));
    }

    @Test
    void the_dead_are_not_lost_whether_or_not_death_is_asked_for() {
        TimeToEvent relapse = TimeToEvent.of(
                "relapse", null, "relapse"); // which comes to the dead as well: nothing else asks for death
        Cohort asked = enrolled(plan(Allocation.SINGLE_ARM, "control"), 4);
        Cohort unasked = Cohort.of(plan(Allocation.SINGLE_ARM, "control"), List.of(relapse));
        unasked.enrol(4);
        int dead = 0;
        int lost = 0;
        for (int i = 0; i < asked.size(); i++) {
            double death = asked.column(OS.reading("death"))[i];
            dead += death < HORIZON ? 1 : 0;
            if (asked.isLost(i, 1e9)) {
                lost++;
                assertTrue(!(death <= asked.seenTo(i, 1e9)), "patient " + i);
            }
            assertEquals(asked.seenTo(i, 1e9), unasked.seenTo(i, 1e9), "patient " + i);
        }
        assertTrue(dead > 100 && lost > 5, dead + " dead, " + lost + " lost");
        assertEquals(lost, asked.lostBy(1e9));
    }

    @Test
    void the_steady_state_allocates_nothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Plan> plans = List.of(
                plan(new PermutedBlocks(2, List.of()), "control", "blinatumomab"),
                plan(
                        new PermutedBlocks(2, List.of("age-group")),
                        Recruitment.poisson(Intensity.ramp(180, 0.4)),
                        new FollowUp.OfEvents(OS, 100, 1e9),
                        "control",
                        "blinatumomab"),
                plan(
                        new Minimisation(List.of("age-group"), 0.8),
                        new Screening(new Sites(4, Uniform.of(0, 180), 0.1, 0.5), 0.2),
                        new FollowUp.Until(1000),
                        "control",
                        "blinatumomab"));
        for (Plan plan : plans) {
            Cohort cohort = Cohort.of(plan, ENDPOINTS);
            Calendar calendar = Calendar.of(cohort, plan.followUp());
            Sample death = Sample.of(cohort, OS);
            Sample relapse = Sample.of(cohort, RELAPSE);
            Answers infected = Answers.of(cohort, INFECTED);
            Measures visits = Measures.of(cohort, VISITS);
            long bytes = Long.MAX_VALUE;
            int trials = 300;
            for (int round = 0; round < 3; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int replicate = 0; replicate < trials; replicate++) {
                    cohort.enrol(replicate);
                    double cutDay = calendar.cutDay();
                    death.cutOn(cutDay);
                    relapse.cutOn(cutDay);
                    infected.cutOn(cutDay);
                    visits.cutOn(cutDay);
                }
                bytes = threads.getCurrentThreadAllocatedBytes() - before;
            }
            assertTrue(death.size() > 100 && relapse.size() > 100 && visits.size() > 100);
            // The question itself may allocate a little; one object a trial would be 4,800 bytes.
            assertTrue(bytes < 3000, bytes + " bytes in " + trials + " trials of " + plan.allocation());
        }
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> plan(Allocation.SINGLE_ARM, "control", "blinatumomab"));
        assertThrows(IllegalArgumentException.class, () -> plan(Allocation.BY_CHANCE));
        assertThrows(IllegalArgumentException.class, () -> new Arm("none", JOURNEY, Entry.PLAIN, 0, null));
        TimeToEvent unknown = TimeToEvent.of("unknown", null, "marriage");
        Plan plan = plan(Allocation.SINGLE_ARM, "control");
        assertEquals(
                "there is no mark marriage",
                assertThrows(IllegalArgumentException.class, () -> Cohort.of(plan, List.of(unknown)))
                        .getMessage());
        Cohort cohort = enrolled(plan, 0);
        assertThrows(IllegalArgumentException.class, () -> Sample.of(cohort, TimeToEvent.of("EFS", "visit", "death")));
    }
}
