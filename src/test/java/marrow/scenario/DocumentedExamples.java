package marrow.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The YAML blocks of the language's page that are whole files, and a scenario round each fragment. */
public final class DocumentedExamples {
    private static final Path PAGE = Path.of("docs", "journeys.md");
    private static final Pattern BLOCK =
            Pattern.compile("```yaml\\n((fragment|scenario): ([^\\n]*)\\n.*?)```", Pattern.DOTALL);

    private DocumentedExamples() {}

    /** Files of this kind by name. */
    public static Map<String, String> of(String kind) {
        Map<String, String> blocks = new LinkedHashMap<>();
        try {
            Matcher block = BLOCK.matcher(Files.readString(PAGE));
            while (block.find()) {
                if (block.group(2).equals(kind)) {
                    blocks.put(block.group(3), block.group(1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return blocks;
    }

    /** A scenario that lists one fragment, through its first door where it has any. */
    static String scenarioRound(String fragmentFile, String fragment) {
        Matcher door =
                Pattern.compile("^doors:\\n  ([a-z-]+):", Pattern.MULTILINE).matcher(fragment);
        String enter = door.find() ? "enter: {at: " + door.group(1) + "}\n" : "";
        return String.join(
                "\n",
                List.of(
                        "scenario: round",
                        "journey: [" + fragmentFile + "]",
                        enter + "run: {seed: 1, horizon: 2 y}",
                        ""));
    }
}
