package marrow.scenario.text;

import java.util.List;
import java.util.Optional;

/** A piece of YAML as it was written, with its position. Nothing has been interpreted yet: {@code no} is text. */
public sealed interface Node {
    Position at();

    /** What a message calls it: "a list", "the text 'x'". */
    String named();

    record Scalar(Position at, String text, boolean quoted) implements Node {
        public boolean isEmpty() {
            return text.isEmpty() && !quoted;
        }

        @Override
        public String named() {
            return isEmpty() ? "nothing" : "'" + shortened() + "'";
        }

        private String shortened() {
            String line = text.strip().replaceAll("\\s+", " ");
            return line.codePointCount(0, line.length()) <= 40
                    ? line
                    : line.substring(0, line.offsetByCodePoints(0, 40)) + "...";
        }
    }

    record Sequence(Position at, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String named() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** Keys are distinct, in the order written. */
    record Mapping(Position at, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.name().equals(key)).findFirst();
        }

        public Optional<Node> get(String key) {
            return entry(key).map(Entry::value);
        }

        @Override
        public String named() {
            return entries.isEmpty() ? "an empty mapping" : "a mapping";
        }
    }

    record Entry(Scalar key, Node value) {
        public String name() {
            return key.text();
        }
    }
}
