package marrow.scenario.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sentence on each key of the language, from {@code keys.txt}: a line {@code key: sentence} under the name of the thing in square
 * brackets, or under {@code [*]} where it means the same in all.
 */
final class KeySentences {
    private static final String ALL = "*";

    private final Map<String, String> sentences = new HashMap<>();

    KeySentences() {
        String thing = ALL;
        for (String line : lines()) {
            if (line.startsWith("[")) {
                thing = line.substring(1, line.indexOf(']'));
            } else if (!line.isBlank()) {
                int colon = line.indexOf(": ");
                sentences.put(thing + "." + line.substring(0, colon), line.substring(colon + 2));
            }
        }
    }

    private static List<String> lines() {
        try (InputStream file = KeySentences.class.getResourceAsStream("keys.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String of(String thing, String key) {
        String sentence = sentences.getOrDefault(thing + "." + key, sentences.get(ALL + "." + key));
        if (sentence == null) {
            throw new IllegalStateException("keys.txt has no sentence on '" + key + "' under [" + thing + "] or [*]");
        }
        return sentence;
    }
}
