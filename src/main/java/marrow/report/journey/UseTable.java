package marrow.report.journey;

import java.util.List;
import marrow.report.form.Label;
import marrow.report.form.Readout;

/** What patients use on average, by course and kind (ug, vials, days, cost), and by kind for all courses. */
final class UseTable {
    private static final int NAME = 44; // columns
    private static final int CELL = 9;

    private UseTable() {}

    static String of(EventRates rates) {
        StringBuilder rows = new StringBuilder();
        StringBuilder sums = new StringBuilder();
        for (EventRates.Use use : rates.uses()) {
            List<EventRates.Use> parts = rates.uses().stream()
                    .filter(part -> part.mean() > 0 && part.account().endsWith("/" + use.account()))
                    .toList();
            boolean saidAlready = parts.size() == 1 && parts.get(0).mean() == use.mean();
            if (use.mean() > 0 && !saidAlready) {
                boolean isSum = !parts.isEmpty();
                (isSum ? sums : rows).append(row(use, (isSum ? "all/" : "") + use.account()));
            }
        }
        return rows.isEmpty() ? "" : "\n" + row("Used, mean of all patients", "mean", "se") + rows + sums;
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
