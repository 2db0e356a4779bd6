package marrow.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.scenario.patient.CourseNames;
import marrow.scenario.patient.Section;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Counts;
import marrow.scenario.value.Quantity;
import marrow.scenario.value.QuantityReader;
import marrow.scenario.value.Range;

/**
 * Values given for parameters, written where the scenario has its own: in the parameter, or in the toxicity table whose chances are
 * parameters too. What was believed of a parameter is believed of it still, so the range that its counts spoke for is written out.
 */
final class GivenValues {
    /** As many figures as make every number out again, whatever the version of Java. */
    private static final MathContext ALL_FIGURES = new MathContext(17);

    private final Map<String, String> sets;

    private GivenValues(Map<String, String> sets) {
        this.sets = sets;
    }

    /** A thing of a scenario that can be read, with the values that are given for it. */
    static Node in(Section section, Entry entry, Map<String, String> sets) {
        GivenValues given = new GivenValues(sets);
        return switch (section) {
            case PARAMETERS -> given.parameter(entry);
            case COURSES -> given.course(entry);
            default -> entry.value();
        };
    }

    private Node parameter(Entry entry) {
        String value = sets.get(entry.name());
        if (value == null || !(entry.value() instanceof Mapping own)) {
            return entry.value();
        }
        Mapping changed = with(own, "value", new Scalar(own.at(), value, false));
        return range(own)
                .map(range -> plus(changed, "plausible", pair(range, own.at())))
                .orElse(changed);
    }

    /** That of the counts of a parameter which says no other. */
    private static Optional<Range> range(Mapping parameter) {
        return parameter
                .get("value")
                .filter(value -> parameter.get("plausible").isEmpty())
                .flatMap(value -> new QuantityReader(new Problems()).read((Scalar) value, ""))
                .flatMap(Quantity::counts)
                .map(Counts::exactRange);
    }

    private Node course(Entry course) {
        Node changed = course.value();
        for (Entry line : CourseNames.lines(course)) {
            changed = chance(changed, line, "any", CourseNames.line(course.name(), line.name()));
            changed = chance(changed, line, "grade-3", CourseNames.severe(course.name(), line.name()));
        }
        return changed;
    }

    private Node chance(Node course, Entry line, String key, String parameter) {
        String value = sets.get(parameter);
        return value == null
                ? course
                : within(
                        (Mapping) course,
                        List.of("toxicity", "lines", line.name(), key),
                        new Scalar(line.value().at(), value, false));
    }

    /** With a value below keys that are there. */
    private static Mapping within(Mapping mapping, List<String> keys, Scalar value) {
        String key = keys.get(0);
        return keys.size() == 1
                ? with(mapping, key, value)
                : with(
                        mapping,
                        key,
                        within((Mapping) mapping.get(key).orElseThrow(), keys.subList(1, keys.size()), value));
    }

    private static Mapping with(Mapping mapping, String key, Node value) {
        return new Mapping(
                mapping.at(),
                mapping.entries().stream()
                        .map(entry -> entry.name().equals(key) ? new Entry(entry.key(), value) : entry)
                        .toList());
    }

    private static Mapping plus(Mapping mapping, String key, Node value) {
        List<Entry> entries = new ArrayList<>(mapping.entries());
        entries.add(new Entry(new Scalar(mapping.at(), key, false), value));
        return new Mapping(mapping.at(), entries);
    }

    private static Sequence pair(Range range, Position at) {
        return new Sequence(at, List.of(number(range.low(), at), number(range.high(), at)));
    }

    private static Scalar number(double value, Position at) {
        return new Scalar(
                at,
                new BigDecimal(value).round(ALL_FIGURES).stripTrailingZeros().toString(),
                false);
    }
}
