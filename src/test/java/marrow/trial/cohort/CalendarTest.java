package marrow.trial.cohort;

import static marrow.trial.cohort.HandworkedTrial.Life.comesOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import marrow.dist.Exponential;
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
import marrow.trial.cohort.HandworkedTrial.Life;
import marrow.trial.endpoint.TimeToEvent;
import marrow.trial.endpoint.Visits;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final TimeToEvent OS = TimeToEvent.of("OS", null, "death");

    private static double cut(FollowUp followUp, Life... lives) {
        return Calendar.of(HandworkedTrial.cohort(followUp, OS, lives), followUp)
                .cutDay();
    }

    @Test
    void worked_by_hand() {
        Life[] lives = {
            comesOn(10).with("death", 300),
            comesOn(50).with("death", 20),
            comesOn(400).with("death", 5),
            comesOn(410)
        };
        assertEquals(775.25, cut(new FollowUp.OfLastPatient(365.25), lives));
        assertEquals(200, cut(new FollowUp.Until(200), lives));
        assertEquals(70, cut(new FollowUp.OfEvents(OS, 1, NEVER), lives));
        assertEquals(310, cut(new FollowUp.OfEvents(OS, 2, NEVER), lives));
        assertEquals(405, cut(new FollowUp.OfEvents(OS, 3, NEVER), lives));
        assertEquals(300, cut(new FollowUp.OfEvents(OS, 2, 300), lives));
    }

    @Test
    void with_too_few_events_the_trial_ends_when_nobody_is_followed_any_more_or_on_its_latest_day() {
        Life[] lives = {comesOn(10).with("death", 300), comesOn(50).lost(30), comesOn(60)};
        assertEquals(60 + HandworkedTrial.HORIZON, cut(new FollowUp.OfEvents(OS, 2, NEVER), lives));
        assertEquals(500, cut(new FollowUp.OfEvents(OS, 2, 500), lives));
        assertEquals(
                1010,
                cut(
                        new FollowUp.OfEvents(OS, 2, NEVER),
                        comesOn(10).with("death", 300),
                        comesOn(50).lost(30)));
    }

    @Test
    void so_it_does_when_nobody_reaches_the_origin() {
        TimeToEvent late = TimeToEvent.of("late", "transplant", "death");
        FollowUp followUp = new FollowUp.OfEvents(late, 1, NEVER);
        Cohort cohort = HandworkedTrial.cohort(
                followUp, late, comesOn(10).with("death", 300), comesOn(50).lost(30));
        assertEquals(1010, Calendar.of(cohort, followUp).cutDay());
    }

    @Test
    void an_event_after_an_origin_and_found_at_a_visit_has_the_calendar_day_of_the_visit() {
        TimeToEvent found = new TimeToEvent(
                "found",
                "transplant",
                List.of("relapse"),
                List.of("death"),
                List.of(),
                Set.of("relapse"),
                Optional.of(new Visits(30, 30)));
        FollowUp followUp = new FollowUp.OfEvents(found, 1, NEVER);
        Cohort cohort = HandworkedTrial.cohort(
                followUp,
                found,
                comesOn(100).with("transplant", 50).with("relapse", 85),
                comesOn(200).with("transplant", 1).with("relapse", 2).with("death", 3));
        assertEquals(100 + 50 + 60, Calendar.of(cohort, followUp).cutDay());
    }

    /** Arrivals and lives of random length, whose last bits are nothing round. */
    private static Plan plan(FollowUp followUp) {
        Journey journey = Journey.of(
                List.of(Track.of("vital", "alive")),
                List.of(Clock.of("death", Condition.ALWAYS, Exponential.ofMedian(365.25))));
        return new Plan(
                200,
                Recruitment.over(730.5),
                Allocation.SINGLE_ARM,
                List.of(new Arm("all", journey, Entry.PLAIN, 1, Exponential.ofRate(0.05 / 365.25))),
                followUp,
                10_000,
                20261121);
    }

    @Test
    void the_data_cut_with_the_event_number_140_hold_140_events() {
        FollowUp followUp = new FollowUp.OfEvents(OS, 140, NEVER);
        Cohort cohort = Cohort.of(plan(followUp), List.of(OS));
        Calendar calendar = Calendar.of(cohort, followUp);
        Sample sample = Sample.of(cohort, OS);
        for (int replicate = 0; replicate < 300; replicate++) {
            cohort.enrol(replicate);
            double cutDay = calendar.cutDay();
            sample.cutOn(cutDay);
            int events = 0;
            double last = 0;
            for (int row = 0; row < sample.size(); row++) {
                events += sample.status()[row];
                double day = cohort.arrivalDay(sample.patient()[row]) + sample.time()[row];
                last = Math.max(last, sample.status()[row] == 1 ? day : 0);
            }
            assertEquals(140, events, "replicate " + replicate);
            assertEquals(cutDay, last, "replicate " + replicate);
        }
    }

    @Test
    void the_last_patient_is_followed_for_the_days_promised_to_the_bit() {
        for (double days : new double[] {365.25, 100, 328.725, 1.0 / 3}) {
            FollowUp followUp = new FollowUp.OfLastPatient(days);
            Cohort cohort = Cohort.of(plan(followUp), List.of(OS));
            Calendar calendar = Calendar.of(cohort, followUp);
            for (int replicate = 0; replicate < 300; replicate++) {
                cohort.enrol(replicate);
                double followed = calendar.cutDay() - cohort.lastArrivalDay();
                assertTrue(followed >= days && followed - days < 1e-8, followed + " for " + days);
            }
        }
    }

    @Test
    void an_event_may_end_the_trial_before_all_are_enrolled() {
        FollowUp followUp = new FollowUp.OfEvents(OS, 10, NEVER);
        Cohort cohort = Cohort.of(plan(followUp), List.of(OS));
        Sample sample = Sample.of(cohort, OS);
        for (int replicate = 0; replicate < 50; replicate++) {
            cohort.enrol(replicate);
            double cutDay = Calendar.of(cohort, followUp).cutDay();
            sample.cutOn(cutDay);
            int came = 0;
            for (int i = 0; i < cohort.size(); i++) {
                came += cohort.arrivalDay(i) <= cutDay ? 1 : 0;
            }
            assertTrue(came < 200, "replicate " + replicate);
            assertEquals(came, sample.size());
        }
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> new FollowUp.OfLastPatient(-1));
        assertThrows(IllegalArgumentException.class, () -> new FollowUp.Until(0));
        assertThrows(IllegalArgumentException.class, () -> new FollowUp.OfEvents(OS, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new FollowUp.OfEvents(OS, 1, Double.NaN));
    }
}
