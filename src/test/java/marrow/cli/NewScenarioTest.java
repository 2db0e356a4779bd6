package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import marrow.JsonSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** `marrow new`: what it writes is a scenario that validates, runs and passes the schema. */
class NewScenarioTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void what_it_writes_validates_and_runs(String arms) throws IOException {
        Path file = folder.resolve("my-study.yaml");
        Ran made = Ran.marrow("new", folder.resolve("my-study").toString(), "--arms", arms);
        assertEquals(0, made.code(), made.err());
        assertTrue(made.out().contains("marrow run " + file), made.out());
        Ran validated = Ran.marrow("validate", file.toString());
        assertEquals("", validated.err());
        assertEquals(0, validated.code());
        Ran run = Ran.marrow("run", file.toString(), "--replicates", "40");
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("my-study: "), run.out());
        assertEquals(
                List.of(),
                JsonSchema.in(Path.of("docs", "scenario.schema.json")).againstYaml(Files.readString(file)));
        assertFalse(Files.readString(file).contains("NAME"));
    }

    @Test
    void the_commands_that_it_names_can_be_copied_where_a_folder_has_a_blank() throws IOException {
        Path file = Files.createDirectory(folder.resolve("my studies")).resolve("one.yaml");
        Ran made = Ran.marrow("new", file.toString());
        assertTrue(made.out().endsWith("  marrow validate '" + file + "'\n  marrow run '" + file + "'\n"), made.out());
    }

    @Test
    void it_overwrites_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "scenario: mine\n");
        Ran ran = Ran.marrow("new", file.toString());
        assertEquals(2, ran.code());
        assertEquals("marrow: " + file + " is there already, and is not overwritten\n", ran.err());
        assertEquals("scenario: mine\n", Files.readString(file));
    }

    @Test
    void what_cannot_be_is_refused_in_a_line() {
        refused("'=1+1' cannot name a study", "new", folder.resolve("=1+1").toString());
        refused("'a b' cannot name a study", "new", folder.resolve("a b").toString());
        refused("--arms is 1 or 2, and this is 3", "new", folder.resolve("x").toString(), "--arms", "3");
        assertEquals(
                new Ran("", "marrow: cannot write " + folder.resolve("none/x.yaml") + ": there is no such folder\n", 6),
                Ran.marrow("new", folder.resolve("none/x").toString()));
    }

    private static void refused(String why, String... arguments) {
        Ran ran = Ran.marrow(arguments);
        assertEquals(2, ran.code());
        assertTrue(ran.err().startsWith("marrow: ") && ran.err().contains(why), ran.err());
    }
}
