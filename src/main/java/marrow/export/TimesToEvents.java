package marrow.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marrow.trial.cohort.Ending;
import marrow.trial.cohort.Sample;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;

/**
 * ADTTE: a row a patient and time-to-event endpoint, as the analyses saw it. CNSR is 0 for the event; 1 data cut, 2 lost to follow-up, 3
 * end of the longest follow-up, 4 an intercurrent event that censors; 10 and the place among those that compete for a competing event.
 * AVAL is exact; the dates beside it are those of the days in which start and end lie.
 */
final class TimesToEvents {
    private static final int COMPETING = 10;

    private TimesToEvents() {}

    static DataSet of(ExportedTrial trial) {
        List<List<Object>> rows = new ArrayList<>();
        VariableNames codes = new VariableNames(List.of());
        for (Endpoint endpoint : trial.trial().study().endpoints()) {
            if (endpoint instanceof TimeToEvent time) {
                add(time, codes.of(time.name()), trial, rows);
            }
        }
        return new DataSet(
                "ADTTE",
                "Time-to-Event Analysis Dataset",
                Keys.and(
                        Column.text("PARAMCD", "Parameter Code").key(3),
                        Column.text("PARAM", "Parameter"),
                        Column.date("STARTDT", "Time-to-Event Origin Date for Subject"),
                        Column.date("ADT", "Analysis Date"),
                        Column.number("AVAL", "Analysis Value"),
                        Column.text("AVALU", "Analysis Value Unit"),
                        Column.whole("CNSR", "Censor"),
                        Column.text("EVNTDESC", "Event or Censoring Description"),
                        Column.number("AENTRY", "At risk from, days since STARTDT")),
                rows);
    }

    private static void add(TimeToEvent endpoint, String code, ExportedTrial trial, List<List<Object>> rows) {
        Sample sample = trial.trial().data().sample(endpoint);
        double[] entry = sample.entry();
        for (int row = 0; row < sample.size(); row++) {
            int i = sample.patient()[row];
            Subject subject = trial.subject(i);
            double start = subject.calendarDay(sample.originDay(i));
            Ending ending =
                    Ending.of(sample, row, trial.trial().cohort(), trial.trial().cutDay());
            rows.add(Keys.row(
                    trial,
                    subject,
                    code,
                    endpoint.name(),
                    ReferenceDay.date(start),
                    ReferenceDay.date(start + sample.time()[row]),
                    sample.time()[row],
                    "DAYS",
                    censor(ending, endpoint),
                    description(ending),
                    entry == null ? 0.0 : Math.max(0, entry[row])));
        }
    }

    private static int censor(Ending ending, TimeToEvent endpoint) {
        return switch (ending.kind()) {
            case EVENT -> 0;
            case DATA_CUT -> 1;
            case LOST -> 2;
            case HORIZON -> 3;
            case INTERCURRENT_EVENT -> 4;
            case COMPETING_EVENT -> COMPETING + 1 + endpoint.competing().indexOf(ending.mark());
        };
    }

    private static String description(Ending ending) {
        return switch (ending.kind()) {
            case EVENT -> ending.mark();
            case DATA_CUT -> "data cut";
            case LOST -> "lost to follow-up";
            case HORIZON -> "end of the longest follow-up";
            case INTERCURRENT_EVENT, COMPETING_EVENT ->
                ending.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + ending.mark();
        };
    }
}
