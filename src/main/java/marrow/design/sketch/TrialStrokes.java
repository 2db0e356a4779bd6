package marrow.design.sketch;

import java.util.ArrayList;
import java.util.List;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.analysis.Finding;
import marrow.analysis.Inquiry;
import marrow.design.Study;
import marrow.trial.cohort.Answers;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Measures;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Single numbers of a trial: its length in days, patients enrolled by its end, patients and estimate of each analysis, of each
 * quantity the sum over all patients (for days the mean), of each response and each event how many patients have it.
 */
final class TrialStrokes implements Strokes {
    private final Study study;
    private final List<Quantity> quantities = new ArrayList<>();
    private final List<Response> responses = new ArrayList<>();
    private final List<TimeToEvent> times = new ArrayList<>();
    private final List<TrialNumber> numbers = new ArrayList<>();

    TrialStrokes(Study study) {
        this.study = study;
        numbers.add(new TrialNumber(TrialNumber.Of.DURATION, ""));
        numbers.add(new TrialNumber(TrialNumber.Of.ENROLLED, ""));
        for (Analysis analysis : study.analyses()) {
            numbers.add(new TrialNumber(TrialNumber.Of.ANALYSED, analysis.name()));
            numbers.add(new TrialNumber(TrialNumber.Of.ESTIMATE, analysis.name()));
        }
        for (Endpoint endpoint : study.endpoints()) {
            if (endpoint instanceof Quantity quantity) {
                quantities.add(quantity);
                numbers.add(new TrialNumber(
                        quantity.kind() == Quantity.Kind.DAYS ? TrialNumber.Of.MEAN : TrialNumber.Of.SUM,
                        quantity.name()));
            }
        }
        for (Endpoint endpoint : study.endpoints()) {
            if (endpoint instanceof Response response) {
                responses.add(response);
                numbers.add(new TrialNumber(TrialNumber.Of.RESPONSES, response.name()));
            }
        }
        for (Endpoint endpoint : study.endpoints()) {
            if (endpoint instanceof TimeToEvent time) {
                times.add(time);
                numbers.add(new TrialNumber(TrialNumber.Of.EVENTS, time.name()));
            }
        }
    }

    /** What the numbers are, in their order. */
    List<TrialNumber> numbers() {
        return numbers;
    }

    @Override
    public int width() {
        return numbers.size();
    }

    @Override
    public Reader reader(Cohort cohort, Data data) {
        List<Inquiry> inquiries = study.analyses().stream().map(data::inquiry).toList();
        return (endDay, row, from) -> {
            int at = from;
            row[at++] = endDay;
            row[at++] = cohort.enrolledBy(endDay);
            for (Inquiry inquiry : inquiries) {
                Finding finding = inquiry.finding();
                row[at++] = finding.patients();
                row[at++] = finding.estimate();
            }
            for (Quantity quantity : quantities) {
                row[at++] = used(data.measures(quantity), quantity.kind() == Quantity.Kind.DAYS);
            }
            for (Response response : responses) {
                Answers answers = data.answers(response);
                int yes = 0;
                for (int arm = 0; arm < cohort.arms(); arm++) {
                    yes += answers.yes(arm);
                }
                row[at++] = yes;
            }
            for (TimeToEvent time : times) {
                row[at++] = data.sample(time).events();
            }
        };
    }

    private static double used(Measures measures, boolean mean) {
        double sum = 0;
        for (int i = 0; i < measures.size(); i++) {
            sum += measures.value()[i];
        }
        return !mean ? sum : measures.size() == 0 ? Double.NaN : sum / measures.size();
    }
}
