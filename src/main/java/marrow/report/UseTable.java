package marrow.report;

import java.util.List;

/** What patients use on average, by course and kind (ug, vials, days, cost), and by kind for all courses. */
final class UseTable {
    private static final int NAME = 44; // columns
    private static final int CELL = 9;

    private UseTable() {}

    static String of(EventRates rates, JourneyMap map) {
        boolean many = map.courses().size() > 1;
        List<EventRates.Use> used = rates.uses().stream()
                .filter(use -> use.mean() > 0 && (many || map.isOfCourse(use.account())))
                .toList();
        if (used.isEmpty()) {
            return "";
        }
        StringBuilder page = new StringBuilder("\n").append(row("Used, mean of all patients", "mean", "se"));
        used.stream().filter(use -> map.isOfCourse(use.account())).forEach(use -> page.append(row(use, use.account())));
        used.stream()
                .filter(use -> !map.isOfCourse(use.account()))
                .forEach(use -> page.append(row(use, "all/" + use.account())));
        return page.toString();
    }

    private static String row(EventRates.Use use, String name) {
        return row(name, Readout.fixed(use.mean(), 1), Readout.fixed(use.error(), 2));
    }

    private static String row(String name, String mean, String error) {
        return Label.upTo(NAME, name) + right(mean) + right(error) + "\n";
    }

    private static String right(String cell) {
        return " ".repeat(Math.max(1, CELL - cell.length())) + cell;
    }
}
