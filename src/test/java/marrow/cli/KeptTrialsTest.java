package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import marrow.cli.folder.BlockFileName;
import marrow.cli.folder.FolderLock;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that are kept in the folder of a run: nothing is lost by a crash, nothing is run twice, and the bytes are the same. */
class KeptTrialsTest {
    private static final List<String> RESULTS =
            List.of("summary.json", "operating-characteristics.csv", "scenario.resolved.yaml", "report.html");

    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void write_the_scenario() throws IOException {
        file = SmallTrial.in(folder);
    }

    private Ran run(String out, int replicates, String... more) {
        List<String> words = new ArrayList<>(List.of("run", file, "--quiet", "--format", "json"));
        words.addAll(List.of(
                "--replicates",
                Integer.toString(replicates),
                "--out",
                folder.resolve(out).toString()));
        words.addAll(List.of(more));
        return Ran.marrow(words.toArray(String[]::new));
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
    void a_second_run_and_a_longer_one_go_on_from_the_first() throws IOException {
        Ran whole = run("whole", 1000);
        assertEquals(0, whole.code(), whole.err());
        run("resumed", 300);
        assertEquals(whole.out(), run("resumed", 1000).out());
        assertSame("whole", "resumed");
        assertEquals(whole.out(), run("resumed", 1000).out(), "all of it kept");
        assertEquals(run("short", 300).out(), run("resumed", 300).out(), "and a shorter one");
    }

    @Test
    void trials_of_another_scenario_are_refused_with_the_difference() {
        run("out", 300);
        Ran other = run("out", 300, "--set", "hr=0.7");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("holds trials of another scenario:\n  - "), other.err());
        assertTrue(other.err().contains("hr: {value: 0.6") && other.err().contains("hr: {value: 0.7"), other.err());
        assertTrue(other.err().endsWith("Give another folder, or --fresh to throw them away.\n"), other.err());
        assertEquals(0, run("out", 300, "--set", "hr=0.7", "--fresh").code());
        assertEquals(2, run("out", 300, "--set", "hr=0.7", "--seed", "8").code(), "another seed is another scenario");
    }

    /** The key of blocks stands in their head behind 16 bytes. */
    private void makeAnothers(Path blocks) throws IOException {
        byte[] bytes = Files.readAllBytes(blocks);
        bytes[16] ^= 1;
        Files.write(blocks, bytes);
    }

    @Test
    void trials_of_another_version_are_refused_and_stay() throws IOException {
        Ran first = run("out", 300);
        Path blocks = folder.resolve("out/blocks/null.blocks");
        makeAnothers(blocks);
        byte[] before = Files.readAllBytes(blocks);
        Ran other = run("out", 300, "--truth", "expected");
        assertEquals(2, other.code());
        assertEquals(
                "marrow: " + folder.resolve("out") + " holds trials of another version of Marrow, or damaged ones:\n  "
                        + blocks + "\nGive another folder, or --fresh to throw them away.\n",
                other.err());
        assertArrayEquals(before, Files.readAllBytes(blocks));
        assertEquals(first.out(), run("out", 300, "--fresh").out());
    }

    @Test
    void parts_of_another_version_are_refused() throws IOException {
        run("one", 600, "--shard", "1/2");
        run("two", 600, "--shard", "2/2");
        Path blocks = folder.resolve("two/blocks/expected.blocks");
        makeAnothers(blocks);
        Ran joined = Ran.marrow(
                "merge",
                folder.resolve("one").toString(),
                folder.resolve("two").toString(),
                "--out",
                folder.resolve("all").toString());
        assertEquals(2, joined.code());
        assertEquals(
                "marrow: cannot join the parts: " + blocks
                        + ": it holds trials of another version of Marrow, or damaged ones\n",
                joined.err());
        assertFalse(Files.exists(folder.resolve("all")), "nothing of the parts before it");
    }

