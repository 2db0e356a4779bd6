package marrow.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/** Reads the sweep of a scenario, and writes one. What its values come to is for {@link SweepCheck}. */
public final class SweepDecoder {
    static final String KEY = "sweep";
    public static final List<String> KEYS = List.of("vary", "combine", "reference");
    private static final String CROSS = "cross";
    private static final String ZIP = "zip";

    private final Problems problems;

    SweepDecoder(Problems problems) {
        this.problems = problems;
    }

    Optional<Sweep> decode(Node node) {
        Optional<Fields> fields = Fields.of(node, "a sweep", KEYS, problems);
        Optional<Node> vary = fields.flatMap(one -> one.required("vary"));
        if (vary.isEmpty()) {
            return Optional.empty();
        }
        List<Axis> axes = axes(vary.get());
        boolean zipped = fields.get().optional("combine").map(this::isZip).orElse(false);
        Map<String, String> reference =
                fields.get().optional("reference").map(this::reference).orElse(Map.of());
        return axes.isEmpty() ? Optional.empty() : problems.attempt(node.at(), () -> Sweep.of(axes, zipped, reference));
    }

    private List<Axis> axes(Node vary) {
        List<Axis> axes = new ArrayList<>();
        if (!(vary instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.error(
                    vary.at(),
                    "what varies is a mapping such as {trial.patients: 20..60:5, p1: [80 %, 85 %]}, and this is "
                            + vary.named());
            return axes;
        }
        for (Entry entry : mapping.entries()) {
            List<String> texts = new ArrayList<>();
            for (Node item : Fields.items(entry.value())) {
                if (item instanceof Scalar scalar) {
                    texts.add(scalar.text());
                } else {
                    problems.error(item.at(), "a value is needed here, and this is " + item.named());
                }
            }
            problems.attempt(
                            entry.key().at(),
                            () -> Axis.of(entry.name(), texts, entry.key().at()))
                    .ifPresent(axes::add);
        }
        return axes;
    }

    private boolean isZip(Node node) {
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        if (!List.of(CROSS, ZIP).contains(text)) {
            problems.error(node.at(), "values are combined by cross or zip, not by " + node.named());
        }
        return text.equals(ZIP);
    }

    private Map<String, String> reference(Node node) {
        Map<String, String> values = new LinkedHashMap<>();
        if (node instanceof Mapping mapping
                && mapping.entries().stream().allMatch(one -> one.value() instanceof Scalar)) {
            mapping.entries().forEach(entry -> values.put(entry.name(), ((Scalar) entry.value()).text()));
        } else {
            problems.error(
                    node.at(), "the reference is a mapping such as {trial.patients: 31}, and this is " + node.named());
        }
        return values;
    }

    /** The scenario with this sweep as its own, all its values written out. */
    static Mapping in(Mapping scenario, Sweep sweep) {
        Position at = scenario.at();
        List<Entry> vary = sweep.axes().stream()
                .map(axis -> entry(
                        at,
                        axis.name(),
                        new Sequence(
                                at,
                                axis.values().stream()
                                        .map(value -> (Node) new Scalar(at, value, false))
                                        .toList())))
                .toList();
        List<Entry> reference = sweep.values(sweep.reference()).entrySet().stream()
                .map(value -> entry(at, value.getKey(), new Scalar(at, value.getValue(), false)))
                .toList();
        Entry own = entry(
                at,
                KEY,
                new Mapping(
                        at,
                        List.of(
                                entry(at, "vary", new Mapping(at, vary)),
                                entry(at, "combine", new Scalar(at, sweep.zipped() ? ZIP : CROSS, false)),
                                entry(at, "reference", new Mapping(at, reference)))));
        List<Entry> entries = new ArrayList<>(scenario.entries());
        entries.removeIf(entry -> entry.name().equals(KEY));
        entries.add(own);
        return new Mapping(at, entries);
    }

    private static Entry entry(Position at, String key, Node value) {
        return new Entry(new Scalar(at, key, false), value);
    }
}
