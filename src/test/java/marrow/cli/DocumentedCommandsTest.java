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

/**
 * The commands that the documents show print what they show. So these outputs are also the golden ones. With
 * {@code -Dmarrow.write=true} they are written into the pages instead of compared.
 */
final class DocumentedCommandsTest {
    private static final List<Path> PAGES = List.of(
            Path.of("README.md"),
            Path.of("docs", "commands.md"),
            Path.of("docs", "looks.md"),
            Path.of("docs", "results.md"),
            Path.of("docs", "size.md"),
            Path.of("docs", "sweep.md"),
            Path.of("docs", "compare.md"));
    private static final Pattern SHOWN =
            Pattern.compile("(```console\\n\\$ (?:\\./)?marrow ([^\\n]*)\\n)(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

    /** A command with its output as a page shows them, from the start of their block to its end. */
    private record Shown(Path page, String start, String command, String output) {
        void compare() {
            assertEquals(output, printed());
        }

        void write() throws IOException {
            String text = Files.readString(page);
            Files.writeString(page, text.replace(start + output + "```", start + printed() + "```"));
        }

        /** Quiet where it runs trials: how many lines of progress there are depends on the machine. */
        private String printed() {
            return Ran.screen(words(command.matches("(run|sweep) .*") ? command + " --quiet" : command));
        }
    }

    @TestFactory
    Stream<DynamicTest> what_is_shown_is_what_is_printed() throws IOException {
        boolean write = Boolean.getBoolean("marrow.write");
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : PAGES) {
            Matcher block = SHOWN.matcher(Files.readString(page));
            while (block.find()) {
                Shown shown = new Shown(page, block.group(1), block.group(2), block.group(3));
                tests.add(DynamicTest.dynamicTest(
                        page + ": marrow " + shown.command, write ? shown::write : shown::compare));
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