    @Test
    void one_run_at_a_time_has_the_folder() throws IOException {
        run("out", 300, "--truth", "expected");
        Path out = folder.resolve("out");
        byte[] summary = Files.readAllBytes(out.resolve("summary.json"));
        byte[] blocks = Files.readAllBytes(out.resolve("blocks/expected.blocks"));
        FolderLock other = FolderLock.of(out.resolve("blocks"));
        for (String[] more : new String[][] {{"--truth", "null"}, {"--fresh"}, {"--set", "hr=0.7"}}) {
            Ran refused = run("out", 300, more);
            assertEquals(6, refused.code());
            assertEquals(
                    "marrow: cannot write to " + out + ": another run of Marrow is writing to it\n", refused.err());
        }
        other.close();
        assertArrayEquals(summary, Files.readAllBytes(out.resolve("summary.json")));
        assertArrayEquals(blocks, Files.readAllBytes(out.resolve("blocks/expected.blocks")));
        assertEquals(0, run("out", 300).code(), "once the other has ended");
    }

    /** On file systems that take NULL and null for one name, and under locales that cannot spell the others. */
    @Test
    void truths_have_files_of_their_own_whatever_the_file_system() throws IOException {
        Files.writeString(Path.of(file), SmallTrial.YAML.replace("  expected:", "  Null:"));
        assertEquals(0, run("out", 300).code());
        assertTrue(Files.exists(folder.resolve("out/blocks/%4eull.blocks")));
        assertTrue(Files.exists(folder.resolve("out/blocks/null.blocks")));
        assertEquals("%c3%bcblich+20.blocks", BlockFileName.of("\u00fcblich+20"));
    }

