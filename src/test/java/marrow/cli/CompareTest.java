package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import marrow.cli.folder.Manifest;
import marrow.scenario.DoseTrial;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `marrow compare`: what was planted is found and named, and what cannot be compared is said. */
class CompareTest {
    @TempDir
    private Path folder;

    private String file;
    private String kept;

    @BeforeEach
    void keep_a_run() throws IOException {
        file = SmallTrial.in(folder);
        kept = run(file, "kept");
    }

    private String run(String scenario, String out, String... more) {
        return run(300, scenario, out, more);
    }

    private String run(int trials, String scenario, String out, String... more) {
        List<String> words = new ArrayList<>(List.of("run", scenario, "--quiet", "--out"));
        words.addAll(List.of(folder.resolve(out).toString(), "--replicates", Integer.toString(trials)));
        words.addAll(List.of(more));
        Ran ran = Ran.marrow(words.toArray(String[]::new));
        assertEquals(0, ran.code(), ran.err());
        return folder.resolve(out).toString();
    }

    private static Ran compare(String... words) {
        List<String> all = new ArrayList<>(List.of("compare", "--quiet"));
        all.addAll(List.of(words));
        return Ran.marrow(all.toArray(String[]::new));
    }

    private String planted(String old, String changed) throws IOException {
        assertTrue(SmallTrial.YAML.contains(old), old);
        return Files.writeString(folder.resolve("planted.yaml"), SmallTrial.YAML.replace(old, changed))
                .toString();
    }

    @Test
    void a_folder_is_the_same_as_itself_and_as_a_run_of_its_scenario() {
        String same = "\n\nThe same, to the last byte.\n";
        Ran itself = compare(kept, kept);
        assertEquals(new Ran("A  " + kept + "\nB  " + kept + same, "", 0), itself);
        Ran now = compare(kept, file, "--threads", "3");
        assertEquals(new Ran("A  " + kept + "\nB  " + file + ", run now" + same, "", 0), now);
        assertEquals(0, compare(kept, kept + "/scenario.resolved.yaml").code());
    }

    /** The hazard of death multiplied by 1.001: no number moves that a test would see, but a life does. */
    @Test
    void a_planted_thousandth_is_found_with_its_clock() throws IOException {
        String other = planted(
                "by: 1 y, beside: [relapse]}, then: {vital: dead}}",
                "by: 1 y, beside: [relapse]}, then: {vital: dead}, times: [{when: {vital: alive}, by: 1.001}]}");
        Ran found = compare(kept, other);
        assertEquals(4, found.code(), found.err());
        assertTrue(found.out().contains("\n\nThey differ. Their trials have the same seed"), found.out());
        assertTrue(found.out().contains(" 0 changed clearly and "), found.out());
        assertSays(
                "First trial that differs: truth expected, trial \\d+ Patient \\d+, arm \\w+: the lives part at death, day [0-9.]+, after \\d+ events? alike. "
                        + "A day [0-9.]+ death vital: alive → dead B day [0-9.]+ death vital: alive → dead "
                        + "marrow trace \\S+/kept/scenario.resolved.yaml --replicate \\d+ --patient \\d+ "
                        + "marrow trace \\S+/planted.yaml --replicate \\d+ --patient \\d+",
                found);
        found.out()
                .lines()
                .filter(line -> !line.contains(folder.toString()))
                .forEach(line -> assertTrue(line.length() <= 80, line));
        assertEquals(0, compare(kept, other, "--by", "metrics").code(), "no metric has changed clearly");
    }

    /** They part at the dose at which the scenarios differ, long before somebody comes on another day for it. */
    @Test
    void lives_are_compared_at_the_dose_that_was_given() throws IOException {
        String before = run(20, DoseTrial.in(folder, 4), "before");
        Ran found = compare(before, DoseTrial.in(folder, 8));
        assertEquals(4, found.code(), found.err());
        assertSays("Patient 3, arm all: the lives part at death", found);
    }

