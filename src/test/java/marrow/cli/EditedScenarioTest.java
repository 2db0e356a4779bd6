package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario that is edited while a command works on it: the command goes on with the one that it has read. */
class EditedScenarioTest {
    /** Outside its plausible range, so that a warning is printed once the scenario is read. */
    private static final String WARNED = "hr=0.2";

    @TempDir
    private Path folder;

    /** Standard output, where the first word on standard error has the scenario edited, or nobody edits it. */
    private String printed(boolean edited, String command, String... more) throws IOException {
        Path file = Path.of(SmallTrial.in(folder));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputStream err = new OutputStream() {
            @Override
            public void write(int character) throws IOException {
                if (edited) {
                    Files.writeString(file, SmallTrial.YAML.replace("value: 40 %", "value: 55 %"));
                }
            }
        };
        List<String> words = new ArrayList<>(List.of(command, file.toString(), "--set", WARNED));
        words.addAll(List.of(more));
        assertEquals(0, Main.run(words.toArray(String[]::new), out, err, true));
        assertEquals(edited, Files.readString(file).contains("value: 55 %"), "edited after it was read");
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertNotMoved(String command, String... more) throws IOException {
        assertEquals(printed(false, command, more), printed(true, command, more));
    }

    @Test
    void a_run_under_all_truths_is_of_one_scenario() throws IOException {
        assertNotMoved("run", "--replicates", "300", "--format", "json");
    }

    @Test
    void what_is_written_beside_the_results_is_the_scenario_they_are_of() throws IOException {
        Path out = folder.resolve("out");
        printed(true, "run", "--replicates", "300", "--out", out.toString());
        String resolved = Files.readString(out.resolve("scenario.resolved.yaml"));
        assertTrue(resolved.contains("relapse-1y: {value: 40 %"), resolved);
    }

    @Test
    void a_size_is_of_one_scenario() throws IOException {
        assertNotMoved("size", "--n", "24", "--truth", "null", "--analysis", "primary", "--replicates", "300");
    }

    @Test
    void an_export_is_of_one_scenario() throws IOException {
        assertNotMoved("export", "--truth", "null", "--format", "csv", "--replicates", "20");
    }

    @Test
    void a_traced_trial_is_of_one_scenario() throws IOException {
        assertNotMoved("trace", "--trial", "--truth", "null");
    }
}
