package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ValidateTest {
    private static final String GOOD = "docs/after-transplant.yaml";
    private static final String BAD = "docs/mistakes.yaml";

    @TempDir
    private Path folder;

    @Test
    void all_files_are_checked_and_one_error_refuses_the_lot() {
        Ran ran = Ran.marrow("validate", GOOD, BAD);
        assertEquals(2, ran.code());
        assertEquals(GOOD + ": ok, 7 parameters, 0 warnings\n" + BAD + ": 6 errors, 2 warnings\n", ran.out());
        assertEquals(8, ran.err().lines().count());
        assertTrue(ran.err().lines().allMatch(line -> line.matches("docs/mistakes\\.yaml:\\d+:\\d+: .*")), ran.err());
    }

    @Test
    void a_file_has_a_name() {
        Ran ran = Ran.marrow("validate", "");
        assertEquals(2, ran.code());
        assertTrue(
                ran.err()
                        .startsWith(
                                "marrow: Invalid value for positional parameter at index 0..* (FILE): the path of a file"),
                ran.err());
    }

    @Test
    void quiet_leaves_errors_alone() {
        assertEquals(new Ran("", "", 0), Ran.marrow("validate", GOOD, "--set", "relapse-1y=25 %", "--quiet"));
        Ran ran = Ran.marrow("validate", "-q", BAD);
        assertEquals("", ran.out());
        assertEquals(6, ran.err().lines().count());
    }

    @Test
    void json_tells_the_same_as_text() {
        Ran ran = Ran.marrow("validate", BAD, "--format", "json");
        assertEquals("", ran.err());
        assertEquals(2, ran.code());
        JsonNode problems = JsonMapper.shared().readTree(ran.out());
        StringBuilder text = new StringBuilder();
        for (JsonNode one : problems) {
            String meant = one.get("meant").isNull()
                    ? ""
                    : "; did you mean " + one.get("meant").asString() + "?";
            String severity = one.get("severity").asString().equals("warning") ? "warning: " : "";
            text.append(one.get("file").asString())
                    .append(':')
                    .append(one.get("line").asInt());
            text.append(':').append(one.get("column").asInt()).append(": ");
            text.append(severity)
                    .append(one.get("what").asString())
                    .append(meant)
                    .append('\n');
        }
        assertEquals(Ran.marrow("validate", BAD).err(), text.toString());
        assertEquals("[]\n", Ran.marrow("validate", GOOD, "--format", "json").out());
    }

    @Test
    void a_fragment_can_be_checked_alone() throws IOException {
        Path fragment = folder.resolve("fragment.yaml");
        Files.writeString(fragment, """
                fragment: alone
                tracks: {vital: [alive, dead]}
                clocks:
                  death: {while: {vital: alive, disease: relapsed}, after: $survival, then: {vital: dead}}
                """);
        Ran ran = Ran.marrow("validate", fragment.toString());
        assertEquals(0, ran.code());
        assertTrue(ran.out().startsWith(fragment + ": ok, "), ran.out());
        assertTrue(ran.err().contains("there is no parameter 'survival' in this fragment"), ran.err());
    }

    @Test
    void what_is_no_file_is_told_in_a_line() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertEquals(
                missing + ":1:1: there is no such file\n",
                Ran.marrow("validate", missing.toString()).err());
        Ran aFolder = Ran.marrow("validate", folder.toString());
        assertEquals(2, aFolder.code());
        assertEquals(folder + ":1:1: this is not a file\n", aFolder.err());
    }
}
