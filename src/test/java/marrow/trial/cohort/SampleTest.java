package marrow.trial.cohort;

import static marrow.trial.cohort.HandworkedTrial.Life.comesOn;
import static marrow.trial.cohort.HandworkedTrial.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import marrow.stats.survival.AalenJohansen;
import marrow.trial.cohort.HandworkedTrial.Life;
import marrow.trial.endpoint.TimeToEvent;
import marrow.trial.endpoint.Visits;
import org.junit.jupiter.api.Test;

/** Lives worked by hand. A row reads "patient: time is status", or "patient: entry-time is status" of one who came in late. */
class SampleTest {
    private static final TimeToEvent OS = TimeToEvent.of("OS", null, "death");
    private static final TimeToEvent PFS = TimeToEvent.of("PFS", null, "relapse", "death");
    private static final TimeToEvent RELAPSE =
            TimeToEvent.of("relapse", null, "relapse").competingWith("death", "new-therapy");
    private static final TimeToEvent AFTER_TRANSPLANT =
            TimeToEvent.of("relapse after transplant", "transplant", "relapse").competingWith("death");
    private static final TimeToEvent FOUND = found(List.of("relapse"), List.of("death"), List.of());

    private static TimeToEvent found(List<String> events, List<String> competing, List<String> censoring) {
        return new TimeToEvent(
                "found", null, events, competing, censoring, Set.of("relapse"), Optional.of(new Visits(28, 90)));
    }

    @Test
    void the_first_of_the_events_counts() {
        assertEquals(
                "0: 50 is 1, 1: 70 is 1, 2: 1000 is 0",
                rows(
                        PFS,
                        1e6,
                        comesOn(0).with("relapse", 50).with("death", 70),
                        comesOn(10).with("death", 70),
                        comesOn(20)));
    }

    @Test
    void an_event_on_the_day_of_the_cut_is_seen_and_one_a_moment_later_is_not() {
        assertEquals(
                "0: 100 is 1, 1: 90 is 0, 2: 80 is 1",
                rows(
                        OS,
                        200,
                        comesOn(100).with("death", 100),
                        comesOn(110).with("death", 90.00001),
                        comesOn(120).with("death", 80)));
    }

    @Test
    void so_it_is_whatever_the_arrivals_last_bits() {
        for (int i = 1; i < 500; i++) {
            double comes = i * Math.PI;
            double dies = Math.sqrt(i) * 7;
            Cohort cohort = HandworkedTrial.cohort(OS, comesOn(comes).with("death", dies));
            Sample sample = Sample.of(cohort, OS);
            sample.cutOn(Double.POSITIVE_INFINITY);
            sample.cutOn(cohort.arrivalDay(0) + sample.time()[0]);
            assertEquals(1, sample.status()[0], "arrival on " + comes + ", death after " + dies);
        }
    }

    @Test
    void who_is_lost_before_the_event_is_censored_then_and_who_is_lost_later_is_not() {
        assertEquals(
                "0: 60 is 0, 1: 70 is 1, 2: 70 is 1",
                rows(
                        OS,
                        1e6,
                        comesOn(0).with("death", 70).lost(60),
                        comesOn(0).with("death", 70).lost(70),
                        comesOn(0).with("death", 70).lost(80)));
    }

    @Test
    void who_has_not_come_by_the_cut_is_not_in_the_data() {
        assertEquals(
                "0: 200 is 0, 1: 50 is 0, 2: 0 is 0",
                rows(
                        OS,
                        200,
                        comesOn(0),
                        comesOn(150),
                        comesOn(200),
                        comesOn(200.5).with("death", 1)));
        assertEquals("", rows(OS, 5, comesOn(6), comesOn(7)));
    }

    @Test
    void at_one_instant_the_event_goes_before_what_competes_and_that_in_the_order_given() {
        assertEquals(
                "0: 80 is 1, 1: 80 is 2, 2: 80 is 3, 3: 70 is 2",
                rows(
                        RELAPSE,
                        1e6,
                        comesOn(0).with("death", 80).with("relapse", 80),
                        comesOn(0).with("death", 80).with("new-therapy", 80),
                        comesOn(0).with("new-therapy", 80),
                        comesOn(0).with("relapse", 80).with("death", 70)));
    }

