package marrow.export;

import java.util.ArrayList;
import java.util.List;
import marrow.journey.Course;
import marrow.journey.life.Trace;
import marrow.scenario.patient.FactOrigin;
import marrow.scenario.value.Dimension;

/**
 * ADSL: a row a patient. Beside the usual variables a column for each fact of the population and for each track, with its state at
 * entry; their labels are the names of the scenario, cut where they are longer than a label may be.
 */
final class SubjectLevel {
    private static final double YEAR = 365.25; // days, as everywhere in Marrow
    private static final String AGE = "age";
    private static final String SEX = "sex";

    private final ExportedTrial trial;
    private final boolean isTime;
    private final List<Column> columns;
    private final List<String> facts;
    private final List<String> tracks;

    private SubjectLevel(ExportedTrial trial) {
        this.trial = trial;
        FactOrigin age = trial.scenario().facts().get(AGE);
        isTime = age != null && age.dimension() == Dimension.TIME;
        facts = trial.subjects().stream()
                .flatMap(one -> one.life().facts().keySet().stream())
                .distinct()
                .filter(fact -> !fact.equals(AGE))
                .toList();
        tracks = trial.subjects().stream()
                .flatMap(one -> one.life().start().keySet().stream())
                .distinct()
                .filter(track -> !track.equals(SEX) && !isOfCourse(track))
                .toList();
        columns = new ArrayList<>(Keys.and(
                Column.date("ENRLDT", "Date of Enrollment"),
                Column.number("ENRLDAY", "Enrolment, days since the trial opened"),
                Column.number("AGE", "Age at entry"),
                Column.text("AGEU", "Age Units"),
                Column.text("SEX", "Sex"),
                Column.date("TRTSDT", "Date of First Exposure to Treatment"),
                Column.date("TRTEDT", "Date of Last Exposure to Treatment"),
                Column.text("EOSSTT", "End of Study Status"),
                Column.date("EOSDT", "End of Study Date"),
                Column.text("DCSREAS", "Reason for Discontinuation from Study"),
                Column.number("SEENTO", "Seen until, days since enrolment"),
                Column.text("DTHFL", "Subject Death Flag"),
                Column.date("DTHDT", "Date of Death")));
        VariableNames names =
                new VariableNames(columns.stream().map(Column::name).toList());
        VariableLabels labels =
                new VariableLabels(columns.stream().map(Column::label).toList());
        facts.forEach(fact -> columns.add(Column.number(names.of(fact), labels.of(fact, ""))));
        tracks.forEach(track -> columns.add(Column.text(names.of(track), labels.of(track, ", at entry"))));
    }

    static DataSet of(ExportedTrial trial) {
        SubjectLevel level = new SubjectLevel(trial);
        return new DataSet(
                "ADSL",
                "Subject-Level Analysis Dataset",
                level.columns,
                trial.subjects().stream().map(level::row).toList());
    }

    private boolean isOfCourse(String track) {
        return trial.scenario().courses().stream()
                .map(Course::name)
                .anyMatch(course -> track.equals(course) || track.startsWith(course + "/"));
    }

    private List<Object> row(Subject subject) {
        Trace life = subject.life();
        double death = subject.deathDay();
        double end = Double.isNaN(death) ? subject.seenTo() : death;
        List<ExposureSpell> given = ExposureSpell.of(trial.scenario().courses(), subject);
        String status = status(subject, death);
        List<Object> row = Keys.row(
                trial,
                subject,
                ReferenceDay.date(subject.arrivalDay()),
                subject.arrivalDay(),
                age(life),
                life.facts().containsKey(AGE) && isTime ? "YEARS" : null,
                sex(life.start().get(SEX)),
                given.stream()
                        .findFirst()
                        .map(spell -> date(subject, spell.from()))
                        .orElse(null),
                given.stream()
                        .reduce((first, second) -> second.to() > first.to() ? second : first)
                        .map(spell -> date(subject, spell.to()))
                        .orElse(null),
                status,
                status.equals("ONGOING") ? null : date(subject, end),
                reason(subject, death),
                end,
                Double.isNaN(death) ? "N" : "Y",
                Double.isNaN(death) ? null : date(subject, death));
        facts.forEach(fact -> row.add(life.facts().get(fact)));
        tracks.forEach(track -> row.add(life.start().get(track)));
        return row;
    }

    /** In years where it is a time; a plain number stays what it is, since nobody has said of what. */
    private Double age(Trace life) {
        Double age = life.facts().get(AGE);
        return age == null || !isTime ? age : Double.valueOf(age / YEAR);
    }

    private static Object date(Subject subject, double day) {
        return ReferenceDay.date(subject.calendarDay(day));
    }

    private static String sex(String state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "male" -> "M";
            case "female" -> "F";
            default -> state;
        };
    }

    private String status(Subject subject, double death) {
        if (!Double.isNaN(death) || subject.lost()) {
            return "DISCONTINUED";
        }
        return subject.seenTo() < trial.trial().study().plan().horizonDays() ? "ONGOING" : "COMPLETED";
    }

    private static String reason(Subject subject, double death) {
        if (!Double.isNaN(death)) {
            return "DEATH";
        }
        return subject.lost() ? "LOST TO FOLLOW-UP" : null;
    }
}
