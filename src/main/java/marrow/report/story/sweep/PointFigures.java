package marrow.report.story.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marrow.montecarlo.Estimate;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.scenario.Axis;
import marrow.sweep.CellOutcome;

/**
 * The pictures of a sweep. Two things that are crossed make a map of cells, a third a map for each of its values, further ones are chosen by
 * the reader; one thing, or several that are zipped, make lines.
 */
final class PointFigures {
    private static final String POINT = "point";
    private static final List<String> NUMBERS = List.of("measure", "scale", "value", "mcse", "lower", "upper");
    private static final List<String> OF_POINT = List.of("level", "trials");
    private static final List<String> OF_DIFFERENCE = List.of("variance factor");

    private final Points points;
    private final List<Axis> axes;
    private final List<Axis> moving;
    private final boolean map;

    PointFigures(Points points) {
        this.points = points;
        axes = points.sweep().axes();
        moving = axes.stream().filter(axis -> axis.values().size() > 1).toList();
        map = !points.sweep().zipped() && moving.size() > 1;
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
                settings("value"),
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
                        settings("difference"),
                        rows));
    }

    private String zipped() {
        return points.sweep().zipped() ? " The points are numbered in their order; the table says what each is." : "";
    }

    private List<String> columns(List<String> last) {
        return Stream.of(
                        points.sweep().zipped() ? List.of(POINT) : List.<String>of(),
                        axes.stream().map(this::column).toList(),
                        points.sweep().variesTruth() ? List.<String>of() : List.of(Axis.TRUTH),
                        NUMBERS,
                        last)
                .flatMap(List::stream)
                .toList();
    }

    /** A parameter may be called as one of our own columns is. */
    private String column(Axis axis) {
        Set<String> ours = new HashSet<>(NUMBERS);
        ours.addAll(OF_POINT);
        ours.add(POINT);
        return ours.contains(axis.name()) ? axis.name() + " (varied)" : axis.name();
    }

    private void row(Rows rows, CellOutcome outcome, Measure measure, Estimate estimate, Object... last) {
        List<Object> row = new ArrayList<>();
        Map<String, String> values = points.values(outcome);
        if (points.sweep().zipped()) {
            row.add(outcome.cell().point() + 1);
        }
        axes.forEach(axis -> row.add(values.get(axis.name())));
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

    private Map<String, Object> settings(String of) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("of", of);
        return map ? onMap(settings) : inLines(settings);
    }

    private Map<String, Object> onMap(Map<String, Object> settings) {
        List<String> choose = new ArrayList<>(List.of("measure"));
        if (!points.sweep().variesTruth()) {
            choose.add(Axis.TRUTH);
        }
        moving.stream().skip(3).map(this::column).forEach(choose::add);
        settings.put("choose", choose);
        settings.put("axes", moving.stream().limit(3).map(this::onMap).toList());
        Map<String, String> values = points.sweep().values(points.sweep().reference());
        Map<String, Object> reference = new TreeMap<>();
        moving.forEach(axis -> reference.put(column(axis), values.get(axis.name())));
        settings.put("reference", reference);
        return settings;
    }

    private Map<String, Object> onMap(Axis axis) {
        return new TreeMap<>(Map.of("column", column(axis), "name", axis.name(), "values", axis.values()));
    }

    private Map<String, Object> inLines(Map<String, Object> settings) {
        boolean zipped = points.sweep().zipped();
        Axis axis = moving.isEmpty() ? axes.get(0) : moving.get(0);
        settings.put("choose", List.of("measure"));
        settings.put("label", "measure");
        if (!points.sweep().variesTruth()) {
            settings.put("series", Axis.TRUTH);
        }
        List<String> said =
                new ArrayList<>(zipped ? axes.stream().map(this::column).toList() : List.of());
        settings.put("tell", said);
        if (zipped) {
            settings.put("x", POINT);
            settings.put(
                    "ticks",
                    IntStream.range(0, axis.values().size())
                            .mapToObj(this::zippedTick)
                            .toList());
            settings.put("marked", List.of(mark(points.sweep().reference() + 1)));
        } else {
            settings.put("x", column(axis));
            List<Object> places = axis.values().stream().map(Axis::meaning).toList();
            settings.put(
                    "ticks",
                    places.stream().allMatch(Number.class::isInstance)
                            ? IntStream.range(0, places.size())
                                    .mapToObj(i ->
                                            tick(places.get(i), axis.values().get(i)))
                                    .toList()
                            : axis.values().stream()
                                    .map(value -> tick(value, value))
                                    .toList());
            String reference = points.sweep().values(points.sweep().reference()).get(axis.name());
            settings.put("marked", List.of(mark(reference)));
        }
        return settings;
    }

    private Map<String, Object> zippedTick(int point) {
        return tick(point + 1, String.join(", ", points.sweep().values(point).values()));
    }

    private static Map<String, Object> tick(Object at, String text) {
        return new TreeMap<>(Map.of("at", at, "text", text));
    }

    private static Map<String, Object> mark(Object at) {
        return new TreeMap<>(Map.of("at", at, "text", "reference"));
    }
}
