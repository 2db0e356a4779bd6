package marrow.trial.cohort;

import static marrow.trial.cohort.HandworkedTrial.Life.comesOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import marrow.trial.cohort.HandworkedTrial.Life;
import marrow.trial.endpoint.Response;
import org.junit.jupiter.api.Test;

/** Responses worked by hand: 1 yes, 0 no, - not known, patient by patient. */
class AnswersTest {
    private static final double EVER = Double.POSITIVE_INFINITY;

    private static Response response(String origin, double byDays, boolean lostFail) {
        return new Response("CR", origin, List.of("response"), List.of("death"), byDays, lostFail);
    }

    private static String answers(Response response, double cutDay, Life... lives) {
        Answers answers = Answers.of(HandworkedTrial.cohort(response, lives), response);
        answers.cutOn(cutDay);
        StringBuilder text = new StringBuilder();
        for (int arm = 0; arm < lives.length; arm++) {
            text.append(answers.known(arm) == 0 ? "-" : Integer.toString(answers.yes(arm)));
        }
        return text.toString();
    }

    @Test
    void in_time_or_too_late_or_after_a_failure() {
        assertEquals(
                "1100010",
                answers(
                        response(null, 28, false),
                        1e6,
                        comesOn(0).with("response", 15),
                        comesOn(0).with("response", 28),
                        comesOn(0).with("response", 28.5),
                        comesOn(0),
                        comesOn(0).with("death", 10).with("response", 15),
                        comesOn(0).with("death", 15).with("response", 15),
                        comesOn(0).with("death", 40)));
    }

    @Test
    void who_was_not_followed_that_far_is_left_out_or_has_failed() {
        Life[] lives = {
            comesOn(0).lost(20),
            comesOn(0).lost(28),
            comesOn(0).with("response", 15).lost(20),
            comesOn(0).with("response", 25).lost(20),
            comesOn(0).with("death", 15).lost(20),
            comesOn(180),
            comesOn(172),
            comesOn(199).with("response", 1),
            comesOn(201).with("response", 1)
        };
        assertEquals("-01-0-0--", answers(response(null, 28, false), 200, lives));
        assertEquals("00100-0--", answers(response(null, 28, true), 200, lives));
    }

    @Test
    void whatever_the_answer_it_counts_from_the_day_on_which_it_is_due() {
        Life[] lives = {
            comesOn(0).with("response", 5),
            comesOn(0).with("death", 5),
            comesOn(0),
            comesOn(0).with("response", 5).lost(10),
            comesOn(0).lost(10),
            comesOn(0).with("transplant", 7).with("response", 8)
        };
        for (boolean lostFail : new boolean[] {false, true}) {
            Response fromEntry = response(null, 28, lostFail);
            assertEquals("------", answers(fromEntry, 27.5, lives), "early answers are not a share of anybody");
            assertEquals(lostFail ? "100101" : "1001-1", answers(fromEntry, 28, lives));
            Response fromTransplant = response("transplant", 28, lostFail);
            assertEquals("------", answers(fromTransplant, 34.5, lives));
            assertEquals("-----1", answers(fromTransplant, 35, lives));
        }
    }

    @Test
    void days_count_from_the_origin() {
        Life[] lives = {
            comesOn(0).with("transplant", 50).with("response", 70),
            comesOn(0).with("transplant", 50).with("response", 40),
            comesOn(0).with("response", 40),
            comesOn(0).with("transplant", 180).with("response", 190),
            comesOn(0).with("transplant", 180),
            comesOn(0).after("transplant", 10).with("response", 18),
            comesOn(0).after("transplant", 10).with("response", 19),
        };
        assertEquals("10---10", answers(response("transplant", 28, false), 200, lives));
    }

    @Test
    void who_came_in_after_that_day_cannot_be_asked() {
        assertEquals(
                "-1",
                answers(
                        response("transplant", 28, true),
                        1e6,
                        comesOn(0).after("transplant", 29).with("response", 5),
                        comesOn(0).after("transplant", 28).with("response", 0)));
    }

    @Test
    void what_came_after_the_origin_and_before_entry_answers() {
        assertEquals(
                "10--0",
                answers(
                        response("transplant", 28, false),
                        1e6,
                        comesOn(0).after("transplant", 10).after("response", 5),
                        comesOn(0).after("transplant", 10).after("death", 5).with("response", 5),
                        comesOn(0).after("transplant", 29).after("response", 5),
                        comesOn(0).after("transplant", 10).after("response", 15).lost(5),
                        comesOn(0).after("transplant", 10).after("response", 15)));
    }

    @Test
    void without_a_day_the_question_is_open_to_the_end_of_follow_up() {
        assertEquals(
                "10-10-",
                answers(
                        response(null, EVER, false),
                        500,
                        comesOn(0).with("response", 300),
                        comesOn(0),
                        comesOn(0).lost(400),
                        comesOn(0).with("response", 300).lost(400),
                        comesOn(0).with("response", 600),
                        comesOn(501)));
        assertEquals("10", answers(response(null, EVER, false), EVER, comesOn(0).with("response", 999), comesOn(0)));
    }

    @Test
    void any_of_several_marks_answers_and_the_first_counts() {
        Response either =
                new Response("any", null, List.of("response", "transplant"), List.of("relapse", "death"), 100, false);
        assertEquals(
                "110",
                answers(
                        either,
                        1e6,
                        comesOn(0).with("transplant", 90).with("death", 95),
                        comesOn(0).with("response", 10).with("relapse", 20).with("transplant", 30),
                        comesOn(0).with("relapse", 20).with("response", 30).with("transplant", 40)));
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> response(null, 0, false));
        assertEquals(
                "CR is asked by a day after 0, not NaN",
                assertThrows(IllegalArgumentException.class, () -> response(null, Double.NaN, false))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Response("CR", null, List.of(), List.of(), 28, false));
    }
}
