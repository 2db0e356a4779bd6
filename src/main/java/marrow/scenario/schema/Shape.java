package marrow.scenario.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.scenario.value.QuantityReader;

/**
 * What a value may look like, as a piece of JSON Schema. A file of YAML is checked as the JSON that it would be, so that a text may
 * have become a number or a truth value, and {@code null} a missing value.
 */
record Shape(Map<String, Object> schema) {
    private static final String PARAMETER = "\\$\\S.*";
    private static final String UNIT = "(d|w|mo|y)";
    private static final String NUMBER = QuantityReader.DECIMAL;

    /** The values of which all else is made, by the names under which the schema defines them. */
    static final Map<String, Shape> VALUES = new LinkedHashMap<>();

    static final Shape ANY = new Shape(Map.of());
    static final Shape TEXT = value("a-text", types("string", "number", "boolean", "null"));
    static final Shape YES_NO = value("yes-or-no", words(List.of(true, false, "yes", "no")));
    static final Shape WHOLE = value("a-whole-number", written("integer", PARAMETER));
    static final Shape NUMERAL = value("a-number", written("number", NUMBER, PARAMETER));
    static final Shape TIME = value("a-time", pattern(NUMBER + " *" + UNIT, PARAMETER));
    static final Shape RATE = value("a-rate", pattern(NUMBER + " *%? *per +" + UNIT, PARAMETER));
    static final Shape SHARE = value("a-share", written("number", NUMBER + " *%?", "[0-9]+ */ *[0-9]+", PARAMETER));

    /** Whatever a parameter may hold. */
    static final Shape QUANTITY = value(
            "a-quantity",
            written("number", NUMBER + " *%?( *per +" + UNIT + ")?", NUMBER + " *" + UNIT, "[0-9]+ */ *[0-9]+"));

    static final Shape TEXTS = value("texts", TEXT.orListOf(TEXT));
    static final Shape TIMES = value("times", TIME.orListOf(TIME));

    private static Shape value(String name, Shape shape) {
        VALUES.put(name, shape);
        return of(name);
    }

    static Shape types(String... types) {
        return new Shape(Map.of("type", List.of(types)));
    }

    /** One of these. */
    static Shape words(Collection<?> words) {
        return new Shape(Map.of("enum", List.copyOf(words)));
    }

    /** A text of one of these patterns. */
    private static Shape pattern(String... patterns) {
        return new Shape(ordered("type", "string", "pattern", "^(" + String.join("|", patterns) + ")$"));
    }

    /** A value of this type, or a text of one of these patterns. */
    private static Shape written(String type, String... patterns) {
        return anyOf(types(type), pattern(patterns));
    }

    /** What is defined under this name. */
    static Shape of(String definition) {
        return new Shape(Map.of("$ref", "#/definitions/" + definition));
    }

    static Shape anyOf(Shape... shapes) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Shape shape : shapes) {
            all.add(shape.schema);
        }
        return new Shape(Map.of("anyOf", all));
    }

    static Shape listOf(Shape item) {
        return new Shape(ordered("type", "array", "items", item.schema));
    }

    /** So many values. */
    static Shape listOf(Shape item, int length) {
        return new Shape(ordered("type", "array", "items", item.schema, "minItems", length, "maxItems", length));
    }

    /** Names that the author gives, each with such a value. */
    static Shape named(Shape value) {
        return new Shape(ordered("type", List.of("object", "null"), "additionalProperties", value.schema));
    }

    Shape orListOf(Shape item) {
        return anyOf(this, listOf(item));
    }

    Shape or(Shape other) {
        return anyOf(this, other);
    }

    /** The same with a sentence on what it is for. The shape stands in {@code anyOf}: nothing may stand beside a reference. */
    Map<String, Object> described(String sentence) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("description", sentence);
        if (schema.containsKey("$ref")) {
            described.put("anyOf", List.of(schema));
        } else {
            described.putAll(schema);
        }
        return described;
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int k = 0; k < keysAndValues.length; k += 2) {
            map.put((String) keysAndValues[k], keysAndValues[k + 1]);
        }
        return map;
    }
}
