package marrow.trial.cohort;

import static marrow.trial.cohort.HandworkedTrial.Life.comesOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import marrow.trial.cohort.HandworkedTrial.Life;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final TimeToEvent NRM =
            TimeToEvent.of("NRM", "transplant", "death").competingWith("relapse");
    private static final Response NO_GRAFT =
            new Response("no-graft", "transplant", List.of("new-therapy"), List.of("death"), 28, false);

    /** opens-ends/closes and how, by patient; a patient without a window has none. */
    private static String told(Windows windows) {
        windows.gather();
        StringBuilder told = new StringBuilder();
        for (int k = 0; k < windows.size(); k++) {
            told.append(k == 0 ? "" : ", ")
                    .append((long) windows.opens(k))
                    .append('-')
                    .append((long) windows.ends(k))
                    .append('/')
                    .append((long) windows.closes(k))
                    .append(' ')
                    .append(windows.ending(k));
        }
        return told.toString();
    }

    private static String time(Life... lives) {
        return told(Windows.of(HandworkedTrial.cohort(NRM, lives), NRM, 100, -1));
    }

    private static String response(Life... lives) {
        return told(Windows.of(HandworkedTrial.cohort(NO_GRAFT, lives), NO_GRAFT, -1));
    }

    @Test
    void a_window_of_a_time_ends_with_the_event_its_close_what_competes_or_loss() {
        assertEquals("15-60/115 EVENT", time(comesOn(10).with("transplant", 5).with("death", 50)));
        assertEquals("15-115/115 EVENT", time(comesOn(10).with("transplant", 5).with("death", 105)));
        assertEquals("15-115/115 FREE", time(comesOn(10).with("transplant", 5).with("death", 106)));
        assertEquals(
                "15-40/115 FREE",
                time(comesOn(10).with("transplant", 5).with("relapse", 30).with("death", 50)));
        assertEquals("15-70/115 LOST", time(comesOn(10).with("transplant", 5).lost(60)));
        assertEquals("15-115/115 FREE", time(comesOn(10).with("transplant", 5).lost(105)));
        assertEquals("", time(comesOn(10).with("death", 50)));
    }

    /** As the answers of the response have it: what is reached on the last day is an answer, and so is what is not. */
    @Test
    void who_comes_in_on_the_last_day_of_a_response_is_in_its_window() {
        assertEquals("10-10/10 FREE", response(comesOn(10).after("transplant", 28)));
        assertEquals(
                "10-10/10 EVENT", response(comesOn(10).after("transplant", 28).with("new-therapy", 0)));
        assertEquals("", response(comesOn(10).after("transplant", 29)));
    }

    /** Whoever comes in 70 days after the transplant is watched for 30; after 100 days no more. */
    @Test
    void it_opens_with_enrolment_where_the_origin_lies_before() {
        assertEquals("10-30/40 EVENT", time(comesOn(10).after("transplant", 70).with("death", 20)));
        assertEquals("10-40/40 FREE", time(comesOn(10).after("transplant", 70)));
        assertEquals("", time(comesOn(10).after("transplant", 100)));
    }

    /** Whoever had the event before is not watched for a time to it; a response is answered as soon as the window opens. */
    @Test
    void what_came_before_entry_ends_it_at_enrolment() {
        assertEquals("", time(comesOn(10).after("transplant", 70).after("death", 20)));
        assertEquals(
                "10-10/28 EVENT", response(comesOn(10).after("transplant", 10).after("new-therapy", 5)));
        assertEquals(
                "10-10/28 FREE", response(comesOn(10).after("transplant", 10).after("death", 5)));
    }

    @Test
    void a_window_of_a_response_is_its_own() {
        assertEquals(
                "15-35/43 EVENT", response(comesOn(10).with("transplant", 5).with("new-therapy", 25)));
        assertEquals("15-43/43 FREE", response(comesOn(10).with("transplant", 5).with("new-therapy", 34)));
        assertEquals(
                "15-30/43 FREE",
                response(comesOn(10).with("transplant", 5).with("death", 20).with("new-therapy", 25)));
        assertEquals("15-30/43 LOST", response(comesOn(10).with("transplant", 5).lost(20)));
        assertEquals("", response(comesOn(10).with("transplant", 5).lost(4)));
        Response failing = new Response("r", "transplant", List.of("new-therapy"), List.of(), 28, true);
        Cohort cohort = HandworkedTrial.cohort(
                failing, comesOn(10).with("transplant", 5).lost(20));
        assertEquals("15-30/43 FREE", told(Windows.of(cohort, failing, -1)));
    }

    @Test
    void of_one_arm_or_all_and_anew_when_the_calendar_moves() {
        Life first = comesOn(10).with("transplant", 5).with("death", 50);
        Life second = comesOn(20).with("transplant", 5);
        Cohort cohort = HandworkedTrial.cohort(NRM, first, second);
        assertEquals("25-125/125 FREE", told(Windows.of(cohort, NRM, 100, 1)));
        Windows all = Windows.of(cohort, NRM, 100, -1);
        assertEquals("15-60/115 EVENT, 25-125/125 FREE", told(all));
        cohort.pauseAccrual(15, 22);
        assertEquals("15-60/115 EVENT, 32-132/132 FREE", told(all));
        double[] days = new double[2];
        assertEquals(2, all.endings(days));
        assertEquals(132, days[1]);
    }

    @Test
    void refusals() {
        Cohort cohort = HandworkedTrial.cohort(NRM, comesOn(10));
        assertThrows(IllegalArgumentException.class, () -> Windows.of(cohort, NRM, Double.NaN, -1));
        Response endless = new Response("r", null, List.of("response"), List.of(), Double.POSITIVE_INFINITY, false);
        Cohort other = HandworkedTrial.cohort(endless, comesOn(10));
        assertThrows(IllegalArgumentException.class, () -> Windows.of(other, endless, -1));
    }
}
