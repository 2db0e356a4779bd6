package marrow.export;

import java.util.ArrayList;
import java.util.List;

/** ADEX: a row a stretch of days on one dose of a course, and a row for what accompanies the drug on a day. */
final class Exposure {
    private Exposure() {}

    static DataSet of(ExportedTrial trial) {
        List<List<Object>> rows = new ArrayList<>();
        for (Subject subject : trial.subjects()) {
            for (ExposureSpell spell : ExposureSpell.of(trial.scenario().courses(), subject)) {
                double days = spell.to() - spell.from();
                boolean counted = !Double.isNaN(spell.amount());
                rows.add(Keys.row(
                        trial,
                        subject,
                        spell.course(),
                        spell.what(),
                        spell.dose(),
                        ReferenceDay.date(subject.calendarDay(spell.from())),
                        ReferenceDay.date(subject.calendarDay(spell.to())),
                        spell.from(),
                        days,
                        counted ? spell.amount() : null,
                        counted ? spell.unit() : null,
                        counted && days > 0 ? spell.amount() / days : null));
            }
        }
        return new DataSet(
                "ADEX",
                "Exposure Analysis Dataset",
                Keys.and(
                        Column.text("EXCAT", "Category of Treatment").key(3),
                        Column.text("EXTRT", "Name of Treatment").key(4),
                        Column.text("EXDOSGRP", "Dose, by its first day of infusion"),
                        Column.date("ASTDT", "Analysis Start Date").key(5),
                        Column.date("AENDT", "Analysis End Date"),
                        Column.number("ASTDAY", "Start, days since enrolment"),
                        Column.number("ADURN", "Analysis Duration (N), days"),
                        Column.number("EXDOSTOT", "Amount given in these days"),
                        Column.text("EXDOSU", "Dose Units"),
                        Column.number("EXDOSE", "Amount a day")),
                rows);
    }
}
