package marrow.report.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marrow.design.TrialHistory;
import marrow.design.TrialHistory.Month;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;
import marrow.trial.Arm;

/**
 * The months of a trial in aligned columns: patients enrolled, in all and by arm, those lost, and the events of as many endpoints as there is room for. A cell is what there is in all at
 * the end of the month and, with a plus, what the month added.
 */
final class MonthTable {
    private static final int MOST_UNSHOWN = 12;

    private final List<Month> months;
    private final List<Column> columns = new ArrayList<>();
    private final List<Column> unshown = new ArrayList<>();
    private final int dayWidth;
    private final List<String> lines;

    /** What is counted month by month. */
    private record Column(String heading, List<Integer> totals) {
        int added(int month) {
            return totals.get(month) - (month == 0 ? 0 : totals.get(month - 1));
        }

        /** The added part is as wide in all months, so that totals stand below each other. */
        List<String> cells() {
            int wide = IntStream.range(0, totals.size())
                    .mapToObj(m -> plus(m).length())
                    .max(Integer::compare)
                    .orElse(0);
            return IntStream.range(0, totals.size())
                    .mapToObj(
                            m -> totals.get(m) + (wide == 0 ? "" : " " + plus(m) + " ".repeat(wide - plus(m).length())))
                    .toList();
        }

        private String plus(int month) {
            return added(month) == 0 ? "" : "+" + added(month);
        }

        int width() {
            return Math.max(
                    Paragraph.columns(heading),
                    cells().stream().mapToInt(String::length).max().orElse(0));
        }
    }

    MonthTable(TrialHistory history, List<Arm> arms) {
        months = history.months();
        dayWidth = Math.max(8, Readout.days(months.get(months.size() - 1).day()).length() + 2);
        columns.add(column("enrolled", Month::patients));
        if (arms.size() > 1) {
            IntStream.range(0, arms.size())
                    .forEach(a -> columns.add(
                            column(arms.get(a).name(), month -> month.enrolled().get(a))));
        }
        Column lost = column("lost", Month::lost);
        int left = Paragraph.WIDTH
                - dayWidth
                - (2 + ("month " + months.size()).length())
                - (2 + lost.width())
                - columns.stream().mapToInt(one -> 2 + one.width()).sum();
        for (int e = 0; e < history.endpoints().size(); e++) {
            int at = e;
            Column events = column(
                    history.endpoints().get(e).name(), month -> month.events().get(at));
            boolean fits = 2 + events.width() <= left;
            left -= fits ? 2 + events.width() : 0;
            (fits ? columns : unshown).add(events);
        }
        columns.add(lost);
        lines = lines();
    }

    private Column column(String heading, ToIntFunction<Month> total) {
        return new Column(
                heading, months.stream().map(month -> total.applyAsInt(month)).toList());
    }

    private List<String> lines() {
        Table table = new Table("", "rl" + "r".repeat(columns.size()));
        List<List<String>> cells = columns.stream().map(Column::cells).toList();
        table.row(cells(
                " ".repeat(dayWidth - 3) + "Day",
                "",
                columns.stream().map(Column::heading).toList()));
        for (int m = 0; m < months.size(); m++) {
            int at = m;
            table.row(cells(
                    Readout.days(months.get(m).day()),
                    "month " + months.get(m).number(),
                    cells.stream().map(column -> column.get(at)).toList()));
        }
        return table.lines();
    }

    private static String[] cells(String day, String month, List<String> counts) {
        List<String> all = new ArrayList<>(List.of(day, month));
        all.addAll(counts);
        return all.toArray(String[]::new);
    }

    /** Columns of a day, at its right. */
    int dayWidth() {
        return dayWidth;
    }

    String heading() {
        return lines.get(0);
    }

    String line(int month) {
        return lines.get(1 + month);
    }

    /** Whether a month, from 0, added anything to what is shown. The last is told in any case, since it holds the totals. */
    boolean isNews(int month) {
        return month == months.size() - 1 || columns.stream().anyMatch(column -> column.added(month) > 0);
    }

    /** What there was no room for, as it was in the end. */
    Optional<String> unshown() {
        if (unshown.isEmpty()) {
            return Optional.empty();
        }
        String some = unshown.stream()
                .limit(MOST_UNSHOWN)
                .map(column -> column.heading() + " " + Collections.max(column.totals()))
                .collect(Collectors.joining(", "));
        int more = unshown.size() - MOST_UNSHOWN;
        return Optional.of(
                "Also counted, in the end: " + some + (more > 0 ? "; --format json has " + more + " more." : "."));
    }
}
