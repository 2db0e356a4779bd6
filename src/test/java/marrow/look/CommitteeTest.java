package marrow.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.dist.Fixed;
import marrow.dist.Hazard;
import marrow.dist.PiecewiseExponential;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Track;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Sample;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;

/** Ten patients who come every 10 days from day 10 on, and die 35 days later each: days that can be worked out by hand. */
class CommitteeTest {
    private static final TimeToEvent OS = TimeToEvent.of("OS", null, "death");

    private final List<String> seen = new ArrayList<>();

    private static Plan plan(FollowUp followUp) {
        Recruitment everyTenDays = () -> (day, n, random) -> {
            for (int i = 0; i < n; i++) {
                day[i] = 10 * (i + 1);
            }
        };
        Journey journey = Journey.of(
                List.of(Track.of("vital", "alive")), List.of(Clock.of("death", Condition.ALWAYS, Fixed.of(35))));
        Arm arm = new Arm("all", journey, Entry.PLAIN, 1, null);
        return new Plan(10, everyTenDays, Allocation.SINGLE_ARM, List.of(arm), followUp, 1000, 1);
    }

    /** Writes down the day, who was enrolled and how many had died in the data, and stops at the look of this number. */
    private final class Stop implements Rule {
        private final String name;
        private final int stopAt;
        private final Schedule schedule;
        private double pausesAfter = Double.NaN; // the day of its looks

        Stop(String name, int stopAt, double lag, boolean pauses, Trigger... looks) {
            this.name = name;
            this.stopAt = stopAt;
            schedule = new Schedule(List.of(looks), lag, pauses);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String method() {
            return "test";
        }

        @Override
        public Optional<Analysis> decides() {
            return Optional.empty();
        }

        @Override
        public List<Endpoint> needs() {
            List<Endpoint> needs = new ArrayList<>(schedule.needs());
            needs.add(OS);
            return needs;
        }

        @Override
        public int looks() {
            return schedule.looks().size() + 1;
        }

        @Override
        public double lagDays() {
            return schedule.lagDays();
        }

        @Override
        public Monitor monitor(Calendar calendar, Data data) {
            return new Scheduled(schedule.in(calendar)) {
                @Override
                public double pausesAfter() {
                    return Double.isNaN(pausesAfter) ? super.pausesAfter() : pausesAfter;
                }

                @Override
                Verdict judge(Minutes minutes, boolean last) {
                    Sample sample = data.sample(OS);
                    int deaths = 0;
                    for (int row = 0; row < sample.size(); row++) {
                        deaths += sample.status()[row];
                    }
                    seen.add(name + (last ? " end" : "") + " day " + minutes.day() + ": " + minutes.enrolled() + ", "
                            + sample.size() + ", " + deaths);
                    return next() == stopAt ? Verdict.HARM : Verdict.GO_ON;
                }
            };
        }
    }

    private Committee oversee(FollowUp followUp, Rule... rules) {
        seen.clear();
        Set<Endpoint> needs = new LinkedHashSet<>(Committee.needs(List.of(rules)));
        Cohort cohort = Cohort.of(plan(followUp), needs);
        Committee committee = Committee.of(List.of(rules), Calendar.of(cohort, followUp));
        for (int replicate = 0; replicate < 2; replicate++) { // the second as the first: nothing is left behind
            seen.clear();
            cohort.enrol(replicate);
            committee.oversee();
        }
        return committee;
    }

    private static Trigger deaths(int number) {
        return new Trigger.Events(OS, number);
    }

    private static final FollowUp HUNDRED = new FollowUp.OfLastPatient(100);
    private static final int NEVER = 99;

    @Test
    void each_trigger_has_its_day() {
        oversee(HUNDRED, new Stop("d", NEVER, 0, false, deaths(3), new Trigger.Enrolled(9), new Followed(OS, 8, 30)));
        assertEquals(
                List.of(
                        "d day 65.0: 6, 6, 3",
                        "d day 90.0: 9, 9, 5",
                        "d day 110.0: 10, 10, 7",
                        "d end day 200.0: 10, 10, 10"),
                seen);
        oversee(
                HUNDRED,
                new Stop(
                        "d",
                        NEVER,
                        0,
                        false,
                        new Trigger.Any(List.of(deaths(3), new Trigger.OnDay(50.5))),
                        new Trigger.All(List.of(deaths(3), new Trigger.OnDay(50.5))),
                        deaths(11)));
        assertEquals(List.of("d day 50.5: 5, 5, 1", "d day 65.0: 6, 6, 3", "d end day 200.0: 10, 10, 10"), seen);
    }

    @Test
    void rules_take_turns_by_day_and_those_of_one_day_by_their_order() {
        oversee(
                HUNDRED,
                new Stop("a", NEVER, 0, false, deaths(3), deaths(5)),
                new Stop("b", NEVER, 0, false, new Trigger.OnDay(65), new Trigger.OnDay(70)));
        assertEquals(
                List.of("a day 65.0", "b day 65.0", "b day 70.0", "a day 85.0", "a end day 200.0", "b end day 200.0"),
                seen.stream().map(line -> line.substring(0, line.indexOf(':'))).toList());
    }

    @Test
    void who_comes_until_the_decision_is_enrolled_and_not_in_the_data() {
        Committee committee = oversee(HUNDRED, new Stop("d", 1, 12, false, deaths(3)));
        assertEquals(List.of("d day 65.0: 6, 6, 3"), seen);
        assertEquals(0, committee.stoppedBy());
        assertEquals(Verdict.HARM, committee.conclusion(0));
        assertEquals(65, committee.cutDay());
        assertEquals(77, committee.endDay());
        assertFalse(committee.minutes(0, 1).taken(), "the end was not reached");
    }

