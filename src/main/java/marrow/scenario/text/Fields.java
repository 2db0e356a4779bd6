package marrow.scenario.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;

/**
 * The values of a mapping by key. Keys that the thing does not have were reported when this was made; one that is nearly a
 * key of it is read as that key, so that what it holds is looked at and is not missed as well.
 */
public final class Fields {
    private static final Set<String> SIDES = Set.of("sided", "sides", "two-sided", "one-sided", "tails");

    private final Position at;
    private final String what;
    private final Mapping mapping;
    private final Problems problems;

    private Fields(Position at, String what, Mapping mapping, Problems problems) {
        this.at = at;
        this.what = what;
        this.mapping = mapping;
        this.problems = problems;
    }

    /**
     * @param at where the thing is named, for messages about what it lacks
     * @param what what the thing is, with its article: "a clock"
     */
    public static Optional<Fields> of(Node node, Position at, String what, List<String> known, Problems problems) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(), what + " is a mapping with " + Names.all(known) + ", and this is " + node.named());
            return Optional.empty();
        }
        for (Entry entry : mapping.entries()) {
            if (!known.contains(entry.name())) {
                Optional<String> nearest = Nearest.to(entry.name(), known);
                problems.error(
                        entry.key().at(),
                        "unknown key " + entry.key().named() + " in " + what
                                + (nearest.isPresent() ? "" : hint(entry, known)),
                        nearest);
            }
        }
        Mapping meant = meant(mapping, known);
        return isStrange(meant, known) ? Optional.empty() : Optional.of(new Fields(at, what, meant, problems));
    }

    /** Whether it has keys, none of which belongs here: what it would need is not told as well. */
    private static boolean isStrange(Mapping mapping, Collection<String> known) {
        return !mapping.entries().isEmpty()
                && mapping.entries().stream().noneMatch(entry -> known.contains(entry.name()));
    }

    /** A mapping with its keys as they were meant: an unknown one is the nearest of those known that are not there. */
    public static Mapping meant(Mapping mapping, Collection<String> known) {
        Map<String, Entry> meant = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            String key = known.contains(entry.name())
                    ? entry.name()
                    : Nearest.to(entry.name(), known)
                            .filter(near -> mapping.get(near).isEmpty() && !meant.containsKey(near))
                            .orElse(entry.name());
            meant.put(
                    key, new Entry(new Scalar(entry.key().at(), key, entry.key().quoted()), entry.value()));
        }
        return new Mapping(mapping.at(), List.copyOf(meant.values()));
    }

    /** A word without a value is what is left of a text in braces after its comma. */
    private static String hint(Entry unknown, List<String> known) {
        if (unknown.value() instanceof Scalar value && value.isEmpty()) {
            return ": a text with a comma needs quotes";
        }
        String key = unknown.name();
        String meant = known.contains("alternative") && SIDES.contains(key)
                ? ": write 'alternative: two-sided', 'greater' or 'less'"
                : known.contains("blocks") && key.equals("ratio") ? ": each arm has its 'share'" : "";
        return ", which has " + Names.all(known) + meant;
    }

    public static Optional<Fields> of(Node node, String what, List<String> known, Problems problems) {
        return of(node, node.at(), what, known, problems);
    }

    /** The mapping with its keys as they were meant. */
    public Mapping asMeant() {
        return mapping;
    }

    public Position at() {
        return at;
    }

    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        mapping.entries().forEach(entry -> keys.add(entry.name()));
        return keys;
    }

    public boolean has(String key) {
        return mapping.get(key).isPresent();
    }

    public Optional<Node> optional(String key) {
        return mapping.get(key);
    }

    public Optional<Entry> entry(String key) {
        return mapping.entry(key);
    }

    public Optional<Node> required(String key) {
        Optional<Node> value = mapping.get(key);
        if (value.isEmpty()) {
            problems.error(at, what + " needs '" + key + "'");
        }
        return value;
    }

    /** The text of a value that must be some. */
    public Optional<String> text(Node node) {
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
        }
        problems.error(node.at(), "a text is needed here, and this is " + node.named());
        return Optional.empty();
    }

    public Optional<String> text(String key) {
        return optional(key).flatMap(this::text);
    }

    /** A switch: yes, no, true or false; no where it is left out. */
    public boolean flag(String key) {
        Optional<Node> node = optional(key);
        if (node.isEmpty()) {
            return false;
        }
        String text = node.get() instanceof Scalar scalar ? scalar.text() : "";
        if (text.equals("yes") || text.equals("true")) {
            return true;
        }
        if (!text.equals("no") && !text.equals("false")) {
            problems.error(
                    node.get().at(),
                    "yes or no is needed here, and this is " + node.get().named());
        }
        return false;
    }

    /** The items of a list; one thing alone is a list of one. */
    public static List<Node> items(Node node) {
        return node instanceof Sequence sequence ? sequence.items() : List.of(node);
    }

    /** The items of what must be a list of this length, or nothing. */
    public static Optional<List<Node>> list(Node node, int length, String example, Problems problems) {
        if (node instanceof Sequence sequence && sequence.items().size() == length) {
            return Optional.of(sequence.items());
        }
        String found = node instanceof Sequence sequence
                ? "a list of " + sequence.items().size()
                : node.named();
        problems.error(
                node.at(), "a list of " + length + " is needed here, such as " + example + ", and this is " + found);
        return Optional.empty();
    }
}
