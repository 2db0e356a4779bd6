package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that are kept in the folder of a sweep, as those of a run are. */
class KeptSweepTest {
    private static final List<String> RESULTS = List.of("summary.json", "sweep.csv", "scenario.resolved.yaml");
    private static final List<String> VARY =
            List.of("--vary", "trial.patients=12,16,20", "--vary", "hr=0.5,0.7", "--quiet");

    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void write_the_scenario() throws IOException {
        file = SmallTrial.in(folder);
    }

    private String[] words(String out, int replicates, String... more) {
        List<String> words = new ArrayList<>(List.of("sweep", file, "--format", "csv"));
        words.addAll(VARY);
        words.addAll(List.of(
                "--replicates",
                Integer.toString(replicates),
                "--out",
                folder.resolve(out).toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private Ran sweep(String out, int replicates, String... more) {
        return Ran.marrow(words(out, replicates, more));
    }

    private void assertSame(String expected, String found) throws IOException {
        for (String name : RESULTS) {
            assertEquals(
                    Files.readString(folder.resolve(expected).resolve(name)),
                    Files.readString(folder.resolve(found).resolve(name)),
                    name);
        }
    }

    @Test
    void a_second_sweep_and_a_longer_one_go_on_from_the_first() throws IOException {
        Ran whole = sweep("whole", 1000);
        assertEquals(0, whole.code(), whole.err());
        assertEquals(whole.out(), Files.readString(folder.resolve("whole/sweep.csv")));
        sweep("resumed", 300);
        assertEquals(whole.out(), sweep("resumed", 1000).out());
        assertSame("whole", "resumed");
        assertEquals(whole.out(), sweep("resumed", 1000).out(), "all of it kept");
        assertEquals(
                whole.out().lines().filter(line -> !line.contains(",null,")).toList(),
                sweep("resumed", 1000, "--truth", "expected").out().lines().toList(),
                "and under one truth alone");
    }

    @Test
    void another_sweep_is_refused_with_the_difference() {
        sweep("out", 300);
        Ran other = sweep("out", 300, "--vary", "relapse-1y=30 %,40 %");
        assertEquals(2, other.code());
        assertTrue(
                other.err()
                        .contains(
                                "holds trials of another scenario:\n  -   vary: {trial.patients: [12, 16, 20], hr: [0.5, 0.7]}"),
                other.err());
        assertTrue(other.err().contains("relapse-1y: [30 %, 40 %]"), other.err());
        assertEquals(2, sweep("out", 300, "--reference", "hr=0.7").code(), "differences are from another point");
        assertEquals(
                2,
                Ran.marrow("run", file, "--out", folder.resolve("out").toString())
                        .code());
        assertEquals(0, sweep("out", 300, "--reference", "hr=0.7", "--fresh").code());
    }

    @Test
    void a_damaged_block_is_said_and_made_again() throws IOException {
        Ran whole = sweep("out", 1000);
        Path blocks = folder.resolve("out/blocks/+sweep.blocks");
        try (RandomAccessFile opened = new RandomAccessFile(blocks.toFile(), "rw")) {
            opened.seek(500);
            int old = opened.read();
            opened.seek(500);
            opened.write(old ^ 4);
        }
        Ran again = sweep("out", 1000);
        assertEquals("marrow: 1 damaged block of trials in " + blocks + " is made again\n", again.err());
        assertEquals(whole.out(), again.out());
    }

    /** In a random order, in folders of their own; more of them than there are points. */
    @Test
    void shards_are_joined_to_the_bytes_of_one_sweep() throws IOException {
        Ran whole = sweep("whole", 1000);
        List<Integer> left = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));
        SplittableRandom random = new SplittableRandom(20261121);
        List<String> words = new ArrayList<>(List.of("merge"));
        while (!left.isEmpty()) {
            int shard = left.remove(random.nextInt(left.size()));
            Ran part = sweep("part" + shard, 1000, "--shard", shard + "/7");
            assertEquals(0, part.code(), part.err());
            assertEquals("", part.out());
            words.add(folder.resolve("part" + shard).toString());
        }
        words.addAll(List.of(
                "--replicates",
                "1000",
                "--format",
                "csv",
                "--out",
                folder.resolve("joined").toString()));
        Ran joined = Ran.marrow(words.toArray(String[]::new));
        assertEquals(0, joined.code(), joined.err());
        assertEquals(whole.out(), joined.out());
        assertSame("whole", "joined");
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

    /** kill -9 at random moments of a sweep, which each time goes on from there. */
    private void killed(int times) throws IOException, InterruptedException {
        int replicates = 6000;
        sweep("whole", replicates, "--truth", "expected");
        Child child = Child.of(words("killed", replicates, "--truth", "expected"));
        assertEquals(0, child.killedAndResumed(times, () -> sweep("killed", 1, "--truth", "expected", "--fresh")));
        assertSame("whole", "killed");
    }

    @Test
    void a_full_disk_is_said_and_leaves_earlier_blocks_whole() throws IOException, InterruptedException {
        Ran whole = sweep("whole", 1000);
        Path err = folder.resolve("err");
        assertEquals(6, Child.of(words("full", 1000)).onAFullDisk(err), Files.readString(err));
        assertEquals("marrow: cannot write to " + folder.resolve("full") + ": File too large\n", Files.readString(err));
        assertTrue(Files.size(folder.resolve("full/blocks/+sweep.blocks")) > 4000);
        assertEquals(whole.out(), sweep("full", 1000).out());
    }

    @Test
    void a_folder_that_cannot_be_written_is_said_before_anything_is_simulated() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Ran ran = sweep("file", 300);
        assertEquals(6, ran.code());
        assertEquals(
                "marrow: cannot write to " + folder.resolve("file") + ": this is a file, not a folder\n", ran.err());
    }
}