    /** A transplant on day 20; with the loss, everybody is gone between days 10 and 15. */
    @Test
    void who_is_lost_before_the_origin_never_came_to_it() {
        Journey journey = Journey.of(
                List.of(Track.of("vital", "alive")),
                List.of(
                        Clock.of("transplant", Condition.ALWAYS, Fixed.of(20)),
                        Clock.of("death", Condition.ALWAYS, Fixed.of(500))));
        TimeToEvent after = TimeToEvent.of("after", "transplant", "death");
        PiecewiseExponential surely = PiecewiseExponential.of(new double[] {10, 15}, new double[] {0, 100, 0});
        FollowUp until = new FollowUp.Until(600);
        for (Hazard loss : new Hazard[] {null, surely}) {
            Plan plan = new Plan(
                    10,
                    Recruitment.over(100),
                    Allocation.SINGLE_ARM,
                    List.of(new Arm("all", journey, Entry.PLAIN, 1, loss)),
                    until,
                    1000,
                    1);
            Cohort cohort = Cohort.of(plan, List.of(after));
            Calendar calendar = Calendar.of(cohort, until);
            cohort.enrol(0);
            double eighth = cohort.arrivalDay(7) + 20 + 30;
            double day = new Followed(after, 8, 30).in(calendar).day();
            assertEquals(loss == null ? eighth : Double.POSITIVE_INFINITY, day);
        }
    }

    /** From day 65 nobody comes until day 77: the fourth of the coming, due on day 70, comes on day 82. */
    @Test
    void a_pause_moves_all_later_arrivals() {
        Committee committee = oversee(
                HUNDRED,
                new Stop("d", NEVER, 12, true, deaths(3)),
                new Stop("e", NEVER, 0, false, new Trigger.Enrolled(7)));
        assertEquals(
                List.of(
                        "d day 65.0: 6, 6, 3",
                        "e day 82.0: 7, 7, 4",
                        "d end day 212.0: 10, 10, 10",
                        "e end day 212.0: 10, 10, 10"),
                seen);
        assertEquals(212, committee.endDay());
    }

    @Test
    void pauses_that_overlap_are_one() {
        oversee(
                HUNDRED,
                new Stop("d", NEVER, 12, true, new Trigger.OnDay(65)),
                new Stop("e", NEVER, 12, true, new Trigger.OnDay(71)),
                new Stop("f", NEVER, 0, false, new Trigger.Enrolled(7)));
        assertTrue(seen.get(2).startsWith("f day 88.0"), seen.toString()); // 18 days later, not 24
    }

    /** The decision of day 105 comes after the end, and whoever paused accrual on day 75 to wait for it waited in vain. */
    @Test
    void a_pause_that_begins_before_the_end_lasts_until_the_end_where_no_decision_comes() {
        FollowUp until = new FollowUp.Until(100);
        Committee committee = oversee(until, new Stop("d", NEVER, 30, true, new Trigger.OnDay(75)));
        assertEquals(List.of("d end day 100.0: 7, 7, 6"), seen);
        assertFalse(committee.minutes(0, 0).taken());
        assertEquals(75, committee.minutes(0, 0).pausedAfter());
        assertEquals(100, committee.minutes(0, 0).pausedUntil());
    }

    /** The last patient moves with the pause, and so does the end: the decision of day 135 is waited for, and it comes. */
    @Test
    void an_end_that_waits_for_the_last_patient_waits_for_the_pause() {
        oversee(new FollowUp.OfLastPatient(10), new Stop("d", NEVER, 60, true, new Trigger.OnDay(75)));
        assertEquals(List.of("d day 75.0: 7, 7, 4", "d end day 170.0: 10, 10, 7"), seen);
    }

    /** As with stages: accrual pauses on day 45 for answers which, as it turns out, would all be there on day 120. */
    @Test
    void a_pause_does_not_know_that_its_look_comes_after_the_end() {
        Stop stages = new Stop("d", NEVER, 0, true, new Trigger.OnDay(120));
        stages.pausesAfter = 45;
        Committee committee = oversee(new FollowUp.Until(100), stages);
        assertEquals(List.of("d end day 100.0: 4, 4, 4"), seen);
        assertEquals(100, committee.minutes(0, 0).pausedUntil());
    }

    @Test
    void a_look_whose_decision_comes_after_the_end_is_not_taken_nor_one_before_its_predecessor() {
        oversee(HUNDRED, new Stop("d", NEVER, 30, false, new Trigger.OnDay(171)));
        assertEquals(List.of("d end day 200.0: 10, 10, 10"), seen);
        oversee(HUNDRED, new Stop("d", NEVER, 0, false, new Trigger.OnDay(120), new Trigger.OnDay(60)));
        assertEquals(List.of("d day 120.0: 10, 10, 8", "d end day 200.0: 10, 10, 10"), seen);
    }

    @Test
    void the_trial_may_end_with_the_events_that_are_looked_for() {
        oversee(new FollowUp.OfEvents(OS, 5, 1e9), new Stop("d", NEVER, 0, false, deaths(3), deaths(5)));
        assertEquals(List.of("d day 65.0: 6, 6, 3", "d end day 85.0: 8, 8, 5"), seen);
    }
}
