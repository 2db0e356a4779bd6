package marrow.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.journey.Course;

/** What patients use on average: a row a course and one for all, a column a kind (ug, vials, days, cost). */
final class UseTable {
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
        Table table = new Table("", "l" + "r".repeat(kinds.size()));
        table.row(row("", kinds));
        for (Course course : map.courses()) {
            table.row(row(course.name(), cells(used, kinds, course.name() + "/")));
        }
        if (map.courses().size() > 1) {
            table.row(row("all", cells(used, kinds, "")));
        }
        return "\nUsed, mean of all patients (se)\n" + table;
    }

    private static List<String> cells(Map<String, EventRates.Use> used, List<String> kinds, String owner) {
        return kinds.stream().map(kind -> cell(used.get(owner + kind))).toList();
    }

    private static String cell(EventRates.Use use) {
        return use == null
                ? Readout.NONE
                : Readout.fixed(use.mean(), 1) + " (" + Readout.fixed(use.error(), 2) + ")";
    }

    private static String[] row(String name, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(cells);
        return row.toArray(String[]::new);
    }
}