    @Test
    void an_intercurrent_event_may_censor() {
        TimeToEvent censored = new TimeToEvent(
                "PFS",
                null,
                List.of("relapse", "death"),
                List.of(),
                List.of("new-therapy"),
                Set.of(),
                Optional.empty());
        assertEquals(
                "0: 40 is 0, 1: 40 is 1, 2: 40 is 1, 3: 30 is 0",
                rows(
                        censored,
                        100,
                        comesOn(0).with("new-therapy", 40).with("death", 70),
                        comesOn(0).with("new-therapy", 70).with("death", 40),
                        comesOn(0).with("new-therapy", 40).with("death", 40),
                        comesOn(70).with("new-therapy", 40)));
    }

    @Test
    void time_runs_from_an_origin_reached_later_and_who_never_reaches_it_is_not_in_the_data() {
        assertEquals(
                "0: 50 is 1, 2: 30 is 0, 3: 20 is 1, 4: 0 is 0",
                rows(
                        AFTER_TRANSPLANT,
                        200,
                        comesOn(0).with("transplant", 100).with("relapse", 150),
                        comesOn(0).with("relapse", 50),
                        comesOn(50).with("transplant", 120),
                        comesOn(0).with("relapse", 100).with("transplant", 80),
                        comesOn(150).with("transplant", 50),
                        comesOn(151).with("transplant", 50)));
    }

    @Test
    void what_happened_before_the_origin_is_no_event() {
        assertEquals(
                "0: 900 is 0",
                rows(AFTER_TRANSPLANT, 1e6, comesOn(0).with("relapse", 50).with("transplant", 100)));
    }

    @Test
    void who_comes_after_the_origin_is_at_risk_from_then_on() {
        assertEquals(
                "0: 75-175 is 1, 1: 60-160 is 0, 2: 40 is 2",
                rows(
                        AFTER_TRANSPLANT,
                        150,
                        comesOn(0).after("transplant", 75).with("relapse", 100),
                        comesOn(50).after("transplant", 60).with("relapse", 101),
                        comesOn(0).with("transplant", 10).with("death", 50)));
    }

    @Test
    void nobody_is_at_risk_for_no_time_after_coming_in_late() {
        assertEquals(
                "0: 0 is 1",
                rows(
                        AFTER_TRANSPLANT,
                        150,
                        comesOn(0).after("transplant", 0).with("relapse", 0),
                        comesOn(0).after("transplant", 75).with("relapse", 0),
                        comesOn(150).after("transplant", 75)));
    }

    /** The third relapsed before the transplant, the fourth had what competes. */
    @Test
    void who_had_the_event_before_entry_is_not_in_the_data() {
        Life[] lives = {
            comesOn(0).after("transplant", 75).after("relapse", 30),
            comesOn(0).after("transplant", 75).after("relapse", 30).with("relapse", 100),
            comesOn(0).after("transplant", 75).after("relapse", 90).with("relapse", 100),
            comesOn(0).after("transplant", 75).after("death", 1),
            comesOn(0).after("relapse", 30).with("transplant", 10),
        };
        assertEquals("2: 75-175 is 1, 4: 140 is 0", rows(AFTER_TRANSPLANT, 150, lives));
        TimeToEvent atVisits = new TimeToEvent(
                "found",
                "transplant",
                List.of("relapse"),
                List.of("death"),
                List.of(),
                Set.of("relapse"),
                Optional.of(new Visits(90, 90)));
        assertEquals("2: 75-180 is 1, 4: 990 is 0", rows(atVisits, 1e6, lives), "a visit is no news of it");
        assertEquals(1, new EventDays(HandworkedTrial.cohort(AFTER_TRANSPLANT, lives), AFTER_TRANSPLANT).count());
    }

    @Test
    void without_late_comers_there_is_no_column_of_entries() {
        Sample sample = Sample.of(
                HandworkedTrial.cohort(
                        AFTER_TRANSPLANT,
                        comesOn(0).after("transplant", 75),
                        comesOn(100).after("transplant", 0)),
                AFTER_TRANSPLANT);
        sample.cutOn(200);
        assertEquals(75, sample.entry()[0]);
        assertEquals(Sample.FROM_ORIGIN, sample.entry()[1]);
        Sample prompt = Sample.of(HandworkedTrial.cohort(OS, comesOn(0)), OS);
        prompt.cutOn(200);
        assertNull(prompt.entry());
    }

