package marrow.report.story.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import marrow.montecarlo.Estimate;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.scenario.Axis;
import marrow.sweep.CellOutcome;

/** The pictures of a sweep: the number at every point, and how it differs from that at the reference. */
final class PointFigures {
    private static final List<String> NUMBERS = List.of("measure", "scale", "value", "mcse", "lower", "upper");
    private static final List<String> OF_POINT = List.of("level", "trials");
    private static final List<String> OF_DIFFERENCE = List.of("variance factor");

    private final Points points;
    private final PointAxes axes;
    private final boolean map;

    PointFigures(Points points) {
        this.points = points;
        axes = new PointAxes(points);
        map = axes.isMap();
    }

    Part numbers() {
        Rows rows = Rows.of(columns(OF_POINT));
        for (Measure measure : points.measures()) {
            for (CellOutcome outcome : points.outcomes()) {
                Points.estimate(outcome, measure).ifPresent(estimate -> {
                    double level = points.level(outcome, measure).orElse(Double.NaN);
                    row(
                            rows,
                            outcome,
                            measure,
                            estimate,
                            level,
                            outcome.results().replicates());
                });
            }
        }
        return new Part.Figure(
                "points",
                map ? "map" : "lines",
                map ? "The points as a map" : "The numbers against what varies",
                (map
                                ? "Every cell is a point; the darker, the larger the number, from the least to the largest shown. Outlined: the reference."
                                        + " The line is where the number would be at its threshold (80 % power unless a precision was asked for with another, or"
                                        + " the level of a test), interpolated in straight lines between neighbouring points; it is drawn where there are points on"
                                        + " both sides."
                                : "A band or bar is the 95 % interval that the number of trials leaves. Level lines are thresholds: 80 % power unless a precision was"
                                        + " asked for with another, or the level of a test. The upright line is the reference."
                                        + zipped())
                        + " Errors are under the pointer and in the table.",
                axes.settings("value"),
                rows);
    }

    /** Nothing where no number is a mean over trials. */
    Optional<Part> differences() {
        Rows rows = Rows.of(columns(OF_DIFFERENCE));
        for (Measure measure : points.measures()) {
            for (CellOutcome outcome : points.outcomes()) {
                Points.difference(outcome, measure)
                        .ifPresent(difference ->
                                row(rows, outcome, measure, difference.estimate(), difference.varianceFactor()));
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part.Figure(
                        "differences",
                        map ? "map" : "lines",
                        "Differences from the reference",
                        "Trial by trial on the same patients: how much larger or smaller the number is than at "
                                + points.reference()
                                + ". Shares in percentage points."
                                + (map
                                        ? " Blue is larger, orange smaller."
                                        : " A band or bar is the 95 % interval." + zipped())
                                + " The variance factor says how many times more trials of strangers would be as exact.",
                        axes.settings("difference"),
                        rows));
    }

    private String zipped() {
        return points.sweep().zipped() ? " The points are numbered in their order; the table says what each is." : "";
    }

    private List<String> columns(List<String> last) {
        return Stream.of(
                        points.sweep().zipped() ? List.of(PointAxes.POINT) : List.<String>of(),
                        axes.columns(),
                        points.sweep().variesTruth() ? List.<String>of() : List.of(Axis.TRUTH),
                        NUMBERS,
                        last)
                .flatMap(List::stream)
                .toList();
    }

    private void row(Rows rows, CellOutcome outcome, Measure measure, Estimate estimate, Object... last) {
        List<Object> row = new ArrayList<>();
        Map<String, String> values = points.values(outcome);
        if (points.sweep().zipped()) {
            row.add(outcome.cell().point() + 1);
        }
        points.sweep().axes().forEach(axis -> row.add(values.get(axis.name())));
        if (!points.sweep().variesTruth()) {
            row.add(outcome.cell().truth());
        }
        row.addAll(Arrays.asList(
                measure.name(),
                measure.share() ? "share" : "number",
                estimate.value(),
                estimate.mcse(),
                estimate.lower(),
                estimate.upper()));
        row.addAll(Arrays.asList(last));
        rows.row(row.toArray());
    }
}
