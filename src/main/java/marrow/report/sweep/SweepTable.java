package marrow.report.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marrow.analysis.Analysis;
import marrow.design.Role;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;
import marrow.report.run.AnalysisText;
import marrow.scenario.Axis;
import marrow.scenario.Sweep;
import marrow.sweep.SweepResult;

/**
 * The results of a sweep as text of at most 80 columns where that can be: two things that are crossed as grids, anything else a row a point;
 * truth by truth.
 */
public final class SweepTable {
    private static final int MOST_VALUES_NAMED = 6;

    private SweepTable() {}

    /** @param analysis which one is shown */
    public static String of(SweepResult result, Analysis analysis) {
        Map<String, Role> roles = new LinkedHashMap<>();
        Map<String, List<SweepRow>> parts = new LinkedHashMap<>();
        boolean together = result.sweep().variesTruth();
        result.outcomes().forEach(outcome -> {
            String truth = together ? "" : outcome.cell().truth();
            roles.put(truth, outcome.role());
            parts.computeIfAbsent(truth, name -> new ArrayList<>()).add(SweepRow.of(outcome, analysis.name()));
        });
        StringBuilder text = new StringBuilder(head(result, analysis));
        parts.forEach((truth, rows) -> text.append('\n')
                .append(Paragraph.of(
                        (together
                                        ? ""
                                        : "Truth " + truth + " ("
                                                + roles.get(truth).said() + "). ")
                                + trials(rows, result.wanted()),
                        ""))
                .append(body(result.sweep(), rows)));
        return text.append('\n')
                .append(Paragraph.of(
                        "All points have the same patients. difference: from the reference, trial by trial. factor: as many times more trials it"
                                + " would take without shared patients. In brackets: standard errors from the finite number of trials."
                                + " For designing studies, not for treating patients.",
                        ""))
                .toString();
    }

    private static String head(SweepResult result, Analysis analysis) {
        Sweep sweep = result.sweep();
        String axes = sweep.axes().stream()
                .map(SweepTable::axis)
                .collect(Collectors.joining(sweep.zipped() ? " with " : " by "));
        String reference = sweep.values(sweep.reference()).entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
        return Paragraph.of(result.scenario().name() + ": " + result.scenario().title(), "")
                + Paragraph.of(
                        "Analysis " + analysis.name() + ": " + analysis.method() + ", "
                                + AnalysisText.question(analysis) + "; seed "
                                + result.scenario().seed() + ".",
                        "")
                + Paragraph.of(
                        Readout.counted(sweep.size(), "point") + ": " + axes + ". Reference: " + reference + ".", "");
    }

    private static String axis(Axis axis) {
        List<String> values = axis.values();
        return axis.name() + " "
                + (values.size() <= MOST_VALUES_NAMED
                        ? String.join(", ", values)
                        : values.get(0) + " to " + values.get(values.size() - 1) + " (" + values.size() + " values)");
    }

    private static String trials(List<SweepRow> rows, long wanted) {
        long fewest = rows.stream().mapToLong(SweepRow::trials).min().orElse(0);
        long most = rows.stream().mapToLong(SweepRow::trials).max().orElse(0);
        String some = fewest == most ? Readout.count(most) : Readout.count(fewest) + " to " + Readout.count(most);
        return some
                + (most == 1 ? " trial a point" : " trials a point")
                + (fewest < wanted ? ", of " + Readout.count(wanted) + " at the most." : ".");
    }

    private static String body(Sweep sweep, List<SweepRow> rows) {
        return SweepGrid.of(sweep, rows).orElseGet(() -> rows(sweep, rows));
    }

    private static String rows(Sweep sweep, List<SweepRow> rows) {
        List<String> axes = sweep.axes().stream().map(Axis::name).toList();
        boolean counts = rows.stream().map(SweepRow::trials).distinct().count() > 1;
        List<String> others = new ArrayList<>(rows.get(0).others().keySet());
        List<String> lines = lines(axes, counts, others, rows);
        while (!others.isEmpty() && Paragraph.columns(lines.get(0)) > Paragraph.WIDTH) {
            others.remove(others.size() - 1);
            lines = lines(axes, counts, others, rows);
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(List<String> axes, boolean counts, List<String> others, List<SweepRow> rows) {
        Table table =
                new Table("  ", "l".repeat(axes.size()) + (counts ? "r" : "") + "rrr" + "r".repeat(others.size()));
        List<String> head = new ArrayList<>(axes);
        if (counts) {
            head.add("trials");
        }
        head.addAll(List.of(SweepRow.title(rows), "difference", "factor"));
        others.forEach(name -> head.add(name + ", %"));
        table.row(head.toArray(String[]::new));
        for (SweepRow row : rows) {
            List<String> cells = new ArrayList<>();
            axes.forEach(axis -> cells.add(row.values().get(axis)));
            if (counts) {
                cells.add(Readout.count(row.trials()));
            }
            cells.add(row.main().map(metric -> row.shown(metric.estimate())).orElse(Readout.NONE));
            cells.add(
                    row.isReference()
                            ? "reference"
                            : row.difference()
                                    .map(one -> row.shown(one.estimate()))
                                    .orElse(Readout.NONE));
            cells.add(row.difference()
                    .map(one -> Readout.fixed(one.varianceFactor(), 1))
                    .orElse(Readout.NONE));
            others.forEach(name -> cells.add(
                    row.others().containsKey(name)
                            ? Readout.withError(
                                    100 * row.others().get(name).estimate().value(),
                                    100 * row.others().get(name).estimate().mcse())
                            : Readout.NONE));
            table.row(cells.toArray(String[]::new));
        }
        return table.lines();
    }
}
