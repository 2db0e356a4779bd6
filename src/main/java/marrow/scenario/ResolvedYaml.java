package marrow.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import marrow.scenario.patient.Declarations;
import marrow.scenario.patient.Section;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;

/** A scenario and its fragments as one file, with the values that the command line gave: read again, it is the same scenario. */
final class ResolvedYaml {
    /** Says that conditions came from fragments, which may speak of what nothing does. */
    static final String MARK = "resolved";

    /** Texts that stand for themselves without quotes, inside braces too. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}$._%/+-]([\\p{L}\\p{N} $._%/+*-]*[\\p{L}\\p{N}%.])?");

    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;
    private static final char BYTE_ORDER_MARK = 0xfeff;
    private static final char FIRST_NONCHARACTER = 0xfffe;

    private final StringBuilder yaml = new StringBuilder();

    private ResolvedYaml() {}

    static String of(Mapping scenario, Declarations declared, Map<String, String> sets) {
        ResolvedYaml resolved = new ResolvedYaml();
        resolved.yaml.append(MARK).append(": yes\n");
        Set<String> sections = new LinkedHashSet<>(Section.keys());
        for (Entry entry : scenario.entries()) {
            if (!sections.contains(entry.name()) && !List.of("journey", MARK).contains(entry.name())) {
                resolved.top(entry.key(), entry.value());
            }
        }
        for (Section section : Section.values()) {
            Map<String, Node> things = new LinkedHashMap<>();
            if (section == Section.TRACKS) {
                declared.trackListings().forEach((track, listings) -> things.put(track, union(listings)));
            }
            for (Entry entry : declared.of(section)) {
                things.merge(entry.name(), GivenValues.in(section, entry, sets), ResolvedYaml::startedIn);
            }
            if (!things.isEmpty()) {
                resolved.yaml.append(section.key()).append(":\n");
                things.forEach((name, value) -> {
                    resolved.yaml.append("  ").append(text(name)).append(": ");
                    resolved.flow(value);
                    resolved.yaml.append('\n');
                });
            }
        }
        return resolved.yaml.toString();
    }

    private static Sequence union(List<Entry> listings) {
        Map<String, Node> states = new LinkedHashMap<>();
        listings.stream()
                .flatMap(listing -> Fields.items(listing.value()).stream())
                .forEach(state -> states.put(((Scalar) state).text(), state));
        return new Sequence(listings.get(0).value().at(), List.copyOf(states.values()));
    }

    /** A track that some list and one lets start: the start, with the listed states beside its own. */
    private static Node startedIn(Node listing, Node start) {
        Mapping mapping = (Mapping) start;
        List<Entry> entries = new ArrayList<>(mapping.entries());
        List<Node> states =
                new ArrayList<>(mapping.get("also").map(Fields::items).orElse(List.of()));
        entries.removeIf(entry -> entry.name().equals("also"));
        states.addAll(((Sequence) listing).items());
        entries.add(new Entry(new Scalar(start.at(), "also", false), new Sequence(listing.at(), List.copyOf(states))));
        return new Mapping(start.at(), entries);
    }

    /** A key of the file: what it holds stands below it, each on its line. */
    private void top(Scalar key, Node value) {
        yaml.append(text(key.text())).append(':');
        if (value instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            yaml.append('\n');
            for (Entry entry : mapping.entries()) {
                yaml.append("  ").append(text(entry.name())).append(": ");
                flow(entry.value());
                yaml.append('\n');
            }
            return;
        }
        yaml.append(' ');
        flow(value);
        yaml.append('\n');
    }

    private void flow(Node value) {
        if (value instanceof Scalar scalar) {
            yaml.append(scalar.isEmpty() ? "" : scalar.quoted() ? quoted(scalar.text()) : text(scalar.text()));
        } else if (value instanceof Sequence list) {
            yaml.append('[');
            for (int i = 0; i < list.items().size(); i++) {
                yaml.append(i == 0 ? "" : ", ");
                flow(list.items().get(i));
            }
            yaml.append(']');
        } else if (value instanceof Mapping mapping) {
            yaml.append('{');
            for (int i = 0; i < mapping.entries().size(); i++) {
                Entry entry = mapping.entries().get(i);
                yaml.append(i == 0 ? "" : ", ").append(text(entry.name())).append(": ");
                flow(entry.value());
            }
            yaml.append('}');
        }
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isEscaped(c)) {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** What YAML does not print, and what it takes for the end of a line, which it would fold into a blank. */
    private static boolean isEscaped(char c) {
        return Character.isISOControl(c)
                || Character.isSurrogate(c)
                || c == LINE_SEPARATOR
                || c == PARAGRAPH_SEPARATOR
                || c == BYTE_ORDER_MARK
                || c >= FIRST_NONCHARACTER;
    }
}