    /** Cut on the day on which the last two come: one is transplanted and relapses that day, of the other nothing more is seen. */
    @Test
    void who_comes_with_the_origin_is_at_risk_at_time_0_though_others_come_late() {
        Sample sample = Sample.of(
                HandworkedTrial.cohort(
                        AFTER_TRANSPLANT,
                        comesOn(0).after("transplant", 75),
                        comesOn(50).after("transplant", 0),
                        comesOn(200).after("transplant", 0).with("relapse", 0),
                        comesOn(200).after("transplant", 0)),
                AFTER_TRANSPLANT);
        sample.cutOn(200);
        AalenJohansen curve =
                new AalenJohansen.Scratch(2).fit(sample.time(), sample.status(), sample.entry(), null, sample.size());
        assertEquals(1.0 / 3, curve.incidence(1, 0), 1e-15);
    }

    @Test
    void a_relapse_is_known_at_the_next_visit() {
        // Visits on days 28, 118, 208, 298.
        assertEquals(
                "0: 28 is 1, 1: 28 is 1, 2: 118 is 1, 3: 118 is 1, 4: 208 is 1",
                rows(
                        FOUND,
                        1e6,
                        comesOn(0).with("relapse", 5),
                        comesOn(0).with("relapse", 28),
                        comesOn(0).with("relapse", 28.5),
                        comesOn(0).with("relapse", 118),
                        comesOn(0).with("relapse", 118.001)));
    }

    @Test
    void a_hidden_relapse_does_not_go_before_a_death_a_loss_or_a_cut_that_comes_before_the_visit() {
        assertEquals(
                "0: 100 is 2, 1: 100 is 0, 2: 100 is 0, 3: 118 is 1, 4: 118 is 1, 5: 118 is 1",
                rows(
                        FOUND,
                        118,
                        comesOn(0).with("relapse", 30).with("death", 100),
                        comesOn(0).with("relapse", 30).lost(100),
                        comesOn(18).with("relapse", 30),
                        comesOn(0).with("relapse", 30).with("death", 118.5),
                        comesOn(0).with("relapse", 30).with("death", 118),
                        comesOn(0).with("relapse", 30).lost(118)));
        assertEquals(
                "0: 100 is 1",
                rows(
                        found(List.of("relapse", "death"), List.of(), List.of()),
                        1e6,
                        comesOn(0).with("relapse", 30).with("death", 100)));
        assertEquals(
                "0: 100 is 0",
                rows(
                        found(List.of("relapse"), List.of("death"), List.of("new-therapy")),
                        1e6,
                        comesOn(0).with("relapse", 30).with("new-therapy", 100)));
    }

    @Test
    void visits_are_counted_from_the_origin() {
        TimeToEvent endpoint = new TimeToEvent(
                "found",
                "transplant",
                List.of("relapse"),
                List.of(),
                List.of(),
                Set.of("relapse"),
                Optional.of(new Visits(30, 60)));
        // Visits on days 30, 90, 150 after transplant.
        assertEquals(
                "0: 90 is 1, 1: 75-150 is 1, 2: 75-90 is 1",
                rows(
                        endpoint,
                        1e6,
                        comesOn(0).with("transplant", 100).with("relapse", 131),
                        comesOn(0).after("transplant", 75).with("relapse", 16),
                        comesOn(0).after("transplant", 75).with("relapse", 15)));
    }

    @Test
    void a_later_cut_of_the_same_trial_shows_more_and_an_earlier_one_less_again() {
        Life[] lives = {comesOn(0).with("death", 50), comesOn(10).with("death", 100)};
        Sample sample = Sample.of(HandworkedTrial.cohort(OS, lives), OS);
        int[] events = new int[3];
        double[] cuts = {60, 200, 60};
        for (int look = 0; look < 3; look++) {
            sample.cutOn(cuts[look]);
            for (int row = 0; row < sample.size(); row++) {
                events[look] += sample.status()[row];
            }
        }
        assertEquals("[1, 2, 1]", Arrays.toString(events));
    }
}
