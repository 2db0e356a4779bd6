package marrow.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The variables with which every data set begins: which study, which patient, which arm. */
final class Keys {
    static final List<Column> COLUMNS = List.of(
            Column.text("STUDYID", "Study Identifier").key(1),
            Column.text("USUBJID", "Unique Subject Identifier").key(2),
            Column.whole("SUBJID", "Patient, as marrow trace numbers it"),
            Column.text("TRT01P", "Planned Treatment for Period 01"),
            Column.whole("TRT01PN", "Planned Treatment for Period 01 (N)"));

    private Keys() {}

    /** The keys, then these columns. */
    static List<Column> and(Column... others) {
        List<Column> columns = new ArrayList<>(COLUMNS);
        columns.addAll(List.of(others));
        return columns;
    }

    /** A row that begins with the keys of a subject; its values may be null. */
    static List<Object> row(ExportedTrial trial, Subject subject, Object... others) {
        List<Object> row = new ArrayList<>();
        row.add(trial.scenario().name());
        row.add(subject.id());
        row.add(subject.number());
        row.add(subject.armName());
        row.add(subject.arm() + 1);
        row.addAll(Arrays.asList(others));
        return row;
    }
}
