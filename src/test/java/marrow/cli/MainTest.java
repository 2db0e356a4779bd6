package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.cli.option.NumberOption;
import marrow.cli.terminal.Fault;
import marrow.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;

final class MainTest {
    private static final String SCENARIO = "docs/after-transplant.yaml";

    @Test
    void a_mistyped_command_or_option_is_told_what_was_meant() {
        Ran command = Ran.marrow("explian", SCENARIO);
        assertEquals(2, command.code());
        assertTrue(command.err().contains("Did you mean: marrow explain"), command.err());
        Ran option = Ran.marrow("explain", SCENARIO, "--sede", "3");
        assertEquals(2, option.code());
        assertTrue(option.err().contains("Possible solutions: --seed"), option.err());
        assertFalse(option.err().contains("Exception"), option.err());
        assertEquals("marrow: no such command: 'explian'", firstLine("explian", SCENARIO));
        assertEquals("marrow: unknown option: '--trials'", firstLine("run", "--trials", "100", SCENARIO));
        assertEquals("marrow: more than is asked for: 'b', 'c'", firstLine("run", "a", "b", "c"));
    }

    @Test
    void values_of_options_are_refused_in_words() {
        assertEquals(
                "marrow: Invalid value for option '--power': a number such as 0.8 or 80 % is needed, not 'much'",
                firstLine("size", "x.yaml", "--power", "much"));
        assertEquals(
                "marrow: Invalid value for option '--replicates': a whole number is needed, not '1e3'",
                firstLine("run", "x.yaml", "--replicates", "1e3"));
        assertEquals(
                "marrow: Value for option '--set' (NAME=VALUE) should be in KEY=VALUE format but was hr",
                firstLine("run", "x.yaml", "--set", "hr"));
        for (String command : new String[] {"run", "export", "compare", "merge"}) {
            assertTrue(
                    firstLine(command, "x", "y", "--out=")
                            .endsWith(
                                    "the path of a file or folder is needed, and this is empty; the folder you are in is '.'"),
                    firstLine(command, "x", "y", "--out="));
        }
        assertEquals(0.8, new NumberOption().convert("80%"), 1e-15);
        assertEquals(0.8, new NumberOption().convert("80 %"), 1e-15);
        assertEquals(0.8, new NumberOption().convert("0.8"), 0);
    }

    private static String firstLine(String... arguments) {
        return Ran.marrow(arguments).err().lines().findFirst().orElse("");
    }

    @Test
    void marrow_alone_shows_its_commands_and_is_refused() {
        Ran ran = Ran.marrow();
        assertEquals(2, ran.code());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("validate")
                && ran.err().contains("explain")
                && ran.err().contains("trace"));
    }

    @Test
    void help_and_version_go_to_standard_output() {
        assertTrue(Ran.marrow("--help").out().startsWith("Usage: marrow"));
        assertEquals(Ran.marrow("--help"), Ran.marrow("help"));
        assertEquals(Ran.marrow("trace", "--help"), Ran.marrow("help", "trace"));
        assertTrue(Ran.marrow("trace", "--help").out().startsWith("Usage: marrow trace"));
        assertTrue(Ran.marrow("trace", "--version").out().startsWith("marrow "));
        assertEquals(0, Ran.marrow("--version").code());
    }

    @Test
    void a_closed_pipe_ends_quietly() {
        Ran ran = Ran.into(failing("Broken pipe"), "explain", SCENARIO, "--only", "diagram");
        assertEquals(new Ran("", "", 0), ran);
    }

    @Test
    void a_full_disk_is_an_error() {
        Ran ran = Ran.into(failing("No space left on device"), "explain", SCENARIO, "--only", "diagram");
        assertEquals(new Ran("", "marrow: cannot write the output: No space left on device\n", 6), ran);
    }

    @Test
    void an_internal_fault_is_two_lines_and_a_file() throws IOException {
        StringWriter said = new StringWriter();
        int code = Fault.report(
                new IllegalStateException("a clock without a law"),
                new String[] {"explain", "x.yaml"},
                new PrintWriter(said));
        assertEquals(1, code);
        Matcher text = Pattern.compile(
                        "marrow: internal fault: IllegalStateException: a clock without a law\\R"
                                + "This is a defect of Marrow, not of the scenario\\. Please report it with (\\S+) and the scenario\\.\\R")
                .matcher(said.toString());
        assertTrue(text.matches(), said.toString());
        Path file = Path.of(text.group(1));
        String story = Files.readString(file);
        Files.delete(file);
        assertTrue(story.contains("marrow explain x.yaml") && story.contains("at marrow.cli.MainTest"), story);
    }

    @Test
    void a_path_that_cannot_be_spelt_is_told_in_words() {
        Ran ran = Ran.marrow("validate", "um\0laut.yaml");
        assertEquals(2, ran.code());
        assertTrue(
                ran.err()
                        .contains(
                                "'um\0laut.yaml' is no path that this locale can spell; set LC_ALL to one with UTF-8"),
                ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }

    @Test
    void the_locale_decides_whether_lines_are_drawn() {
        assertTrue(Terminal.showsLines(Map.of("LANG", "de_DE.UTF-8")));
        assertTrue(Terminal.showsLines(Map.of("LANG", "C", "LC_ALL", "C.utf8")));
        assertFalse(Terminal.showsLines(Map.of("LANG", "en_GB.UTF-8", "LC_CTYPE", "C")));
        assertFalse(Terminal.showsLines(Map.of("LANG", "")));
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
