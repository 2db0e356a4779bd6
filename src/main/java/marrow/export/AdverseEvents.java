package marrow.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marrow.journey.Course;
import marrow.journey.life.Trace;

/**
 * ADAE: a row an onset of a line of a course's toxicity table, as far as the data know it. The model knows two grades, 1 to 2 and 3 to 5;
 * ATOXGRN is the lower end. Graft-versus-host disease has grades of its own and is none of it: it is a time to an event, in ADTTE.
 */
final class AdverseEvents {
    /** Terms of CTCAE 5.0 for the lines of the journeys that come with Marrow; of others the name of the line. */
    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry("abdominal-pain", "Abdominal pain"),
            Map.entry("alt-raised", "Alanine aminotransferase increased"),
            Map.entry("anaemia", "Anemia"),
            Map.entry("capillary-leak", "Capillary leak syndrome"),
            Map.entry("cardiac", "Cardiac disorders - Other, specify"),
            Map.entry("crs", "Cytokine release syndrome"),
            Map.entry("encephalopathy", "Encephalopathy"),
            Map.entry("fever", "Fever"),
            Map.entry("heart", "Cardiac disorders - Other, specify"),
            Map.entry("hypertension", "Hypertension"),
            Map.entry("hypocalcaemia", "Hypocalcemia"),
            Map.entry("hypokalaemia", "Hypokalemia"),
            Map.entry("hypotension", "Hypotension"),
            Map.entry("infection", "Infections and infestations - Other, specify"),
            Map.entry("leukopenia", "White blood cell decreased"),
            Map.entry("neutropenia", "Neutrophil count decreased"),
            Map.entry("pancreatitis", "Pancreatitis"),
            Map.entry("seizure", "Seizure"),
            Map.entry("thrombocytopenia", "Platelet count decreased"),
            Map.entry("veno-occlusive-disease", "Sinusoidal obstruction syndrome"));

    private AdverseEvents() {}

    static DataSet of(ExportedTrial trial) {
        List<List<Object>> rows = new ArrayList<>();
        for (Subject subject : trial.subjects()) {
            subject.seen().forEach(event -> add(event, subject, trial, rows));
        }
        return new DataSet(
                "ADAE",
                "Adverse Events Analysis Dataset",
                Keys.and(
                        Column.text("AECAT", "Category for Adverse Event").key(3),
                        Column.text("AETERM", "Reported Term for the Adverse Event"),
                        Column.text("AEDECOD", "CTCAE Term").key(4),
                        Column.text("ATOXGR", "Analysis Toxicity Grade"),
                        Column.whole("ATOXGRN", "Analysis Toxicity Grade (N), at least"),
                        Column.date("ASTDT", "Analysis Start Date").key(5),
                        Column.number("ASTDAY", "Onset, days since enrolment"),
                        Column.text("AEACN", "Action Taken with Study Treatment"),
                        Column.text("TRTEMFL", "Treatment Emergent Analysis Flag")),
                rows);
    }

    private static void add(Trace.Event event, Subject subject, ExportedTrial trial, List<List<Object>> rows) {
        for (Course course : trial.scenario().courses()) {
            for (Course.Toxicity line : course.toxicities()) {
                String clock = course.name() + "/" + line.name();
                if (event.clock().equals(clock)) {
                    boolean severe = event.marks().contains(clock + "-3+");
                    boolean held = event.moves().stream()
                            .anyMatch(move -> move.track().equals(course.name())
                                    && move.to().equals("held"));
                    rows.add(Keys.row(
                            trial,
                            subject,
                            course.name(),
                            line.name(),
                            TERMS.getOrDefault(line.name(), line.name()),
                            severe ? "GRADE 3-5" : "GRADE 1-2",
                            severe ? 3 : 1,
                            ReferenceDay.date(subject.calendarDay(event.day())),
                            event.day(),
                            held ? "DRUG INTERRUPTED" : "DOSE NOT CHANGED",
                            "Y"));
                }
            }
        }
    }
}
