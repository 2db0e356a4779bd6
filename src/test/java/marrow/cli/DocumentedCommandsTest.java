package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The commands that the documents show print what they show. So these outputs are also the golden ones. */
final class DocumentedCommandsTest {
    private static final List<Path> PAGES = List.of(Path.of("README.md"), Path.of("docs", "commands.md"));
    private static final Pattern SHOWN =
            Pattern.compile("```console\\n\\$ (?:\\./)?marrow ([^\\n]*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

    @TestFactory
    Stream<DynamicTest> what_is_shown_is_what_is_printed() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : PAGES) {
            Matcher shown = SHOWN.matcher(Files.readString(page));
            while (shown.find()) {
                String command = shown.group(1);
                String output = shown.group(2);
                tests.add(DynamicTest.dynamicTest(
                        page + ": marrow " + command, () -> assertEquals(output, Ran.screen(words(command)))));
            }
        }
        assertTrue(tests.size() >= 10, "the pages show " + tests.size() + " commands");
        return tests.stream();
    }

    @Test
    void a_terminal_of_80_columns_is_wide_enough() {
        Ran ran = Ran.marrow("explain", "docs/after-transplant.yaml", "--patients", "100");
        ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        Ran.marrow("trace", "docs/after-transplant.yaml", "--patient", "62")
                .out()
                .lines()
                .forEach(line -> assertTrue(line.length() <= 80, line));
    }

    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("'", ""))
                .toArray(String[]::new);
    }
}
