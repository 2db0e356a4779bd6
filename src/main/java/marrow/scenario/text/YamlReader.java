package marrow.scenario.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads a YAML 1.2 file into nodes. What would make a file mean something else than it seems to say is refused: aliases,
 * anchors, tags, merge keys, duplicate keys, several documents. So is nesting deeper than {@value #MOST_DEPTH}, which
 * bounds the recursion here and in every decoder.
 */
public final class YamlReader {
    static final int MOST_DEPTH = 100;

    private static final YAMLFactory YAML = new YAMLFactory();

    private final String file;
    private final int[] source;
    private final Problems problems;
    private final JsonParser parser;

    private YamlReader(String file, String text, Problems problems) {
        this.file = file;
        this.source = text.codePoints().toArray();
        this.problems = problems;
        this.parser = YAML.createParser(ObjectReadContext.empty(), text);
    }

    /** The one document of the file, or nothing where it was refused. Duplicate keys and the like leave a tree to go on with. */
    public static Optional<Node> read(Path path, String file, Problems problems) {
        return SourceText.read(path, file, problems).flatMap(text -> parse(text, file, problems));
    }

    public static Optional<Node> parse(String text, String file, Problems problems) {
        YamlReader reader = new YamlReader(file, text, problems);
        try (JsonParser parser = reader.parser) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.error(Position.startOf(file), "the file is empty");
                return Optional.empty();
            }
            Node root = reader.node(first, 0);
            if (parser.nextToken() != null) {
                problems.error(reader.here(), "a second document begins here, and a file holds one");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (JacksonException refusal) {
            YamlSyntax.explain(refusal, file, problems);
            return Optional.empty();
        } catch (TooDeep tooDeep) {
            problems.error(tooDeep.at, "this is nested more than " + MOST_DEPTH + " deep");
            return Optional.empty();
        }
    }

    private Node node(JsonToken token, int depth) {
        Position at = here();
        if (depth > MOST_DEPTH) {
            throw new TooDeep(at);
        }
        refuseReferences(at);
        return switch (token) {
            case START_OBJECT -> mapping(at, depth);
            case START_ARRAY -> sequence(at, depth);
            default -> scalar(at);
        };
    }

    private Scalar scalar(Position at) {
        int first = sourceCharacter();
        boolean quoted = first == '"' || first == '\'';
        String text = parser.getString();
        boolean nothing = text == null || (text.equals("~") && !quoted);
        return new Scalar(at, nothing ? "" : text, quoted);
    }

    private Sequence sequence(Position at, int depth) {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new Sequence(at, items);
    }

    private Mapping mapping(Position at, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Scalar key = key();
            Entry entry = new Entry(key, node(parser.nextToken(), depth + 1));
            Entry earlier = entries.putIfAbsent(entry.name(), entry);
            if (earlier != null) {
                problems.error(
                        key.at(),
                        "'" + entry.name() + "' was given before, on line "
                                + earlier.key().at().line());
            }
        }
        return new Mapping(at, List.copyOf(entries.values()));
    }

    private Scalar key() {
        Position at = here();
        refuseReferences(at);
        String name = parser.currentName();
        if (name.equals("<<")) {
            problems.error(at, "merge keys (<<) are not understood: write the keys out");
        } else if (name.isEmpty()) {
            problems.error(at, "a key is missing before ':'");
        }
        return new Scalar(at, name, false);
    }

    /** The position of a token is that of its anchor, alias or tag where it has one: no plain text begins like these. */
    private void refuseReferences(Position at) {
        switch (sourceCharacter()) {
            case '&' -> problems.error(at, "anchors (&) are not understood: they work only with aliases");
            case '*' ->
                problems.error(at, "aliases (*) are not understood: write the value out, or make it a parameter");
            case '!' -> problems.error(at, "tags (!) are not understood: the place of a value says what it is");
            default -> {}
        }
    }

    private int sourceCharacter() {
        long index = parser.currentTokenLocation().getCharOffset();
        return index >= 0 && index < source.length ? source[(int) index] : -1;
    }

    private Position here() {
        TokenStreamLocation location = parser.currentTokenLocation();
        return new Position(file, location.getLineNr(), location.getColumnNr());
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Position at;

        TooDeep(Position at) {
            this.at = at;
        }
    }
}