    @Test
    void the_traces_can_be_copied_where_a_folder_has_a_blank() throws IOException {
        String before = run(20, file, "be fore");
        Ran found = compare(before, planted("reaches: 10 %, by: 1 y", "reaches: 20 %, by: 1 y"));
        assertTrue(found.out().contains("\n  marrow trace '" + before + "/scenario.resolved.yaml' --rep"), found.out());
        assertEquals(
                "'a b.yaml' --set p0=1/2 --set 'p1=5 %' --seed 7",
                new RunNow(Path.of("a b.yaml"), new TreeMap<>(Map.of("p1", "5 %", "p0", "1/2")), 7L).words());
    }

    /** Both traces show what the comparison says. */
    @Test
    void the_traces_that_are_named_show_the_two_lives() throws IOException {
        Ran found = compare(kept, planted("reaches: 10 %, by: 1 y", "reaches: 10.01 %, by: 1 y"));
        List<String> traces = found.out()
                .lines()
                .filter(line -> line.startsWith("  marrow trace "))
                .map(line -> Ran.marrow(
                                line.strip().substring("marrow ".length()).split(" "))
                        .out())
                .toList();
        List<String> days = found.out()
                .lines()
                .filter(line -> line.matches("    [AB]\\s+day .*"))
                .map(line -> line.replaceFirst(".*day (\\d+\\.\\d).*", "$1"))
                .toList();
        assertEquals(2, traces.size(), found.out());
        for (int i = 0; i < 2; i++) {
            double day = Double.parseDouble(days.get(i));
            assertTrue(
                    traces.get(i).contains(days.get(i)) || traces.get(i).contains(String.format("%.1f", day + 0.1)),
                    traces.get(i));
        }
    }

    /** Two clocks that ring at one instant in some patients: which of them is declared first decides. */
    @Test
    void a_swapped_order_is_found_with_both_clocks() throws IOException {
        String swap = """
                  stopped: {while: {vital: alive, course: running}, after: 28 d, chance: 3 %, then: {course: stopped}}
                  finished: {while: {vital: alive, course: running}, after: 28 d, then: {course: finished}}
                """;
        List<String> lines = swap.lines().toList();
        String old = "            visit: ".strip();
        String with = SmallTrial.YAML
                .replace("  vital: [alive, dead]\n", "  vital: [alive, dead]\n  course: [running, stopped, finished]\n")
                .replace(
                        "  visits: {count: visit}\n",
                        "  visits: {count: visit}\n  done: {reached: finished, failing: death, by: 100 d}\n");
        String first = with.replace("  " + old, lines.get(0) + "\n" + lines.get(1) + "\n  " + old);
        String second = with.replace("  " + old, lines.get(1) + "\n" + lines.get(0) + "\n  " + old);
        String one = run(Files.writeString(folder.resolve("one.yaml"), first).toString(), "one");
        Ran found = compare(
                one, Files.writeString(folder.resolve("other.yaml"), second).toString());
        assertEquals(4, found.code(), found.err());
        assertSays(
                ": the lives part at stopped, day 28.0, after \\d+ events? alike. A day 28.0000 stopped course: running → stopped "
                        + "B day 28.0000 finished course: running → finished",
                found);
    }

    /** Whatever the breaks of lines. */
    private static void assertSays(String pattern, Ran ran) {
        String said = ran.out().replaceAll("\\s+", " ");
        assertTrue(Pattern.compile(pattern).matcher(said).find(), ran.out());
    }

    @Test
    void other_seeds_have_chance_between_them() {
        Ran other = compare(kept, file, "--seed", "8");
        assertEquals(0, other.code(), other.out());
        assertTrue(other.out().contains("They do not differ. Their trials have other seeds"), other.out());
        assertFalse(other.out().contains("First trial that differs"), other.out());
        Ran trials = compare(kept, file, "--seed", "8", "--set", "relapse-1y=55 %");
        assertEquals(4, trials.code(), "a large change is seen through chance");
        assertTrue(trials.out().contains("\nChanged\n"), trials.out());
    }

