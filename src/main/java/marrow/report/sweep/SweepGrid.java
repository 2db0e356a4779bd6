package marrow.report.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import marrow.design.metric.Difference;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;
import marrow.scenario.Axis;
import marrow.scenario.Sweep;

/** Two things that are crossed: a grid of the results, and one of the differences from the reference. Errors stand in the headings, the largest of each grid. */
final class SweepGrid {
    private static final String REFERENCE = "ref";

    private final List<Axis> axes;
    private final List<SweepRow> rows;
    private final Map<Integer, SweepRow> byPoint = new HashMap<>();
    private final boolean turned;

    private SweepGrid(List<Axis> axes, List<SweepRow> rows, boolean turned) {
        this.axes = axes;
        this.rows = rows;
        this.turned = turned;
        rows.forEach(row -> byPoint.put(row.point(), row));
    }

    /** Nothing where it is no grid, or one too wide for a page either way round. */
    static Optional<String> of(Sweep sweep, List<SweepRow> rows) {
        List<Axis> axes = sweep.axes();
        boolean isGrid = axes.size() == 2
                && !sweep.zipped()
                && axes.stream().allMatch(axis -> axis.values().size() > 1)
                && rows.stream().map(SweepRow::trials).distinct().count() == 1
                && rows.size() == sweep.size();
        if (!isGrid) {
            return Optional.empty();
        }
        return Optional.of(new SweepGrid(axes, rows, false).text())
                .filter(SweepGrid::fits)
                .or(() -> Optional.of(new SweepGrid(axes, rows, true).text()).filter(SweepGrid::fits));
    }

    private static boolean fits(String text) {
        return text.lines().allMatch(line -> Paragraph.columns(line) <= Paragraph.WIDTH);
    }

    private Axis down() {
        return axes.get(turned ? 1 : 0);
    }

    private Axis across() {
        return axes.get(turned ? 0 : 1);
    }

    private String text() {
        String where = "; down: " + down().name() + ", across: " + across().name() + ". ";
        return Paragraph.of(SweepRow.title(rows) + where + "Error at most " + largest(errors()) + ".", "")
                + grid(row -> row.main()
                        .map(metric ->
                                Readout.fixed(row.scale() * metric.estimate().value(), decimals(row)))
                        .orElse(Readout.NONE))
                + Paragraph.of(
                        "difference from the reference. Error at most " + largest(pairedErrors()) + "; " + factors(),
                        "")
                + grid(row -> row.isReference()
                        ? REFERENCE
                        : row.difference()
                                .map(one -> Readout.fixed(
                                        row.scale() * one.estimate().value(), decimals(row)))
                                .orElse(Readout.NONE));
    }

    private static int decimals(SweepRow row) {
        return row.scale() == 100 ? 1 : 3;
    }

    private String grid(Function<SweepRow, String> shown) {
        int columns = across().values().size();
        Table table = new Table("  ", "r" + "r".repeat(columns));
        String[] head = new String[columns + 1];
        head[0] = "";
        for (int j = 0; j < columns; j++) {
            head[j + 1] = across().values().get(j);
        }
        table.row(head);
        for (int i = 0; i < down().values().size(); i++) {
            String[] cells = new String[columns + 1];
            cells[0] = down().values().get(i);
            for (int j = 0; j < columns; j++) {
                int point = turned ? j * down().values().size() + i : i * columns + j;
                cells[j + 1] = shown.apply(byPoint.get(point));
            }
            table.row(cells);
        }
        return table.toString();
    }

    private DoubleStream errors() {
        return rows.stream()
                .flatMap(row -> row.main().stream()
                        .map(metric -> row.scale() * metric.estimate().mcse()))
                .mapToDouble(error -> error);
    }

    private DoubleStream pairedErrors() {
        return rows.stream()
                .flatMap(row -> row.difference().stream()
                        .map(one -> row.scale() * one.estimate().mcse()))
                .mapToDouble(error -> error);
    }

    private static String largest(DoubleStream errors) {
        return Readout.error(errors.max().orElse(Double.NaN));
    }

    private String factors() {
        double[] factors = rows.stream()
                .flatMap(row -> row.difference().stream())
                .mapToDouble(Difference::varianceFactor)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return factors.length == 0
                ? "no trial differs."
                : "factor " + Readout.fixed(factors[0], 1) + " to " + Readout.fixed(factors[factors.length - 1], 1)
                        + ", median " + Readout.fixed(factors[factors.length / 2], 1) + ".";
    }
}
