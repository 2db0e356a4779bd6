package marrow.trial.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Hazard;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Track;
import marrow.montecarlo.Moments;
import marrow.stats.dose.Boin;
import marrow.stats.dose.DoseRule;
import marrow.stats.dose.ExactEscalation;
import marrow.stats.dose.ThreePlusThree;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.Coming;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.RunIn;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;

class DoseFindingTest {
    private static final Response DLT = new Response("dlt", null, List.of("dlt"), List.of(), 28, false);
    private static final TimeToEvent DEATH = TimeToEvent.of("OS", null, "death");

    /** Doses 0, 1, ... with these chances of a toxicity on day 10; death on day 500. */
    private static Plan plan(int patients, Hazard loss, DoseRule rule, double... toxicity) {
        List<RunIn.Level> levels = new ArrayList<>();
        List<Clock> clocks = new ArrayList<>();
        String[] states = new String[toxicity.length];
        for (int dose = 0; dose < toxicity.length; dose++) {
            states[dose] = "d" + dose;
            levels.add(new RunIn.Level(states[dose], Map.of("dose", states[dose])));
            clocks.add(Clock.of("dlt-" + dose, Condition.in("dose", states[dose]), Fixed.of(10))
                    .withChance(toxicity[dose])
                    .then(Effect.mark("dlt")));
        }
        clocks.add(Clock.of("death", Condition.ALWAYS, Fixed.of(500)));
        Journey journey = Journey.of(List.of(Track.of("dose", states)), clocks);
        Arm arm = new Arm("all", journey, Entry.PLAIN, 1, loss);
        Recruitment weekly = () -> (day, n, random) -> {
            for (int i = 0; i < n; i++) {
                day[i] = 7 * i;
            }
        };
        return new Plan(
                        patients,
                        weekly,
                        Allocation.SINGLE_ARM,
                        List.of(arm),
                        new FollowUp.OfLastPatient(100),
                        1000,
                        20261121)
                .opening(new RunIn(levels, rule, DLT, 2));
    }

    private static String arrivals(Cohort cohort) {
        StringBuilder days = new StringBuilder();
        for (int i = 0; i < cohort.size(); i++) {
            days.append(i == 0 ? "" : " ").append((long) cohort.arrivalDay(i));
        }
        return days.toString();
    }

    /**
     * One a week. The first three come on days 0, 7, 14 and are known on day 14 + 28; after two days the next may come, a week
     * later by their own pace. All of the second dose have the toxicity on day 10, so that the third cohort waits less.
     */
    @Test
    void a_cohort_is_known_before_the_next_begins() {
        Cohort cohort = Cohort.of(plan(14, null, ThreePlusThree.withSix(2, 0), 0, 1), List.of(DEATH));
        cohort.enrol(0);
        assertEquals("0 7 14 51 58 65 84 91 98 135 142 149 156 163", arrivals(cohort));
        DoseFinding doses = cohort.doseFinding().orElseThrow();
        assertEquals(0, doses.recommended());
        assertEquals(9, doses.patients());
        assertEquals(98 + 28 + 2, doses.endDay());
        assertEquals(6, doses.treated(0));
        assertEquals(3, doses.treated(1));
        assertEquals(3, doses.toxic(1));
        for (int i = 0; i < 14; i++) {
            assertEquals(i >= 3 && i < 6, cohort.isApart(i), "patient " + i);
            assertEquals(i >= 3 && i < 6 ? 1 : 0, cohort.way(i), "patient " + i);
        }
        Sample sample = Sample.of(cohort, DEATH);
        sample.cutOn(1e6);
        assertEquals(11, sample.size());
        Answers answers = Answers.of(cohort, DLT);
        answers.cutOn(1e6);
        assertEquals(11, answers.known(0));
        assertEquals(0, answers.yes(0));
        AnswerDays days = AnswerDays.of(cohort, DLT);
        for (int i = 0; i < 14; i++) {
            assertEquals(answers.answer(i), days.answer(i), "patient " + i);
            assertEquals(cohort.isApart(i), days.dueOn(i) == Double.POSITIVE_INFINITY, "patient " + i);
        }
    }

    @Test
    void no_dose_is_recommended_where_the_lowest_is_too_toxic() {
        Cohort cohort = Cohort.of(plan(12, null, ThreePlusThree.of(2, 0), 1, 1), List.of(DEATH));
        cohort.enrol(0);
        DoseFinding doses = cohort.doseFinding().orElseThrow();
        assertEquals(DoseRule.NONE, doses.recommended());
        assertEquals(3, doses.patients());
        assertEquals(14 + 10 + 2, doses.endDay());
        assertFalse(cohort.isApart(0) || cohort.isApart(11));
        assertEquals(0, cohort.way(11));
    }

