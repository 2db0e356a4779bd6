package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trials of a sizing are kept: nothing is lost by a crash, nothing is run twice, and the answer is the same. */
class KeptSizesTest {
    private static final String FILE = "bench/t3.yaml";

    @TempDir
    private Path folder;

    private List<String> words(String out, int replicates, String... more) {
        List<String> words = new ArrayList<>(List.of("size", FILE, "--quiet", "--analysis", "kaplan-meier"));
        words.addAll(List.of("--format", "json", "--replicates", Integer.toString(replicates)));
        words.addAll(List.of("--out", folder.resolve(out).toString()));
        words.addAll(List.of(more.length == 0 ? new String[] {"--power", "0.8"} : more));
        return words;
    }

    private Ran size(String out, int replicates, String... more) {
        return Ran.marrow(words(out, replicates, more).toArray(String[]::new));
    }

    private Path blocks(String name) {
        return folder.resolve("out/blocks").resolve(name);
    }

    @Test
    void a_second_call_goes_on_and_a_longer_one_extends() throws IOException {
        Ran first = size("out", 300);
        assertEquals(0, first.code(), first.err());
        assertEquals(first.out(), Files.readString(folder.resolve("out/size.json")));
        assertTrue(Files.readString(folder.resolve("out/manifest.json")).contains("\"size.json\": "));
        assertEquals(
                "analysis: kaplan-meier\nalpha: 0.025\ntruth: tilted\n",
                Files.readString(folder.resolve("out/question.txt")));
        assertEquals(first.out(), size("out", 300).out(), "all of it kept");
        Ran longer = size("out", 700);
        assertEquals(size("fresh", 700).out(), longer.out());
        assertEquals(first.out(), size("out", 300).out(), "and a shorter one");
        assertEquals(0, size("out", 300, "--power", "0.9").code(), "another power has the same trials");
        Ran turned = size("out", 300, "--n", "31");
        assertEquals(size("other", 300, "--n", "31").out(), turned.out());
    }

    @Test
    void another_scenario_or_question_is_refused_with_the_difference() {
        size("out", 300);
        Ran scenario = size("out", 300, "--power", "0.8", "--seed", "5");
        assertEquals(2, scenario.code());
        assertTrue(scenario.err().contains("out holds trials of another scenario:\n  - "), scenario.err());
        Ran question = size("out", 300, "--power", "0.8", "--alpha", "0.05");
        assertEquals(2, question.code());
        assertEquals(
                "marrow: " + folder.resolve("out")
                        + " holds trials of another question:\n  - alpha: 0.025\n  + alpha: 0.05\nGive another folder, or --fresh to throw them away.\n",
                question.err());
        Ran run = Ran.marrow(
                "run",
                FILE,
                "-q",
                "--replicates",
                "10",
                "--out",
                folder.resolve("out").toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("holds trials of another question:\n  - analysis: kaplan-meier"), run.err());
        assertEquals(
                0,
                size("out", 300, "--power", "0.8", "--alpha", "0.05", "--fresh").code());
        assertTrue(
                size("out", 300, "--explain-n", "31").err().contains("--out keeps trials, and --explain-n makes none"));
    }

    @Test
    void the_folder_of_a_size_is_no_part_and_no_run() {
        size("out", 300);
        String out = folder.resolve("out").toString();
        Ran merged = Ran.marrow("merge", out, "--out", folder.resolve("all").toString());
        assertEquals(
                new Ran("", "marrow: " + out + " is the folder of a size; parts are those of run and sweep\n", 2),
                merged);
        assertFalse(Files.exists(folder.resolve("all")));
        assertEquals(
                new Ran(
                        "",
                        "marrow: cannot compare " + out
                                + ": it holds no results of a run, but of a sweep or a size: its manifest.json names no operating-characteristics.csv\n",
                        2),
                Ran.marrow("compare", out, out));
    }

    @Test
    void a_damaged_block_is_said_and_made_again() throws IOException {
        Ran whole = size("out", 300, "--n", "31");
        Path file = blocks("tilted+0.75+65536+31.blocks");
        assertTrue(Files.exists(file));
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.seek(100);
            int old = opened.read();
            opened.seek(100);
            opened.write(old ^ 4);
        }
        Ran again = size("out", 300, "--n", "31");
        assertEquals("marrow: 1 damaged block of trials in " + file + " is made again\n", again.err());
        assertEquals(whole.out(), again.out());
    }

    @Test
    void a_folder_that_cannot_be_written_is_said() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Ran ran = size("file", 300);
        assertEquals(6, ran.code());
        assertEquals(
                "marrow: cannot write to " + folder.resolve("file") + ": this is a file, not a folder\n", ran.err());
        assertFalse(ran.err().contains("Exception"));
    }

    @Test
    void killed_three_times() throws IOException, InterruptedException {
        killed(3);
    }

    @Test
    @Tag("slow")
    void killed_a_hundred_times() throws IOException, InterruptedException {
        killed(100);
    }

    /** kill -9 at random moments, and each time the same command again: the bytes are those of a sizing that nobody killed. */
    private void killed(int times) throws IOException, InterruptedException {
        int replicates = 10_000;
        Ran whole = size("whole", replicates);
        Child child = Child.of(words("killed", replicates).toArray(String[]::new));
        int code = child.killedAndResumed(times, () -> size("killed", 1, "--power", "0.8", "--fresh"));
        assertEquals(0, code);
        assertEquals(whole.out(), Files.readString(folder.resolve("killed/size.json")));
    }

    @Test
    void ctrl_c_ends_it_in_order() throws IOException, InterruptedException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "signals are POSIX's");
        Path err = folder.resolve("err");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "marrow.cli.Main");
        Process process = new ProcessBuilder(Stream.concat(java.stream(), words("out", 50_000_000).stream())
                        .toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        Path blocks = blocks("tilted+31.blocks");
        while (process.isAlive() && !(Files.exists(blocks) && Files.size(blocks) > 1000)) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(130, process.exitValue(), Files.readString(err));
        assertEquals(
                "marrow: interrupted; trials that were finished are kept in " + folder.resolve("out") + "\n",
                Files.readString(err));
    }
}
