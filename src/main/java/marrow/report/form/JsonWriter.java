package marrow.report.form;

import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * JSON (RFC 8259) of a tree of maps, lists, texts, numbers and truth values, keys in the order of the map. A number is
 * written with as many digits as tell it from its neighbours; one that JSON cannot hold (NaN, infinite) is null. A
 * container of plain values stands on one line.
 */
public final class JsonWriter {
    private final StringBuilder json = new StringBuilder();

    private JsonWriter() {}

    /** The text, with a newline at the end. */
    public static String write(Object tree) {
        JsonWriter writer = new JsonWriter();
        writer.value(tree, "\n");
        return writer.json.append('\n').toString();
    }

    private void value(Object value, String newline) {
        if (value == null || (value instanceof Double number && !Double.isFinite(number))) {
            json.append("null");
        } else if (value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof Map<?, ?> map) {
            object(map, newline);
        } else if (value instanceof Iterable<?> list) {
            array(list, newline);
        } else {
            text(value.toString());
        }
    }

    private void object(Map<?, ?> map, String newline) {
        String inside = map.values().stream().anyMatch(JsonWriter::holdsValues) ? newline + "  " : null;
        json.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        for (int i = 0; entries.hasNext(); i++) {
            separate(i, inside);
            Map.Entry<?, ?> entry = entries.next();
            text(entry.getKey().toString());
            json.append(": ");
            value(entry.getValue(), inside);
        }
        json.append(inside == null ? "" : newline).append('}');
    }

    private void array(Iterable<?> list, String newline) {
        Stream<?> values = StreamSupport.stream(list.spliterator(), false);
        String inside = values.anyMatch(JsonWriter::holdsValues) ? newline + "  " : null;
        json.append('[');
        int i = 0;
        for (Object value : list) {
            separate(i++, inside);
            value(value, inside);
        }
        json.append(inside == null ? "" : newline).append(']');
    }

    private static boolean holdsValues(Object value) {
        return value instanceof Map || value instanceof Iterable;
    }

    private void separate(int index, String newline) {
        if (newline == null) {
            json.append(index == 0 ? "" : ", ");
        } else {
            json.append(index == 0 ? "" : ",").append(newline);
        }
    }

    private void text(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\t' -> json.append("\\t");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < ' ' || (Character.isSurrogate(c) && isLone(text, i))) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    /** Half a character, which no encoding can write. */
    private static boolean isLone(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
}