    /** One trial tells means without an error, so nothing can be said of their difference. */
    @Test
    void what_has_no_error_is_not_tested() {
        String one = run(1, file, "one", "--seed", "1");
        String other = run(1, file, "other", "--seed", "2");
        Ran ran = compare(one, other);
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains(" differ and cannot be tested."), ran.out());
        assertTrue(ran.out().contains("\nOther numbers, not tested\n"), ran.out());
        assertTrue(compare(one, other, "--format", "json").out().contains("\"verdict\": \"not_tested\""), ran.out());
        assertEquals(4, compare(one, other, "--by", "trials").code());
    }

    /** Without the kept blocks it is still known that one run has more trials than the other, and so other numbers. */
    @Test
    void more_trials_of_one_seed_are_no_difference() throws IOException {
        String more = run(600, file, "more");
        assertEquals(0, compare(kept, more).code());
        RunNow.remove(Path.of(kept, "blocks"));
        RunNow.remove(Path.of(more, "blocks"));
        Ran ran = compare(kept, more);
        assertEquals(0, ran.code(), ran.out());
    }

    /** Of a run that was precise enough before its most trials. */
    @Test
    void a_scenario_is_run_with_the_trials_that_were_made() throws IOException {
        String precise = run(5000, file, "precise", "--truth", "expected", "--precision", "power=0.1");
        Path now = folder.resolve("now");
        Ran ran = compare(precise, file, "--out", now.toString());
        assertEquals(0, ran.code(), ran.out() + ran.err());
        assertEquals(1024, Manifest.of(now).replicates());
        assertEquals(5000, Manifest.of(Path.of(precise)).replicates());
        assertEquals(1024, Manifest.of(Path.of(precise)).done("expected"));
    }

    @Test
    void a_tolerance_lets_a_metric_move() {
        String[] words = {kept, file, "--by", "metrics", "--set", "trial.patients=25"};
        Ran strict = compare(words);
        assertEquals(4, strict.code());
        assertTrue(strict.out().contains(" enrolled "), strict.out());
        List<String> more = new ArrayList<>(List.of(words));
        more.addAll(List.of("--tolerance", "enrolled=1"));
        Ran tolerant = compare(more.toArray(String[]::new));
        assertFalse(tolerant.out().contains(" enrolled "), tolerant.out());
    }

    @Test
    void patients_answers_and_truths_that_differ_are_told() throws IOException {
        assertTrue(compare(kept, file, "--set", "trial.patients=25")
                .out()
                .contains("truth expected, trial 0\n  Patient 24, patients of the trial: 24 in A, 25 in B.\n"));
        assertTrue(compare(kept, planted("by: [sex]", "by: [treatment]")).code() != 0);
        Ran level = compare(
                kept,
                planted("at: 1 y, null: 50 %, alpha: 0.05}}\n  exact", "at: 1 y, null: 50 %, alpha: 0.2}}\n  exact"));
        assertTrue(
                level.out()
                        .replaceAll("\\s+", " ")
                        .contains("All its patients come and live alike. What is made of them is not: primary "),
                level.out());
        Ran alone = compare(kept, run(file, "one-truth", "--truth", "null"));
        assertEquals(4, alone.code());
        assertTrue(alone.out().contains("\nIn one alone\n  expected  duration_days"), alone.out());
    }

    /** The kept trials of one folder are those of another program, as if an older version had made them. */
    @Test
    void trials_that_this_version_does_not_make_are_said_to_be_such() throws Exception {
        Path other = Path.of(run(file, "other", "--seed", "8"));
        String resolved = Files.readString(Path.of(kept, "scenario.resolved.yaml"));
        String manifest = Files.readString(other.resolve("manifest.json"));
        String was = Manifest.sha256(Files.readAllBytes(other.resolve("scenario.resolved.yaml")));
        Files.writeString(other.resolve("scenario.resolved.yaml"), resolved);
        Files.writeString(
                other.resolve("manifest.json"),
                manifest.replace(was, Manifest.sha256(resolved.getBytes(StandardCharsets.UTF_8)))
                        .replace("\"seed\": 8", "\"seed\": 7"));
        Ran found = compare(kept, other.toString());
        assertEquals(4, found.code(), found.err());
        String said = found.out().replaceAll("\\s+", " ");
        assertTrue(said.contains("First trial that differs: truth expected, among trials 0 to 255"), said);
        assertTrue(
                said.contains(
                        "from its scenario this version of Marrow makes other trials than are kept in " + other + "."),
                said);
        assertTrue(said.contains("From both scenarios this version makes the same."), said);
    }

    @Test
    void a_name_as_long_as_a_hash_is_a_name() throws IOException {
        Path named = Files.writeString(
                folder.resolve("named.yaml"),
                SmallTrial.YAML.replace("scenario: small", "scenario: " + "n".repeat(64)));
        String run = run(named.toString(), "named");
        assertEquals(0, compare(run, run).code());
    }

    @Test
    void what_cannot_be_compared_is_refused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(
                "cannot compare " + empty + ": it holds no results: there is no manifest.json in it",
                kept,
                empty.toString());
        assertRefused(
                "cannot compare " + folder.resolve("kep") + ": there is no such folder",
                folder.resolve("kep").toString(),
                kept);
        assertRefused("cannot compare " + file + ": it is no folder", file, kept);
        assertRefused(
                "there is no such folder", kept, folder.resolve("smal.yaml").toString());
        assertRefused("--set, --seed and --out are for a scenario that is run now", kept, kept, "--seed", "3");
        assertRefused("alpha", kept, kept, "--alpha", "1.5");
        assertRefused("the tolerance of power", kept, kept, "--tolerance", "power=-1");
        assertRefused(
                "--tolerance: no truth tells a metric 'powr'; did you mean power?",
                kept,
                kept,
                "--tolerance",
                "powr=0.5");
        assertRefused("Invalid value for option '--by'", kept, kept, "--by", "luck");
        assertRefused("there is no parameter 'hrr'", kept, file, "--set", "hrr=1");
        assertRefused("Missing required parameter", kept);
    }

    private static void assertRefused(String why, String... words) {
        Ran ran = compare(words);
        assertEquals(2, ran.code(), ran.out());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains(why), ran.err());
        assertFalse(ran.err().contains("Exception") || ran.err().contains("\tat "), ran.err());
    }

    @Test
    void damage_is_said() throws IOException {
        Path csv = Path.of(kept, "operating-characteristics.csv");
        String text = Files.readString(csv);
        Files.writeString(csv, text.replace("expected,", "expectad,"));
        assertRefused("it is damaged: operating-characteristics.csv is not the file that was written", kept, file);
        Files.writeString(csv, text);
        try (RandomAccessFile blocks = new RandomAccessFile(kept + "/blocks/expected.blocks", "rw")) {
            blocks.seek(200);
            blocks.write(0x55);
        }
        Ran found = compare(kept, file, "--set", "hr=0.61");
        assertEquals(4, found.code());
        assertEquals(
                "marrow: 1 damaged block of trials in " + kept + "/blocks/expected.blocks is left out\n", found.err());
        assertTrue(
                found.out().contains("\nFirst trial that differs: truth expected, trial "), "the next block is whole");
    }

    @Test
    void json_has_the_same() throws IOException {
        Ran same = compare(kept, kept, "--format", "json");
        assertTrue(same.out().contains("\"identical\": true") && same.out().contains("\"differs\": false"), same.out());
        Ran found = compare(kept, file, "--set", "relapse-1y=41 %", "--format", "json");
        assertEquals(4, found.code());
        for (String part :
                List.of("\"judge\": \"trials\"", "\"clock\": \"relapse\"", "\"parting\": {", "\"p_adjusted\": ")) {
            assertTrue(found.out().contains(part), part);
        }
    }

    @Test
    void a_run_made_now_may_be_kept() {
        Path out = folder.resolve("now");
        assertEquals(0, compare(kept, file, "--out", out.toString()).code());
        assertEquals(0, compare(kept, out.toString()).code());
    }
}
