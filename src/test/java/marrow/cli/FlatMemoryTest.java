package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        int few = mostHeldAfterACollection(10_000);
        int many = mostHeldAfterACollection(10_000_000);
        assertTrue(many <= few + 2, "MB held: " + few + " in 10,000 trials, " + many + " in 10,000,000");
    }

    /** Megabytes, in a heap of 64. */
    private int mostHeldAfterACollection(long trials) throws IOException, InterruptedException {
        Path collections = folder.resolve("gc-" + trials);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-Xlog:gc:file=" + collections,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "marrow.cli.Main",
                        "run",
                        "bench/t3.yaml",
                        "--truth",
                        "expected",
                        "--replicates",
                        Long.toString(trials)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out-" + trials).toFile())
                .start();
        assertTrue(process.waitFor(30, TimeUnit.MINUTES), "it takes too long");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("out-" + trials)));
        Matcher collected = COLLECTED.matcher(Files.readString(collections));
        int most = 0;
        while (collected.find()) {
            most = Math.max(most, Integer.parseInt(collected.group(1)));
        }
        assertTrue(most > 0, "nothing was collected");
        return most;
    }
}