    /** File systems take names of 255 bytes; a character of the name may be nine of the file's. */
    @Test
    void a_truth_may_have_a_long_name() throws IOException {
        String name = "\u60b2".repeat(60);
        Files.writeString(Path.of(file), SmallTrial.YAML.replace("  expected:", "  " + name + ":"));
        Ran ran = run("out", 300);
        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                0,
                Ran.marrow("compare", folder.resolve("out").toString(), file, "-q")
                        .code());
        String one = BlockFileName.of(name + "1");
        assertFalse(one.equals(BlockFileName.of(name + "2")));
        assertTrue(one.length() < 150 && one.matches("(%[0-9a-f]{2}){33}%~[0-9a-f]{32}\\.blocks"), one);
        assertEquals("a".repeat(100) + ".blocks", BlockFileName.of("a".repeat(100)));
    }

    @Test
    void a_damaged_block_is_said_and_made_again() throws IOException {
        Ran whole = run("out", 1000);
        Path blocks = folder.resolve("out/blocks/expected.blocks");
        try (RandomAccessFile opened = new RandomAccessFile(blocks.toFile(), "rw")) {
            opened.seek(200);
            int old = opened.read();
            opened.seek(200);
            opened.write(old ^ 4);
        }
        Ran again = run("out", 1000);
        assertEquals("marrow: 1 damaged block of trials in " + blocks + " is made again\n", again.err());
        assertEquals(whole.out(), again.out());
        assertEquals("", run("out", 1000).err());
    }

    @Test
    void what_the_whole_would_refuse_is_refused_before_anything_is_joined() throws IOException {
        run("one", 600, "--shard", "1/1");
        Ran mistyped = Ran.marrow("merge", path("one"), "--truth", "expcted", "--out", path("all"));
        assertEquals(2, mistyped.code());
        assertTrue(
                mistyped.err().startsWith("marrow: there is no truth 'expcted': there are expected"), mistyped.err());
        Ran none = Ran.marrow("merge", path("one"), "--replicates", "0", "--out", path("all"));
        assertEquals(2, none.code());
        assertTrue(none.err().startsWith("marrow: --replicates is at least 1, and this is 0\n"), none.err());
        assertFalse(Files.exists(folder.resolve("all")));
    }

    /** Sixteen shards, in a random order, in folders of their own. */
    @Test
    void shards_are_joined_to_the_bytes_of_one_run() throws IOException {
        Ran whole = run("whole", 5000);
        List<Integer> left = new ArrayList<>();
        for (int i = 1; i <= 16; i++) {
            left.add(i);
        }
        SplittableRandom random = new SplittableRandom(20261121);
        List<String> words = new ArrayList<>(List.of("merge"));
        while (!left.isEmpty()) {
            int shard = left.remove(random.nextInt(left.size()));
            Ran part = run("part" + shard, 5000, "--shard", shard + "/16");
            assertEquals(0, part.code(), part.err());
            assertEquals("", part.out());
            words.add(folder.resolve("part" + shard).toString());
        }
        words.addAll(List.of(
                "--replicates",
                "5000",
                "--format",
                "json",
                "--out",
                folder.resolve("joined").toString()));
        Ran joined = Ran.marrow(words.toArray(String[]::new));
        assertEquals(0, joined.code(), joined.err());
        assertEquals(whole.out(), joined.out());
        assertSame("whole", "joined");
    }

    @Test
    void merge_writes_a_report_or_none_and_a_quiet_shard_says_nothing() {
        Ran one = Ran.marrow("run", file, "--replicates", "512", "--shard", "1/2", "--out", path("one"));
        assertTrue(one.err().contains("marrow: 256 of 512 trials under expected are in " + path("one")), one.err());
        Ran two = run("two", 512, "--shard", "2/2");
        assertEquals(new Ran("", "", 0), two);
        String[] words = {"merge", path("one"), path("two"), "--replicates", "512", "--out", path("all"), "-q"};
        Ran joined = Ran.marrow(words);
        assertEquals("", joined.err());
        assertTrue(Files.exists(folder.resolve("all/report.html")));
        words[6] = path("plain");
        Ran plain = Ran.marrow(
                Stream.concat(Stream.of(words), Stream.of("--no-report")).toArray(String[]::new));
        assertEquals(joined, plain);
        assertTrue(Files.notExists(folder.resolve("plain/report.html")));
        assertTrue(Files.exists(folder.resolve("plain/summary.json")));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void a_shard_without_blocks_is_said() {
        Ran empty = run("part", 256, "--shard", "2/2");
        assertEquals(0, empty.code());
        assertEquals(
                "marrow: no trials are in " + folder.resolve("part")
                        + ": 256 trials are fewer blocks of 256 than there are shards\n",
                empty.err());
    }

    @Test
    void parts_that_do_not_belong_together_are_refused() {
        run("one", 300, "--shard", "1/2");
        run("two", 300, "--shard", "2/2", "--set", "hr=0.7");
        Ran joined = Ran.marrow(
                "merge",
                folder.resolve("one").toString(),
                folder.resolve("two").toString(),
                "--out",
                folder.resolve("all").toString());
        assertEquals(2, joined.code());
        assertTrue(joined.err().contains("two holds trials of another scenario than"), joined.err());
        Ran nothing = Ran.marrow(
                "merge", folder.toString(), "--out", folder.resolve("all").toString());
        assertEquals(2, nothing.code());
        assertEquals(
                "marrow: cannot join the parts: " + folder + ": there is no scenario.resolved.yaml in it\n",
                nothing.err());
        Ran nowhere = Ran.marrow(
                "merge", folder + "/nofolder", "--out", folder.resolve("all").toString());
        assertEquals(
                "marrow: cannot join the parts: " + folder + "/nofolder: there is no such folder\n", nowhere.err());
    }

    @Test
    void what_is_no_shard_is_refused() {
        assertTrue(run("out", 300, "--shard", "0/4").err().contains("of 4 shards there is no number 0"));
        assertTrue(run("out", 300, "--shard", "a").err().contains("a shard is 3/16, the third of sixteen, not 'a'"));
        assertTrue(Ran.marrow("run", file, "--shard", "1/4").err().contains("--shard needs --out"));
        assertTrue(run("out", 300, "--shard", "1/4", "--precision", "power=0.1")
                .err()
                .contains("a shard cannot know when all shards together are precise enough"));
    }

    @Test
    void a_run_ends_when_it_is_precise_enough_for_any_number_of_threads() {
        Ran one = Ran.marrow("run", file, "-q", "--truth", "expected", "--precision", "power=0.012", "--threads", "1");
        assertEquals(0, one.code(), one.err());
        assertTrue(one.out().contains(" of at most 1,000,000 trials: precise enough.\n"), one.out());
        assertFalse(one.out().contains("interrupted"), one.out());
        for (String threads : List.of("2", "3", "8")) {
            Ran more = Ran.marrow(
                    "run", file, "-q", "--truth", "expected", "--precision", "power=0.012", "--threads", threads);
            assertEquals(one.out(), more.out());
        }
        Ran most = Ran.marrow("run", file, "-q", "--precision", "power=0.0001", "--replicates", "1500");
        assertEquals(3, most.code());
        assertTrue(
                most.err().contains("1500 trials under expected are not enough for the precision asked for"),
                most.err());
        Ran decided =
                Ran.marrow("run", file, "-q", "--truth", "expected", "--precision", "power>=0.01", "--format", "csv");
        assertEquals(0, decided.code(), decided.err());
        assertTrue(decided.out().contains("expected"), decided.out());
        assertTrue(Ran.marrow("run", file, "--precision", "power~1")
                .err()
                .contains("a precision is power=0.002 or power>=0.8, not 'power~1'"));
    }

    /** Of an endpoint, of the trial; a name that nothing has is refused, on the command line and in the scenario. */
    @Test
    void a_precision_is_of_what_the_results_tell() throws IOException {
        for (String goal : List.of("duration_days=0.01", "enrolled>=30", "survival_1y_control=0.0001")) {
            Ran most = Ran.marrow("run", file, "-q", "--precision", goal, "--replicates", "1500");
            boolean met = goal.startsWith("enrolled");
            assertEquals(met ? 0 : 3, most.code(), goal + most.err());
        }
        Ran typo = Ran.marrow("run", file, "-q", "--precision", "powr=0.01");
        assertEquals(2, typo.code());
        assertTrue(typo.err().contains("--precision: no truth tells a metric 'powr'; did you mean power?"), typo.err());
        assertTrue(Ran.marrow("sweep", file, "-q", "--vary", "hr=0.4,0.6", "--precision", "coverag=0.01")
                .err()
                .contains("--precision: no truth tells a metric 'coverag'; did you mean coverage?"));
        Ran error = Ran.marrow("run", file, "-q", "--truth", "expected", "--precision", "type_1_error=0.01");
        assertEquals(2, error.code());
        assertTrue(error.err().contains("no truth tells a metric 'type_1_error'"), error.err());
        String text = Files.readString(Path.of(file));
        Path written = Files.writeString(
                folder.resolve("written.yaml"), text.replace("run: {", "run: {precision: [powr=0.01], "));
        Ran ran = Ran.marrow("validate", written.toString());
        assertEquals(2, ran.code(), ran.out());
        assertTrue(
                ran.err()
                        .matches(
                                "(?s).*written.yaml:\\d+:\\d+: no truth tells a metric 'powr'; did you mean power\\?\n.*"),
                ran.err());
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

    /** kill -9 at random moments of a run, which each time goes on from there: the bytes are those of a run that nobody killed. */
    private void killed(int times) throws IOException, InterruptedException {
        int replicates = 20_000;
        run("whole", replicates);
        Child child = Child.of(
                "run",
                file,
                "--quiet",
                "--replicates",
                Integer.toString(replicates),
                "--out",
                folder.resolve("killed").toString());
        assertEquals(0, child.killedAndResumed(times, () -> run("killed", 1, "--fresh")));
        assertSame("whole", "killed");
    }

    /** A file may grow no further than 8 KiB, as on a full disk: it is said, and what was finished before is whole. */
    @Test
    void a_full_disk_is_said_and_leaves_earlier_blocks_whole() throws IOException, InterruptedException {
        Ran whole = run("whole", 5000);
        Path err = folder.resolve("err");
        int code = Child.of(
                        "run",
                        file,
                        "--quiet",
                        "--replicates",
                        "5000",
                        "--out",
                        folder.resolve("full").toString())
                .onAFullDisk(err);
        assertEquals(6, code, Files.readString(err));
        assertEquals("marrow: cannot write to " + folder.resolve("full") + ": File too large\n", Files.readString(err));
        assertTrue(Files.size(folder.resolve("full/blocks/expected.blocks")) > 4000);
        assertEquals(whole.out(), run("full", 5000).out());
    }
}
