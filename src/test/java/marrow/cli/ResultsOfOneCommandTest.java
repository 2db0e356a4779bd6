package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marrow.cli.folder.Manifest;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder holds is of one command: nothing of before stays beside new results, and nothing is touched by what is refused. */
class ResultsOfOneCommandTest {
    @TempDir
    private Path folder;

    private String file;
    private Path out;

    @BeforeEach
    void write_the_scenario() throws IOException {
        file = SmallTrial.in(folder);
        out = folder.resolve("out");
    }

    private Ran marrow(String command, String scenario, String... more) {
        List<String> words = new ArrayList<>(List.of(command, scenario, "--quiet", "--replicates", "256"));
        words.addAll(List.of("--out", out.toString()));
        words.addAll(List.of(more));
        return Ran.marrow(words.toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** By name, what stands in every file of the folder. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                contents.put(path.toString(), Manifest.sha256(Files.readAllBytes(path)));
            }
        }
        return contents;
    }

    @Test
    void results_of_another_command_go() throws IOException {
        assertEquals(0, marrow("run", file).code());
        assertEquals(0, marrow("sweep", file, "--vary", "hr=0.5,0.6", "--fresh").code());
        List<String> ofSweep = List.of(
                "blocks",
                "manifest.json",
                "report.html",
                "report.json",
                "scenario.resolved.yaml",
                "summary.json",
                "sweep.csv");
        assertEquals(ofSweep, names());
        assertEquals(
                0,
                marrow("size", file, "--n", "24", "--truth", "expected", "--fresh")
                        .code());
        assertEquals(
                List.of(
                        "blocks",
                        "manifest.json",
                        "question.txt",
                        "report.html",
                        "report.json",
                        "scenario.resolved.yaml",
                        "size.json"),
                names());
        assertEquals(0, marrow("run", file, "--fresh", "--no-report").code());
        assertEquals(
                List.of(
                        "blocks",
                        "manifest.json",
                        "operating-characteristics.csv",
                        "scenario.resolved.yaml",
                        "summary.json"),
                names());
    }

    @Test
    void a_report_of_before_goes_where_none_is_wanted() throws IOException {
        marrow("run", file);
        assertEquals(0, marrow("run", file, "--no-report").code());
        assertFalse(names().contains("report.html") || names().contains("report.json"), names().toString());
        assertEquals(2, Ran.marrow("report", out.toString()).code());
    }

    /** Where Marrow has never written, files of these names are somebody else's. */
    @Test
    void what_others_have_put_there_stays() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("report.html"), "mine");
        assertEquals(0, marrow("run", file, "--no-report").code());
        assertEquals("mine", Files.readString(out.resolve("report.html")));
    }

    @Test
    void what_the_manifest_does_not_name_is_not_compared_and_not_shown() throws IOException {
        marrow("run", file);
        byte[] csv = Files.readAllBytes(out.resolve("operating-characteristics.csv"));
        byte[] report = Files.readAllBytes(out.resolve("report.json"));
        Path of = Files.copy(out.resolve("report.json"), folder.resolve("other.json"));
        marrow("sweep", file, "--vary", "hr=0.5,0.6", "--fresh", "--no-report");
        Files.write(out.resolve("operating-characteristics.csv"), csv);
        Files.write(out.resolve("report.json"), report);
        Ran compared = Ran.marrow("compare", out.toString(), out.toString());
        assertEquals(
                new Ran(
                        "",
                        "marrow: cannot compare " + out
                                + ": it holds no results of a run, but of a sweep or a size: its manifest.json names no operating-characteristics.csv\n",
                        2),
                compared);
        Ran shown = Ran.marrow("report", out.toString());
        assertEquals(
                new Ran("", "marrow: cannot make the page of " + out + ": its manifest.json names no report.json\n", 2),
                shown);
        assertFalse(Files.exists(out.resolve("report.html")));
        marrow("run", file, "--fresh");
        Files.writeString(out.resolve("report.json"), Files.readString(of) + "\n");
        assertEquals(
                "marrow: cannot make the page of " + out
                        + ": it is damaged: report.json is not the file that was written\n",
                Ran.marrow("report", out.toString()).err());
    }

    /** Relapse alone cannot bring event-free survival above that of death. */
    private String impossible() throws IOException {
        return Files.writeString(
                        folder.resolve("impossible.yaml"),
                        SmallTrial.YAML.replace("EFS at 1 y: 50 %", "EFS at 1 y: 97 %"))
                .toString();
    }

    @Test
    void a_truth_that_cannot_be_leaves_no_folder() throws IOException {
        for (String[] words : new String[][] {
            {"run"},
            {"run", "--shard", "1/2"},
            {"sweep", "--vary", "hr=0.5,0.6"},
            {"size", "--n", "24", "--truth", "null"}
        }) {
            Ran ran = marrow(words[0], impossible(), Stream.of(words).skip(1).toArray(String[]::new));
            assertEquals(2, ran.code(), ran.err());
            assertEquals("", ran.out());
            assertTrue(ran.err().contains("no factor on relapse makes this hold"), ran.err());
            assertFalse(Files.exists(out), words[0]);
        }
    }

    @Test
    void a_truth_that_cannot_be_leaves_what_was_there() throws IOException {
        marrow("run", file);
        Map<String, String> before = contents();
        for (String[] words :
                new String[][] {{"run"}, {"sweep", "--vary", "hr=0.5,0.6"}, {"size", "--n", "24", "--truth", "null"}}) {
            List<String> more = new ArrayList<>(Stream.of(words).skip(1).toList());
            more.add("--fresh");
            Ran ran = marrow(words[0], impossible(), more.toArray(String[]::new));
            assertEquals(2, ran.code(), ran.err());
            assertEquals(before, contents(), words[0]);
        }
    }

    @Test
    void all_truths_are_found_before_there_are_rows_of_any() throws IOException {
        Ran rows = Ran.marrow("export", impossible(), "--format", "csv", "--replicates", "3", "--quiet");
        assertEquals(2, rows.code());
        assertEquals("", rows.out());
    }

    /** The folder was given another scenario's trials in the meantime: their results are not these. */
    @Test
    void results_without_trials_of_another_scenario_go() throws IOException {
        marrow("run", file);
        Files.delete(out.resolve("blocks/expected.blocks"));
        Files.delete(out.resolve("blocks/null.blocks"));
        assertEquals(
                0, marrow("run", file, "--set", "hr=0.7", "--shard", "1/1000").code());
        assertEquals(List.of("blocks", "scenario.resolved.yaml"), names());
    }

    @Test
    void the_manifest_of_a_sweep_says_how_many_trials_there_are() throws IOException {
        marrow("sweep", file, "--vary", "hr=0.5,0.6");
        String manifest = Files.readString(out.resolve("manifest.json"));
        assertTrue(manifest.contains("\"done\": {\"expected\": 256, \"null\": 256}"), manifest);
        assertEquals(256, Manifest.of(out).done("null"));
    }
}
