package marrow.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marrow.dist.Fixed;
import marrow.dist.Uniform;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Track;
import marrow.look.SafetyWatch.Open;
import marrow.montecarlo.Moments;
import marrow.stats.exact.BetaBinomialLimit;
import marrow.stats.exact.HarmLimit;
import marrow.stats.exact.StoppingBoundary;
import marrow.stats.exact.ToxicityBoundary;
import marrow.stats.law.BetaLaw;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;

class SafetyWatchTest {
    private static final Response HARM = new Response("harm", null, List.of("harm"), List.of(), 10, false);
    private static final TimeToEvent HARMED = TimeToEvent.of("harmed", null, "harm");

    /** One patient every so many days; a share of them is harmed on day 5, or on a day that is uniform in 0 to 10. */
    private static Plan plan(int patients, double everyDays, double share, boolean anyDay) {
        Journey journey = Journey.of(
                List.of(Track.of("vital", "alive")),
                List.of(Clock.of("harm", Condition.ALWAYS, anyDay ? Uniform.of(0, 10) : Fixed.of(5))
                        .withChance(share)));
        Recruitment steady = () -> (day, n, random) -> {
            for (int i = 0; i < n; i++) {
                day[i] = everyDays * (i + 1);
            }
        };
        return new Plan(
                patients,
                steady,
                Allocation.SINGLE_ARM,
                List.of(new Arm("all", journey, Entry.PLAIN, 1, null)),
                new FollowUp.OfLastPatient(20),
                100,
                20261121);
    }

    private static SafetyWatch watch(HarmLimit limit, Open open, double lagDays) {
        return new SafetyWatch("harm", "test", 0.2, HARM, 10, -1, limit, open, lagDays);
    }

    /** Whether a trial was stopped, and after how many patients. */
    private record Stops(Moments stopped, Moments patients) {
        static Stops of(Plan plan, SafetyWatch watch, int trials) {
            Cohort cohort = Cohort.of(plan, Committee.needs(List.of(watch)));
            Committee committee = Committee.of(List.of(watch), Calendar.of(cohort, plan.followUp()));
            Stops stops = new Stops(new Moments(), new Moments());
            for (int replicate = 0; replicate < trials; replicate++) {
                cohort.enrol(replicate);
                committee.oversee();
                boolean stopped = committee.stoppedBy() == 0;
                stops.stopped.add(stopped ? 1 : 0);
                stops.patients.add(stopped ? committee.minutes(0, 0).patients() : plan.patients());
            }
            return stops;
        }
    }

    private static void within(double exact, Moments simulated) {
        assertEquals(exact, simulated.mean(), 3 * simulated.standardError());
    }

    /**
     * Each patient is known before the next comes, so simulation and recursion speak of the same. 20 boundaries, 10,000 trials
     * each, all of fixed seed; 40 assertions at 3 standard errors: of right programs with other seeds, one of ten would break one.
     */
    @Test
    void stops_as_the_exact_recursion_says() {
        double[] limits = {0.05, 0.1, 0.2, 0.3, 0.4};
        for (double p0 : limits) {
            ToxicityBoundary rules = ToxicityBoundary.continuous(31, p0);
            StoppingBoundary[] all = {
                rules.pocock(0.1), rules.oBrienFleming(0.1), rules.wangTsiatis(0.25, 0.05), rules.bayesian(1, 1, 0.1)
            };
            for (StoppingBoundary boundary : all) {
                Stops stops = Stops.of(plan(31, 20, p0 + 0.1, false), watch(boundary, Open.LEFT_OUT, 0), 10_000);
                within(boundary.stops(p0 + 0.1), stops.stopped);
                within(boundary.expectedPatients(p0 + 0.1), stops.patients);
            }
        }
    }

