package marrow.trial.cohort;

import static marrow.trial.cohort.HandworkedTrial.Life.comesOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marrow.trial.cohort.HandworkedTrial.Life;
import marrow.trial.endpoint.Response;
import org.junit.jupiter.api.Test;

/** Whoever counts patients as their answers come hears of each what {@link Answers} says when all is known. */
class AnswerDaysTest {
    private static final double EVER = Double.POSITIVE_INFINITY;

    private static final Life[] LIVES = {
        comesOn(0).with("response", 15),
        comesOn(0).with("response", 1000),
        comesOn(0).with("death", 10).with("response", 15),
        comesOn(0).with("death", 40),
        comesOn(0).lost(20),
        comesOn(0).with("response", 25).lost(20),
        comesOn(0).with("death", 15).lost(20),
        comesOn(70).with("transplant", 50).with("response", 70),
        comesOn(70).with("transplant", 50).lost(60),
        comesOn(0).after("transplant", 10).with("response", 18),
        comesOn(0).after("transplant", 29).with("response", 5),
        comesOn(0),
        comesOn(70).after("transplant", 10).after("response", 5),
        comesOn(70).after("transplant", 10).after("death", 5)
    };

    @Test
    void every_patient_answers_as_in_data_that_are_never_cut() {
        for (String from : new String[] {null, "transplant"}) {
            for (double by : new double[] {28, HandworkedTrial.HORIZON, HandworkedTrial.HORIZON + 500, EVER}) {
                for (boolean lostFail : new boolean[] {false, true}) {
                    Response response = new Response("CR", from, List.of("response"), List.of("death"), by, lostFail);
                    Cohort cohort = HandworkedTrial.cohort(response, LIVES);
                    Answers answers = Answers.of(cohort, response);
                    answers.cutOn(EVER);
                    AnswerDays days = AnswerDays.of(cohort, response);
                    for (int i = 0; i < LIVES.length; i++) {
                        assertEquals(answers.answer(i), days.answer(i), response + ", patient " + i);
                        assertTrue(answers.answer(i) == Answers.UNKNOWN || days.knownOn(i) < EVER, response + " " + i);
                        assertTrue(days.knownOn(i) <= days.dueOn(i), response + ", patient " + i);
                    }
                }
            }
        }
    }

    @Test
    void the_day_on_which_an_answer_is_known_and_that_on_which_it_is_due() {
        Response response = new Response("CR", "transplant", List.of("response"), List.of("death"), 28, false);
        AnswerDays days = AnswerDays.of(HandworkedTrial.cohort(response, LIVES), response);
        assertEquals(70 + 70, days.knownOn(7));
        assertEquals(70 + 78, days.dueOn(7));
        assertEquals(70 + 60, days.knownOn(8), "on the day of the loss");
        assertEquals(70 + 78, days.dueOn(8));
        assertEquals(EVER, days.knownOn(11), "has no transplant and is not asked");
        assertEquals(70, days.knownOn(12), "at entry");
        assertEquals(70 + 18, days.dueOn(12));
        assertEquals(70, days.knownOn(13));
    }
}
