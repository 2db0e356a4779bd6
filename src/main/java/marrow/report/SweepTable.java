package marrow.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.design.Difference;
import marrow.design.Metric;
import marrow.scenario.Axis;
import marrow.sweep.CellOutcome;
import marrow.sweep.SweepResult;

/** The results of a sweep as text: a row a point, truth by truth, what varies on the left. */
public final class SweepTable {
    private SweepTable() {}

    public static String of(SweepResult result) {
        StringBuilder text = new StringBuilder();
        text.append(Paragraph.of(result.scenario().name() + ": " + result.scenario().title(), ""));
        List<String> axes = result.sweep().axes().stream().map(Axis::name).toList();
        Table table = new Table("  ", "l".repeat(axes.size()) + "lrrrr");
        List<String> head = new ArrayList<>(axes);
        head.addAll(List.of("truth", "trials", "power, %", "difference", "factor"));
        table.row(head.toArray(String[]::new));
        result.outcomes().forEach(outcome -> table.row(row(axes, outcome)));
        return text.append(table).toString();
    }

    private static String[] row(List<String> axes, CellOutcome outcome) {
        List<String> cells = new ArrayList<>();
        axes.forEach(axis -> cells.add(outcome.cell().values().getOrDefault(axis, "")));
        Metric metric = outcome.results().analyses().values().iterator().next().get(0);
        Optional<Difference> difference = outcome.difference(metric);
        cells.add(outcome.cell().truth());
        cells.add(Readout.count(outcome.results().replicates()));
        cells.add(Readout.withError(
                100 * metric.estimate().value(), 100 * metric.estimate().mcse()));
        cells.add(difference
                .map(one -> Readout.withError(
                        100 * one.estimate().value(), 100 * one.estimate().mcse()))
                .orElse(Readout.NONE));
        cells.add(difference.map(one -> Readout.fixed(one.varianceFactor(), 1)).orElse(Readout.NONE));
        return cells.toArray(String[]::new);
    }
}