    /** A certainty of 90 %, from the fifth patient on: the same by weights as by the boundary where nobody is underway. */
    @Test
    void beta_binomial_of_whole_patients_is_its_boundary() {
        BetaLaw prior = BetaLaw.of(0.5, 1.5);
        int[] looks = new int[27];
        for (int k = 0; k < 27; k++) {
            looks[k] = k + 5;
        }
        StoppingBoundary boundary = ToxicityBoundary.after(looks, 0.2).bayesianCertainty(0.5, 1.5, 0.9);
        BetaBinomialLimit limit = BetaBinomialLimit.of(prior, 0.2, 0.9, 5, 31);
        for (int n = 1; n <= 31; n++) {
            for (int x = 0; x <= n; x++) {
                assertEquals(boundary.isCrossed(x, n), limit.isCrossed(x, n), x + " of " + n);
            }
        }
        assertEquals(boundary.leastEvents(), limit.leastEvents());
        Plan plan = plan(31, 20, 0.35, false);
        Stops byWeights = Stops.of(plan, watch(limit, Open.WEIGHTED, 0), 2000);
        Stops byBoundary = Stops.of(plan, watch(boundary, Open.LEFT_OUT, 0), 2000);
        assertEquals(byBoundary.stopped.mean(), byWeights.stopped.mean());
        assertEquals(byBoundary.patients.mean(), byWeights.patients.mean());
        within(boundary.stops(0.35), byWeights.stopped);
    }

    /**
     * A patient a day in windows of ten: with those underway left out, harm is known sooner than its absence and trials stop too
     * often; counted as one, too rarely; weighted, in between.
     */
    @Test
    void who_is_underway_counts_by_the_time_followed() {
        BetaBinomialLimit limit = BetaBinomialLimit.of(BetaLaw.of(0.4, 1.6), 0.2, 0.95, 3, 40);
        Plan plan = plan(40, 1, 0.2, true);
        double leftOut =
                Stops.of(plan, watch(limit, Open.LEFT_OUT, 0), 3000).stopped.mean();
        double weighted =
                Stops.of(plan, watch(limit, Open.WEIGHTED, 0), 3000).stopped.mean();
        double counted =
                Stops.of(plan, watch(limit, Open.COUNTED, 0), 3000).stopped.mean();
        assertTrue(leftOut > 1.3 * weighted && weighted > counted, leftOut + " " + weighted + " " + counted);
    }

    /**
     * All are harmed on day 5 and two are too many. The first comes on day 4, the second on day 8: stopped on day 13, seen with
     * three enrolled; decided on day 16, when a fourth has come.
     */
    @Test
    void an_event_counts_at_once_and_the_decision_has_its_lag() {
        Plan plan = plan(10, 4, 1, false);
        HarmLimit two = StoppingBoundary.of(2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
        SafetyWatch watch = watch(two, Open.WEIGHTED, 3);
        Cohort cohort = Cohort.of(plan, Committee.needs(List.of(watch)));
        Committee committee = Committee.of(List.of(watch), Calendar.of(cohort, plan.followUp()));
        cohort.enrol(0);
        committee.oversee();
        assertEquals(0, committee.stoppedBy());
        assertEquals(Verdict.HARM, committee.conclusion(0));
        assertEquals(13, committee.cutDay());
        assertEquals(16, committee.endDay());
        Minutes minutes = committee.minutes(0, 0);
        assertEquals(3, minutes.enrolled());
        assertEquals(2, minutes.events());
        assertEquals(2.1, minutes.patients(), 1e-12); // the third has been followed for one day of ten
    }

    /** Of a time to an event with a window, as of a response. */
    @Test
    void a_time_to_an_event_is_watched_within_its_window() {
        StoppingBoundary boundary = ToxicityBoundary.continuous(31, 0.2).pocock(0.1);
        Plan plan = plan(31, 3, 0.3, true);
        Stops response = Stops.of(plan, watch(boundary, Open.LEFT_OUT, 0), 500);
        SafetyWatch time = new SafetyWatch("harm", "test", 0.2, HARMED, 10, 0, boundary, Open.LEFT_OUT, 0);
        Stops timed = Stops.of(plan, time, 500);
        assertEquals(response.stopped.mean(), timed.stopped.mean());
        assertEquals(response.patients.mean(), timed.patients.mean());
    }

    /** Where nobody is harmed no look is taken, and the trial ends on its own day. */
    @Test
    void a_watch_that_never_decides_changes_nothing() {
        Plan plan = plan(10, 4, 0, false);
        SafetyWatch watch = watch(StoppingBoundary.of(1, 1, 1), Open.COUNTED, 0);
        Cohort cohort = Cohort.of(plan, Committee.needs(List.of(watch)));
        Calendar calendar = Calendar.of(cohort, plan.followUp());
        Committee committee = Committee.of(List.of(watch), calendar);
        cohort.enrol(0);
        committee.oversee();
        assertEquals(-1, committee.stoppedBy());
        assertEquals(calendar.cutDay(), committee.endDay());
        assertFalse(committee.minutes(0, 0).taken());
    }
}
