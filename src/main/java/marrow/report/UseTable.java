package marrow.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.journey.Course;

/** What patients use on average: a row a course and one for all, a column a kind (ug, vials, days, cost). */
final class UseTable {
    private static final int NAME = 24; // columns
    private static final int CELL = 14;

    private UseTable() {}

    static String of(EventRates rates, JourneyMap map) {
        Map<String, EventRates.Use> used = new LinkedHashMap<>();
        for (EventRates.Use use : rates.uses()) {
            if (use.mean() > 0) {
                used.put(use.account(), use);
            }
        }
        List<String> kinds = used.keySet().stream()
                .filter(account -> account.indexOf('/') < 0)
                .toList();
        if (kinds.isEmpty()) {
            return "";
        }
        StringBuilder page = new StringBuilder("\nUsed, mean of all patients (se)\n").append(row("", kinds));
        List<String> owners = map.courses().stream()
                .map(Course::name)
                .filter(course -> used.keySet().stream().anyMatch(account -> account.startsWith(course + "/")))
                .toList();
        owners.forEach(owner -> page.append(row(owner, cells(used, kinds, owner + "/"))));
        return page.append(owners.size() > 1 ? row("all", cells(used, kinds, "")) : "")
                .toString();
    }

    private static List<String> cells(Map<String, EventRates.Use> used, List<String> kinds, String owner) {
        return kinds.stream().map(kind -> cell(used.get(owner + kind))).toList();
    }

    private static String cell(EventRates.Use use) {
        return use == null ? Readout.NONE : Readout.fixed(use.mean(), 1) + " (" + Readout.fixed(use.error(), 2) + ")";
    }

    private static String row(String name, List<String> cells) {
        StringBuilder row = new StringBuilder(Label.upTo(NAME, name));
        cells.forEach(cell ->
                row.append(" ".repeat(Math.max(1, CELL - cell.length()))).append(cell));
        return row.append('\n').toString();
    }
}
