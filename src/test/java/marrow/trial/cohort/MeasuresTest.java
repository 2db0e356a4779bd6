package marrow.trial.cohort;

import static marrow.trial.cohort.HandworkedTrial.Life.comesOn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import marrow.trial.cohort.HandworkedTrial.Life;
import marrow.trial.endpoint.Quantity;
import org.junit.jupiter.api.Test;

/** Quantities worked by hand: "patient: value". */
class MeasuresTest {
    private static String values(Quantity quantity, double cutDay, Life... lives) {
        return values(quantity, cutDay, cutDay, lives);
    }

    private static String values(Quantity quantity, double cutDay, double enrolledUntil, Life... lives) {
        Measures measures = Measures.of(HandworkedTrial.cohort(quantity, lives), quantity);
        measures.cutOn(cutDay, enrolledUntil);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < measures.size(); row++) {
            text.append(row == 0 ? "" : ", ")
                    .append(measures.arm()[row])
                    .append(": ")
                    .append(measures.value()[row]);
        }
        return text.toString();
    }

    @Test
    void days_among_those_who_come_to_it_while_they_are_followed() {
        Quantity engraftment = new Quantity("days to response", "transplant", Quantity.Kind.DAYS, "response");
        assertEquals(
                "0: 13.0, 3: 16.0",
                values(
                        engraftment,
                        200,
                        comesOn(0).with("transplant", 50).with("response", 63),
                        comesOn(0).with("transplant", 50).with("response", 40),
                        comesOn(0).with("transplant", 50).with("response", 63).lost(60),
                        comesOn(0).after("transplant", 6).with("response", 10),
                        comesOn(140).with("transplant", 50).with("response", 63),
                        comesOn(0).with("response", 63)));
    }

    @Test
    void counts_and_amounts_run_to_the_horizon() {
        Quantity count = new Quantity("responses", null, Quantity.Kind.COUNT, "response");
        Life[] lives = {comesOn(0).with("response", 900), comesOn(0), comesOn(300)};
        assertEquals("0: 1.0, 1: 0.0", values(count, 200, lives));
        Quantity drug = new Quantity("drug", null, Quantity.Kind.AMOUNT, "drug");
        assertEquals("0: 2000.0, 1: 2000.0", values(drug, 200, lives));
        Quantity beds = new Quantity("beds", "transplant", Quantity.Kind.AMOUNT, "bed-days");
        assertEquals(
                "0: 14.0, 2: 7.0",
                values(
                        beds,
                        200,
                        comesOn(0).with("transplant", 50).with("death", 500),
                        comesOn(0).with("transplant", 201),
                        comesOn(0).with("transplant", 200)));
    }

    @Test
    void until_a_decision_amounts_and_counts_are_of_who_comes_and_days_are_as_of_the_cut() {
        Life[] lives = {
            comesOn(0).with("transplant", 50).with("response", 60),
            comesOn(300).with("transplant", 0).with("response", 10),
            comesOn(301).with("transplant", 0).with("response", 10),
            comesOn(400).with("transplant", 0),
            comesOn(401).with("transplant", 0)
        };
        Quantity drug = new Quantity("drug", null, Quantity.Kind.AMOUNT, "drug");
        assertEquals("0: 2000.0, 1: 2000.0, 2: 2000.0, 3: 2000.0", values(drug, 300, 400, lives));
        Quantity count = new Quantity("responses", "transplant", Quantity.Kind.COUNT, "response");
        assertEquals("0: 1.0, 1: 1.0, 2: 1.0, 3: 0.0", values(count, 300, 400, lives));
        Quantity days = new Quantity("days to response", "transplant", Quantity.Kind.DAYS, "response");
        assertEquals("0: 10.0", values(days, 300, 400, lives));
    }
}
