package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run holds in memory does not depend on how many trials it makes. */
class FlatMemoryTest {
    private static final Pattern COLLECTED = Pattern.compile("\\d+M->(\\d+)M\\(\\d+M\\)");

    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void ten_million_trials_hold_no_more_than_ten_thousand() throws IOException, InterruptedException {
        int few = trials(10_000);
        int many = trials(10_000_000);
        assertTrue(many <= few + 2, "MB held: " + few + " in 10,000 trials, " + many + " in 10,000,000");
    }

    /** With little room for what is new, so that a short run too is collected after it has warmed up. */
    private int trials(long count) throws IOException, InterruptedException {
        return mostHeldAfterACollection(
                List.of("-Xmx64m", "-Xmn2m"),
                "run",
                "bench/t3.yaml",
                "--truth",
                "expected",
                "--replicates",
                Long.toString(count));
    }

    /** Of each point its sums and what tells its results: 54 MB of 10,000 points were measured, less than 8 kB each. */
    @Test
    @Tag("slow")
    void ten_thousand_points_hold_their_sums_alone() throws IOException, InterruptedException {
        int few = points("20..29:1");
        int many = points("20..119:1");
        assertTrue(many <= few + 80, "MB held: " + few + " at 1,000 points, " + many + " at 10,000");
    }

    /** A hundred effects at each of these numbers of patients. */
    private int points(String patients) throws IOException, InterruptedException {
        return mostHeldAfterACollection(
                List.of("-Xmx512m"),
                "sweep",
                "bench/t3.yaml",
                "--vary",
                "trial.patients=" + patients,
                "--vary",
                "clocks.death.hazard.reaches=10..39.7:0.3 %",
                "--truth",
                "expected",
                "--format",
                "csv",
                "--replicates",
                "256");
    }

    /** Megabytes, with this room. */
    private int mostHeldAfterACollection(List<String> room, String... command)
            throws IOException, InterruptedException {
        Path collections = folder.resolve("gc-" + String.join("-", command).hashCode());
        Path out = folder.resolve("out");
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(room);
        words.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xlog:gc:file=" + collections,
                "-cp",
                System.getProperty("java.class.path"),
                "marrow.cli.Main"));
        words.addAll(List.of(command));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertTrue(process.waitFor(30, TimeUnit.MINUTES), "it takes too long");
        assertEquals(0, process.exitValue());
        Matcher collected = COLLECTED.matcher(Files.readString(collections));
        int most = 0;
        while (collected.find()) {
            most = Math.max(most, Integer.parseInt(collected.group(1)));
        }
        assertTrue(most > 0, "nothing was collected");
        return most;
    }
}
