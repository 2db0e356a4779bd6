package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.cli.folder.Manifest;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C: the run ends in order, says what is there and writes it. */
class InterruptionTest {
    @TempDir
    Path folder;

    @Test
    void ctrl_c_says_what_is_there() throws IOException, InterruptedException {
        Path out = folder.resolve("results");
        String err = interrupted(out, "run", "bench/t3.yaml", "--truth", "expected,null");
        Matcher said = Pattern.compile("marrow: interrupted; trials that were run: expected (\\d+) of 2000000000\\R")
                .matcher(err);
        assertTrue(said.find(), err);
        long done = Long.parseLong(said.group(1));
        assertTrue(done > 0 && done < 2_000_000_000L && done % 256 == 0, said.group());
        String table =
                Files.readString(folder.resolve("out")).replace("\n", " ").replace(",", "");
        assertTrue(table.contains(done + " of 2000000000 trials then interrupted."), table);
        String summary = Files.readString(out.resolve("summary.json"));
        assertTrue(summary.contains("\"replicates\": " + done), summary);
        assertTrue(summary.contains("\"wanted\": 2000000000"), summary);
    }

    /** A run that goes on comes to its second truth after hours. */
    @Test
    void results_of_more_trials_stay() throws IOException, InterruptedException {
        Path out = folder.resolve("results");
        for (String[] words : new String[][] {
            {"run", "bench/t3.yaml", "--truth", "expected,null"},
            {"sweep", SmallTrial.in(folder), "--truth", "expected", "--vary", "hr=0.5,0.6"}
        }) {
            List<String> short0 = new ArrayList<>(List.of(words));
            short0.addAll(List.of("--replicates", "300", "--fresh", "-q", "--out", out.toString()));
            assertEquals(0, Ran.marrow(short0.toArray(String[]::new)).code());
            String before = Files.readString(out.resolve("manifest.json"));
            String err = interrupted(out, words);
            assertTrue(
                    err.contains("marrow: the results in " + out
                            + " stay as they are: they are of more trials than these\n"),
                    err);
            assertEquals(before, Files.readString(out.resolve("manifest.json")));
            Manifest.of(out).requireUnchanged(out);
        }
    }

    /** The same with two billion trials, until the first are told of; then Ctrl-C. Returns what it said. */
    private String interrupted(Path out, String... words) throws IOException, InterruptedException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "signals are POSIX's");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dmarrow.terminal=true",
                "marrow.cli.Main"));
        command.addAll(List.of(words));
        command.addAll(List.of("--replicates", "2000000000", "--out", out.toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        StringBuilder err = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            boolean asked = false;
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                err.append((char) c);
                if (!asked && err.indexOf("trials, ") >= 0) {
                    asked = true;
                    new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor();
                }
            }
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), err.toString());
        assertEquals(130, process.exitValue(), err.toString());
        return err.toString();
    }
}