    /** Everybody is lost on day 20, so nobody without a toxicity can be judged, and the trial runs out of patients. */
    @Test
    void who_is_lost_is_replaced() {
        Hazard loss = new Lost(20);
        Cohort cohort = Cohort.of(plan(6, loss, ThreePlusThree.of(1, 0), 0), List.of(DEATH));
        cohort.enrol(0);
        assertEquals("0 7 14 43 50 57", arrivals(cohort));
        DoseFinding doses = cohort.doseFinding().orElseThrow();
        assertEquals(0, doses.treated(0));
        assertEquals(DoseRule.NONE, doses.recommended());
        assertEquals(6, doses.patients());
    }

    private record Lost(double day) implements Hazard {
        @Override
        public double hazard(double t) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double cumulative(double t) {
            return t < day ? 0 : Double.POSITIVE_INFINITY;
        }

        @Override
        public double inverse(double h) {
            return day;
        }
    }

    /** 20,000 trials of each rule; 17 assertions at 4.4 standard errors: one of 5,000 seeds fails by chance. */
    @Test
    void trials_go_as_enumerated() {
        double[] p = {0.1, 0.25, 0.4};
        asEnumerated(Boin.of(0.25, 3, 3, 8).startingAt(1).endingWith(9), p);
        asEnumerated(ThreePlusThree.withSix(3, 0), p);
    }

    private static void asEnumerated(DoseRule rule, double[] p) {
        Cohort cohort = Cohort.of(plan(24, null, rule, p), List.of(DEATH));
        DoseFinding doses = cohort.doseFinding().orElseThrow();
        Moments[] recommended = new Moments[p.length + 1];
        Moments[] treated = new Moments[p.length];
        for (int d = 0; d <= p.length; d++) {
            recommended[d] = new Moments();
            treated[Math.max(0, d - 1)] = new Moments();
        }
        for (int replicate = 0; replicate < 20_000; replicate++) {
            cohort.enrol(replicate);
            for (int d = 0; d <= p.length; d++) {
                recommended[d].add(doses.recommended() == d - 1 ? 1 : 0);
            }
            for (int d = 0; d < p.length; d++) {
                treated[d].add(doses.treated(d));
            }
        }
        ExactEscalation exact = ExactEscalation.of(rule, p);
        assertEquals(0, Coming.z(recommended[0], exact.recommendsNone()), 4.4);
        for (int d = 0; d < p.length; d++) {
            assertEquals(0, Coming.z(recommended[d + 1], exact.recommends(d)), 4.4);
            assertEquals(0, Coming.z(treated[d], exact.treated(d)), 4.4);
        }
    }

    /** The patients of a dose are those who would have lived at it in a trial without phase I, number by number. */
    @Test
    void lives_are_those_of_a_trial_at_that_dose() {
        Plan plan = plan(40, Exponential.ofRate(0.001), ThreePlusThree.of(1, 0), 0.1);
        Cohort with = Cohort.of(plan, List.of(DEATH));
        Cohort without = Cohort.of(plan.opening(null), List.of(DEATH, DLT));
        with.enrol(3);
        without.enrol(3);
        assertTrue(with.lastArrivalDay() > without.lastArrivalDay());
        double[] lived = with.column(DLT.reading("dlt"));
        double[] alone = without.column(DLT.reading("dlt"));
        for (int i = 0; i < 40; i++) {
            assertEquals(alone[i], lived[i]);
        }
    }

    @Test
    void refusals() {
        ThreePlusThree two = ThreePlusThree.of(2, 0);
        assertThrows(IllegalArgumentException.class, () -> plan(11, null, two, 0.1, 0.2));
        assertThrows(IllegalArgumentException.class, () -> plan(20, null, two, 0.1));
        Response endless = new Response("r", null, List.of("dlt"), List.of(), Double.POSITIVE_INFINITY, false);
        RunIn.Level level = new RunIn.Level("a", Map.of());
        assertThrows(
                IllegalArgumentException.class, () -> new RunIn(List.of(level), ThreePlusThree.of(1, 0), endless, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RunIn(List.of(level), ThreePlusThree.of(1, 0), DLT, Double.NaN));
    }
}
