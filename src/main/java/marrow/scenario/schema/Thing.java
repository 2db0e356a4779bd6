package marrow.scenario.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A thing of the language as JSON Schema has it: a mapping with the keys that its decoder takes. A key of which no shape is said may
 * hold anything, so that a new key of a decoder needs a sentence in {@code keys.txt} and no more.
 */
final class Thing {
    private static final Shape OFF = Shape.words(List.of("off"));

    private final String name;
    private final List<String> keys;
    private final Map<String, Shape> shapes = new HashMap<>();
    private List<String> needed = List.of();
    private Shape others;
    private boolean exactlyOne;
    private boolean overridden;

    private Thing(String name, List<String> keys) {
        this.name = name;
        this.keys = keys;
    }

    /** @param keys as the decoder has them */
    static Thing of(String name, List<String> keys) {
        return new Thing(name, keys);
    }

    Thing key(String key, Shape shape) {
        if (!keys.contains(key)) {
            throw new IllegalStateException(name + " has no key '" + key + "'");
        }
        shapes.put(key, shape);
        return this;
    }

    Thing keys(List<String> some, Shape shape) {
        some.forEach(key -> key(key, shape));
        return this;
    }

    Thing needs(String... theseKeys) {
        needed = List.of(theseKeys);
        return this;
    }

    /** Beside its keys it has names that the author gives. */
    Thing others(Shape shape) {
        others = shape;
        return this;
    }

    /** One key of all it might have. */
    Thing one() {
        exactlyOne = true;
        return this;
    }

    /** A scenario may take away a key that a fragment gives, so that each may be off. */
    Thing overridden() {
        overridden = true;
        return this;
    }

    String name() {
        return name;
    }

    Map<String, Object> schema(KeySentences sentences) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String key : keys) {
            Shape shape = shapes.getOrDefault(key, Shape.ANY);
            Shape written = overridden && !shape.equals(Shape.ANY) ? shape.or(OFF) : shape;
            properties.put(key, written.described(sentences.of(name, key)));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", others == null ? false : others.schema());
        if (!needed.isEmpty()) {
            schema.put("required", new ArrayList<>(needed));
        }
        if (exactlyOne) {
            schema.put("minProperties", 1);
            schema.put("maxProperties", 1);
        }
        return schema;
    }
}
