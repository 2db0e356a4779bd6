package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that a full disk, a kill or a hand has damaged: what is wrong is said, with its file, and what can be made again is made again. */
class DamagedFolderTest {
    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void write_the_scenario() throws IOException {
        file = SmallTrial.in(folder);
    }

    private Ran run(String out, String... more) {
        List<String> words = List.of(
                "run",
                file,
                "-q",
                "--replicates",
                "700",
                "--out",
                folder.resolve(out).toString());
        return Ran.marrow(Stream.concat(words.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    private Ran merge(String... parts) {
        List<String> words = Arrays.stream(parts)
                .map(part -> folder.resolve(part).toString())
                .toList();
        return Ran.marrow(Stream.of(
                        List.of("merge"),
                        words,
                        List.of(
                                "--replicates",
                                "700",
                                "--out",
                                folder.resolve("all").toString()))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private Path shards() {
        for (String part : List.of("1", "2")) {
            assertEquals(0, run(part, "--shard", part + "/2").code());
        }
        return folder.resolve("2/blocks/expected.blocks");
    }

    /** A disk may fill between making a file and writing its head. */
    @Test
    void a_part_that_was_cut_off_before_there_were_trials_is_made_again() throws IOException {
        Ran whole = run("whole");
        Path blocks = shards();
        for (int length : new int[] {0, 51}) {
            Files.write(blocks, Arrays.copyOf(Files.readAllBytes(blocks), length));
            Ran merged = merge("1", "2");
            assertEquals(0, merged.code(), merged.err());
            assertEquals("marrow: " + blocks + " was cut off before there were trials in it\n", merged.err());
            assertEquals(whole.out(), merged.out());
        }
        assertEquals(
                0,
                Ran.marrow(
                                "compare",
                                folder.resolve("whole").toString(),
                                folder.resolve("all").toString())
                        .code());
    }

    @Test
    void parts_that_were_all_cut_off_are_a_whole_that_is_made_again() throws IOException {
        Ran whole = run("whole");
        run("1", "--shard", "1/1000", "--truth", "expected");
        Files.write(folder.resolve("1/blocks/expected.blocks"), new byte[0]);
        Ran merged = merge("1");
        assertEquals(0, merged.code(), merged.err());
        assertEquals(whole.out(), merged.out());
    }

    @Test
    void a_damaged_block_of_a_part_is_said() throws IOException {
        Ran whole = run("whole");
        Path blocks = shards();
        byte[] bytes = Files.readAllBytes(blocks);
        bytes[200] ^= 4;
        Files.write(blocks, bytes);
        Ran merged = merge("1", "2");
        assertEquals("marrow: 1 damaged block of trials in " + blocks + " is made again\n", merged.err());
        assertEquals(whole.out(), merged.out());
    }

    @Test
    void compare_leaves_out_blocks_that_were_cut_off() throws IOException {
        run("a");
        Files.write(folder.resolve("a/blocks/null.blocks"), new byte[0]);
        Ran compared = Ran.marrow("compare", folder.resolve("a").toString(), file, "--set", "hr=0.61", "-q");
        assertEquals(4, compared.code(), compared.err());
    }

    private void assertNotJoined(String why) {
        Ran merged = merge("1", "2");
        assertEquals(new Ran("", "marrow: cannot join the parts: " + why + "\n", 2), merged);
        assertFalse(Files.exists(folder.resolve("all")), "nothing of the parts before it");
    }

    @Test
    void the_part_and_the_file_that_cannot_be_joined_are_named() throws IOException {
        Path blocks = shards();
        byte[] bytes = Files.readAllBytes(blocks);
        Files.write(blocks, new byte[bytes.length]);
        assertNotJoined(blocks + ": it holds what are no trials of Marrow");
        bytes[20] ^= 1; // in the key
        Files.write(blocks, bytes);
        assertNotJoined(blocks + ": it holds trials of another version of Marrow, or damaged ones");
        Files.delete(blocks);
        Files.createDirectory(blocks);
        assertNotJoined(blocks + ": Is a directory");
        Path scenario = folder.resolve("2/scenario.resolved.yaml");
        Files.write(scenario, new byte[] {(byte) 0xff});
        assertNotJoined(folder.resolve("2") + ": scenario.resolved.yaml in it is damaged: it is not UTF-8");
        Files.write(scenario, new byte[0]);
        assertNotJoined(folder.resolve("2") + ": scenario.resolved.yaml in it is empty");
    }

    private void assertNotGoneOnFrom(String what) {
        Ran ran = run("out");
        assertEquals(2, ran.code());
        assertEquals(
                "marrow: " + folder.resolve("out") + " holds " + what
                        + "\nGive another folder, or --fresh to throw them away.\n",
                ran.err());
    }

    @Test
    void what_a_run_cannot_go_on_from_is_said_with_the_way_out() throws IOException {
        Ran whole = run("out");
        Path out = folder.resolve("out");
        Path foreign = Files.writeString(
                out.resolve("blocks/x.blocks"), "a file that somebody else has left here, and longer than a head");
        assertNotGoneOnFrom("what are no trials of Marrow:\n  " + foreign);
        Files.delete(foreign);
        Path scenario = out.resolve("scenario.resolved.yaml");
        Files.write(scenario, new byte[] {(byte) 0xff});
        assertNotGoneOnFrom("trials of nobody knows what: scenario.resolved.yaml in it is damaged: it is not UTF-8");
        Files.write(scenario, new byte[0]);
        assertNotGoneOnFrom("trials of nobody knows what: scenario.resolved.yaml in it is empty");
        Files.delete(scenario);
        assertNotGoneOnFrom("trials of nobody knows what: there is no scenario.resolved.yaml in it");
        assertEquals(whole.out(), run("out", "--fresh").out());
    }

    /** The columns stand behind the key. */
    @Test
    void a_head_that_does_not_fit_its_blocks_is_said_with_its_file() throws IOException {
        Ran whole = run("out");
        Path blocks = folder.resolve("out/blocks/null.blocks");
        byte[] bytes = Files.readAllBytes(blocks);
        bytes[51] ^= 1;
        Files.write(blocks, bytes);
        Ran ran = run("out");
        assertEquals(6, ran.code());
        assertEquals(
                "marrow: cannot write to " + folder.resolve("out") + ": " + blocks
                        + ": it holds blocks of something else, or its head is damaged; without the file they are made anew\n",
                ran.err());
        Files.delete(blocks);
        assertEquals(whole.out(), run("out").out());
    }
}
