package marrow.export;

import java.util.ArrayList;
import java.util.List;
import marrow.trial.cohort.Answers;
import marrow.trial.cohort.Measures;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Response;

/**
 * ADRS: a row a patient and response whose answer is known, and a row a patient and quantity that counts, as the analyses saw them.
 * AVAL of a response is 1 for yes and 0 for no.
 */
final class Responses {
    private Responses() {}

    static DataSet of(ExportedTrial trial) {
        List<List<Object>> rows = new ArrayList<>();
        VariableNames codes = new VariableNames(List.of());
        for (Endpoint endpoint : trial.trial().study().endpoints()) {
            if (endpoint instanceof Response response) {
                answers(response, codes.of(response.name()), trial, rows);
            } else if (endpoint instanceof Quantity quantity) {
                quantities(quantity, codes.of(quantity.name()), trial, rows);
            }
        }
        return new DataSet(
                "ADRS",
                "Responses and Quantities Analysis Dataset",
                Keys.and(
                        Column.text("PARAMCD", "Parameter Code").key(3),
                        Column.text("PARAM", "Parameter"),
                        Column.text("PARCAT1", "Parameter Category 1"),
                        Column.number("AVAL", "Analysis Value"),
                        Column.text("AVALC", "Analysis Value (C)")),
                rows);
    }

    private static void answers(Response response, String code, ExportedTrial trial, List<List<Object>> rows) {
        Answers answers = trial.trial().data().answers(response);
        for (Subject subject : trial.subjects()) {
            int answer = answers.answer(subject.number());
            if (answer != Answers.UNKNOWN) {
                String word = answer == Answers.YES ? "Y" : "N";
                rows.add(Keys.row(trial, subject, code, response.name(), "RESPONSE", (double) answer, word));
            }
        }
    }

    private static void quantities(Quantity quantity, String code, ExportedTrial trial, List<List<Object>> rows) {
        Measures measures = trial.trial().data().measures(quantity);
        for (int row = 0; row < measures.size(); row++) {
            Subject subject = trial.subject(measures.patient()[row]);
            rows.add(Keys.row(trial, subject, code, quantity.name(), "QUANTITY", measures.value()[row], null));
        }
    }
}
