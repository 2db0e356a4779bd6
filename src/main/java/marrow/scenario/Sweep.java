package marrow.scenario;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;

/**
 * The points at which a scenario is asked: all combinations of the values of its axes, the last axis fastest, or, zipped, the first values
 * together, then the second.
 *
 * @param reference the number of the point with which the others are compared
 */
public record Sweep(List<Axis> axes, boolean zipped, int reference) {
    private static final double MOST_POINTS = 1_000_000;

    public Sweep {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("a sweep varies at least one thing");
        }
        List<String> names = axes.stream().map(Axis::name).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("a sweep varies each thing once, and here are " + Names.all(names));
        }
        if (zipped && axes.stream().map(axis -> axis.values().size()).distinct().count() > 1) {
            throw new IllegalArgumentException("what is zipped has as many values each, and here "
                    + Names.all(axes.stream()
                            .map(axis -> axis.name() + " has " + axis.values().size())
                            .toList()));
        }
        double points = axes.stream().mapToDouble(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
        if (!zipped && points > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "a sweep has at most " + Figures.of(MOST_POINTS) + " points, and this one " + Figures.of(points));
        }
    }

    /**
     * @param reference values of the point with which the others are compared, as far as they are given: it is the first that has them
     */
    public static Sweep of(List<Axis> axes, boolean zipped, Map<String, String> reference) {
        Sweep all = new Sweep(axes, zipped, 0);
        reference.forEach(all::checkReference);
        int first = IntStream.range(0, all.size())
                .filter(point -> all.has(point, reference))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no point has all values of the reference"));
        return new Sweep(axes, zipped, first);
    }

    private void checkReference(String name, String value) {
        List<String> names = axes.stream().map(Axis::name).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("the reference has a value of '" + name + "', which does not vary"
                    + Nearest.to(name, names)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
        List<String> values = axes.get(names.indexOf(name)).values();
        if (values.stream().noneMatch(one -> Axis.isSame(one, value))) {
            throw new IllegalArgumentException(
                    "the reference has " + name + " = " + value + ", and its values are " + Names.all(values));
        }
    }

    private boolean has(int point, Map<String, String> wanted) {
        Map<String, String> values = values(point);
        return wanted.entrySet().stream().allMatch(one -> Axis.isSame(values.get(one.getKey()), one.getValue()));
    }

    /** How many points there are. */
    public int size() {
        return zipped
                ? axes.get(0).values().size()
                : axes.stream().mapToInt(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
    }

    /** The values of a point, by the name of their axis. */
    public Map<String, String> values(int point) {
        Map<String, String> values = new LinkedHashMap<>();
        int every = zipped ? 1 : size();
        for (Axis axis : axes) {
            int n = axis.values().size();
            every = zipped ? 1 : every / n;
            values.put(axis.name(), axis.values().get(point / every % n));
        }
        return values;
    }

    /** What is given to the reader of the scenario at a point: all values but that of the truth. */
    Map<String, String> given(int point) {
        Map<String, String> values = values(point);
        values.remove(Axis.TRUTH);
        return values;
    }

    /** Whether the truths are among what varies. */
    public boolean variesTruth() {
        return axes.stream().anyMatch(axis -> axis.name().equals(Axis.TRUTH));
    }
}
