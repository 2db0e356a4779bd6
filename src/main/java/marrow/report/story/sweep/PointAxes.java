package marrow.report.story.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import marrow.scenario.Axis;

/**
 * How the points of a sweep lie in a picture. Two things that are crossed make a map of cells, a third a map for each of its values, further ones are chosen by
 * the reader; one thing, or several that are zipped, make lines.
 */
final class PointAxes {
    static final String POINT = "point";

    /** Columns of the pictures that no column of what varies may be called as. */
    private static final Set<String> TAKEN =
            Set.of(POINT, "measure", "scale", "value", "mcse", "lower", "upper", "level", "trials");

    private final Points points;
    private final List<Axis> axes;
    private final List<Axis> moving;

    PointAxes(Points points) {
        this.points = points;
        axes = points.sweep().axes();
        moving = axes.stream().filter(axis -> axis.values().size() > 1).toList();
    }

    boolean isMap() {
        return !points.sweep().zipped() && moving.size() > 1;
    }

    /** One for each thing that varies. */
    List<String> columns() {
        return axes.stream().map(PointAxes::column).toList();
    }

    private static String column(Axis axis) {
        return TAKEN.contains(axis.name()) ? axis.name() + " (varied)" : axis.name();
    }

    /** @param of what is shown: a value, or a difference */
    Map<String, Object> settings(String of) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("of", of);
        return isMap() ? onMap(settings) : inLines(settings);
    }

    private Map<String, Object> onMap(Map<String, Object> settings) {
        List<String> choose = new ArrayList<>(List.of("measure"));
        if (!points.sweep().variesTruth()) {
            choose.add(Axis.TRUTH);
        }
        moving.stream().skip(3).map(PointAxes::column).forEach(choose::add);
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
        List<String> said = new ArrayList<>(zipped ? columns() : List.of());
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
