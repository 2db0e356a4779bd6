package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** `marrow run`: what it prints and writes, and what it says when it cannot. */
class RunTest {
    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write_the_scenario() throws IOException {
        file = SmallTrial.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1234567890123456789", "x"})
    void a_seed_that_no_scenario_could_have_is_refused_at_the_door(String seed) {
        Path out = folder.resolve("out");
        for (String command : List.of("run", "sweep")) {
            Ran ran = Ran.marrow(command, file, "--seed", seed, "--out", out.toString());
            assertEquals(2, ran.code());
            assertTrue(
                    ran.err().contains("a seed is a whole number of at most 18 digits, not '" + seed + "'"), ran.err());
        }
        assertFalse(Files.exists(out), "nothing written");
    }

    @Test
    void the_table_says_what_was_asked_and_what_each_truth_came_to() {
        Ran ran = Ran.marrow("run", file, "--replicates", "300");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(
                ran.out()
                        .startsWith(
                                "small: A small trial\n24 patients, arms control, blinatumomab; seed 7\n  primary  Kaplan-Meier"),
                ran.out());
        assertTrue(ran.out().contains("\nTruth expected (alternative). 300 trials.\n"), ran.out());
        assertTrue(ran.out().contains("\nTruth null (null); hr = 1; EFS at 1 y is 50 %"), ran.out());
        assertTrue(ran.out().contains("power, %") && ran.out().contains("type I, %"));
        assertTrue(ran.out().contains("lost to follow-up"));
        ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ngs-mrd-pediatric",
                "haplo-conditioning-31",
                "post-hsct-maintenance",
                "relapse-dli",
                "short-course-rr"
            })
    void the_table_of_a_study_fits_80_columns(String study) throws IOException {
        Ran ran = Ran.marrow("run", quick(study), "--replicates", "20", "--truth", "expected");
        assertEquals(0, ran.code(), ran.err());
        ran.out().lines().forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= 80, line));
    }

    @Test
    void json_has_every_metric_with_its_error_and_csv_has_the_same_numbers() throws IOException {
        Ran json = Ran.marrow("run", file, "--format", "json", "--replicates", "300");
        Ran csv = Ran.marrow("run", file, "--format", "csv", "--replicates", "300");
        assertEquals("", json.err() + csv.err());
        Set<String> metrics = new TreeSet<>();
        try (JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json.out())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                    metrics.add(parser.currentName());
                }
            }
        }
        assertTrue(
                metrics.containsAll(List.of(
                        "expected",
                        "null",
                        "power",
                        "type_1_error",
                        "coverage",
                        "model_se",
                        "duration_days",
                        "lost",
                        "failed",
                        "value",
                        "mcse",
                        "lower",
                        "upper")),
                metrics.toString());
        List<String> lines = csv.out().lines().toList();
        assertEquals("scenario,truth,role,of,name,metric,value,mcse,lower,upper", lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            assertEquals(10, fields.length, line);
            assertTrue(metrics.contains(fields[5]), line);
            if (!fields[6].equals("NaN")) {
                assertTrue(json.out().contains("\"value\": " + fields[6]), line);
            }
        }
    }

    @Test
    void a_folder_gets_every_file_and_the_manifest_their_hashes() throws Exception {
        Path out = folder.resolve("deep/results");
        Ran ran = Ran.marrow("run", file, "--replicates", "300", "--format", "json", "--out", out.toString());
        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                Set.of(
                        "manifest.json",
                        "scenario.resolved.yaml",
                        "summary.json",
                        "operating-characteristics.csv",
                        "report.json",
                        "report.html",
                        "blocks"),
                namesIn(out));
        assertEquals(ran.out(), Files.readString(out.resolve("summary.json")));
        String manifest = Files.readString(out.resolve("manifest.json"));
        for (String name : List.of(
                "scenario.resolved.yaml",
                "summary.json",
                "operating-characteristics.csv",
                "report.json",
                "report.html")) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(out.resolve(name)));
            assertTrue(manifest.contains("\"" + name + "\": \"" + HexFormat.of().formatHex(hash) + "\""), manifest);
        }
        assertTrue(manifest.contains("\"seed\": 7") && manifest.contains("\"replicates\": 300"), manifest);
    }

    @Test
    void the_resolved_scenario_runs_to_the_same_summary() throws IOException {
        for (String scenario : List.of(file, quick("haplo-conditioning-31"))) {
            Path out = folder.resolve("first " + Path.of(scenario).getFileName());
            Path again = folder.resolve("again " + Path.of(scenario).getFileName());
            String[] set = scenario.equals(file) ? new String[] {"--set", "relapse-1y=30 %"} : new String[0];
            Ran first = run(scenario, out, set);
            Ran second = run(out.resolve("scenario.resolved.yaml").toString(), again);
            assertEquals("", first.err() + second.err());
            assertEquals(first.out(), second.out());
            for (String name :
                    List.of("summary.json", "operating-characteristics.csv", "scenario.resolved.yaml", "report.html")) {
                assertEquals(Files.readString(out.resolve(name)), Files.readString(again.resolve(name)), name);
            }
        }
    }

    private static Ran run(String scenario, Path out, String... more) {
        return Ran.marrow(Stream.concat(
                        Stream.of("run", scenario, "--replicates", "100", "--truth", "null", "--out", out.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void a_truth_alone_has_the_numbers_it_has_among_the_others() {
        String all = Ran.marrow("run", file, "--replicates", "200", "--format", "csv")
                .out();
        String one = Ran.marrow("run", file, "--replicates", "200", "--format", "csv", "--truth", "null")
                .out();
        assertEquals(
                all.lines().filter(line -> line.startsWith("small,null,")).toList(),
                one.lines().skip(1).toList());
    }

    @Test
    void quiet_says_nothing_but_the_result() {
        Ran ran = Ran.marrow("run", file, "--replicates", "100", "--set", "relapse-1y=61 %", "--quiet");
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
    }

    @Test
    void refusals_are_one_line_and_nothing_is_written() throws IOException {
        assertRefused("there is no truth 'nul': there are expected, null", "--truth", "nul");
        assertRefused("--truth names no truth: there are expected, null", "--truth", ",");
        assertRefused("--replicates is at least 1, and this is 0", "--replicates", "0");
        assertRefused(
                "--replicates is at most 2000000000, and this is 9223372036854775807",
                "--replicates",
                "9223372036854775807");
        assertRefused("--replicates is at most 2000000000, and this is 2000000001", "--replicates", "2000000001");
        assertRefused("--replicate is a number from 0 on, and this is -1", "--replicate", "-1");
        assertRefused(
                "--replicate is one trial alone, and --out is for the results of all of them", "--replicate", "3");
        assertRefused("--threads is at least 1, and this is 0", "--threads", "0");
        assertRefused("for option '--replicates'", "--replicates", "many");
        assertRefused("for option '--format'", "--format", "xml");
        assertRefused("there is no parameter 'hrr'", "--set", "hrr=1");
        assertRefused("must lie strictly between 0 and 1", "--set", "relapse-1y=0 %");
    }

    @Test
    void one_trial_alone_is_not_so_many() {
        for (String how : List.of("--replicates=10", "--precision=power=0.1")) {
            Ran ran = Ran.marrow("run", file, "--replicate", "3", how);
            assertEquals(2, ran.code());
            assertTrue(
                    ran.err()
                            .startsWith(
                                    "marrow: --replicate is one trial alone, and --replicates and --precision say how many there are"),
                    ran.err());
        }
    }

    /** At the line of the truth, not at a --set that nobody gave. */
    @Test
    void a_truth_that_cannot_be_read_is_refused_where_it_is_written() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), SmallTrial.YAML.replace("set: {hr: 1}", "set: {hr: 100 d}"));
        Ran ran = Ran.marrow("run", file, "--truth", "null");
        assertEquals(2, ran.code());
        assertTrue(
                ran.err().matches("(?s)\\S+small\\.yaml:\\d+:\\d+: 100 d is a time, and the value, 0.6, is a number\n"),
                ran.err());
    }

    @Test
    void a_folder_is_named() {
        Ran unnamed = Ran.marrow("run", file, "--out=");
        assertEquals(2, unnamed.code());
        assertTrue(unnamed.err().contains("this is empty; the folder you are in is '.'"), unnamed.err());
        Ran anew = Ran.marrow("run", file, "--fresh");
        assertEquals(2, anew.code());
        assertTrue(anew.err().contains("--fresh needs --out"), anew.err());
    }

    private void assertRefused(String why, String... more) throws IOException {
        Path out = folder.resolve("refused");
        String[] arguments = Stream.concat(Stream.of("run", file, "--out", out.toString()), Stream.of(more))
                .toArray(String[]::new);
        Ran ran = Ran.marrow(arguments);
        assertEquals(2, ran.code(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains(why), ran.err());
        assertFalse(ran.err().contains("Exception") || ran.err().contains("\tat "), ran.err());
        assertFalse(Files.exists(out) && !namesIn(out).isEmpty(), "something was written");
    }

    @Test
    void a_scenario_without_a_trial_has_nothing_to_run() {
        assertEquals(
                new Ran("", "docs/after-transplant.yaml: this scenario has no 'trial' to run\n", 2),
                Ran.marrow("run", "docs/after-transplant.yaml"));
    }

    /** What a truth sets may stand in what it is to make true: in the target, and in the visits of the endpoint. */
    @Test
    void a_truth_is_made_true_with_the_values_that_it_sets() throws IOException {
        String yaml = SmallTrial.YAML.replace("tracks:\n", """
                          goal: {value: 50 %, plausible: [10 %, 90 %], evidence: assumption, source: test}
                          gap: {value: 30 d, plausible: [1 d, 200 d], evidence: assumption, source: test}
                        tracks:
                        """).replace("every: 30 d", "every: $gap");
        JsonNode set =
                tilt(yaml.replace("{hr: 1}", "{hr: 1, goal: 70 %, gap: 180 d}").replace("1 y: 50 %}}", "1 y: $goal}}"));
        JsonNode written = tilt(yaml.replace("1 y: 50 %}}", "1 y: 70 %}}").replace("value: 30 d", "value: 180 d"));
        assertEquals(0.7, set.get("target").asDouble());
        assertEquals(written, set);
    }

    private JsonNode tilt(String yaml) throws IOException {
        Files.writeString(folder.resolve("small.yaml"), yaml);
        Ran ran = Ran.marrow("run", file, "--replicates", "10", "--truth", "null", "--quiet", "--format", "json");
        assertEquals(0, ran.code(), ran.err());
        return JsonMapper.shared().readTree(ran.out()).at("/truths/null/tilt");
    }

    @Test
    void a_truth_that_cannot_be_made_true_is_refused() throws IOException {
        Files.writeString(
                folder.resolve("small.yaml"), SmallTrial.YAML.replace("EFS at 1 y: 50 %", "EFS at 1 y: 99 %"));
        Ran ran = Ran.marrow("run", file, "--replicates", "100", "--truth", "null");
        assertEquals(2, ran.code());
        assertTrue(
                ran.err()
                        .matches(
                                "(?s)\\S+small\\.yaml:\\d+:\\d+: truth null, EFS at 1 y: no factor on relapse makes this hold: "
                                        + "with factors from 0\\.0001 to 10000 it lies between 0\\.\\d{1,4} and 0\\.\\d{1,4}\n"),
                ran.err());
    }

    @Test
    void a_journey_that_never_moves_on_ends_the_run_and_shows_the_patient() throws IOException {
        Files.writeString(
                folder.resolve("small.yaml"),
                SmallTrial.YAML.replace("{uniform: [20 d, 40 d]}", "{uniform: [0 d, 0.0000000001 d]}"));
        Ran ran = Ran.marrow("run", file, "--replicates", "100");
        assertEquals(2, ran.code(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("clocks ring for ever without time passing"), ran.err());
        String see = ran.err()
                .lines()
                .filter(line -> line.startsWith("See all: marrow "))
                .findFirst()
                .orElseThrow();
        Ran trace = Ran.marrow(see.substring("See all: marrow ".length()).split(" "));
        assertTrue(trace.err().contains("clocks ring for ever without time passing"), trace.err());
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused_before_anything_is_simulated() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        assertEquals(
                new Ran("", "marrow: cannot write to " + taken + ": this is a file, not a folder\n", 6),
                Ran.marrow("run", file, "--replicates", "100000000", "--out", taken.toString()));
        Path under = taken.resolve("results");
        Ran ran = Ran.marrow("run", file, "--replicates", "100000000", "--out", under.toString());
        assertEquals(6, ran.code());
        assertTrue(ran.err().startsWith("marrow: cannot write to " + under + ": "), ran.err());
    }

    @Test
    void a_full_disk_is_told() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a disk that is always full");
        try (OutputStream out = new FileOutputStream(full.toFile())) {
            Ran ran = Ran.into(out, "run", file, "--replicates", "100");
            assertEquals(6, ran.code());
            assertEquals("marrow: cannot write the output: No space left on device\n", ran.err());
        }
    }

    @Test
    void one_trial_alone_is_the_trial_it_is_among_the_others() {
        Ran first = Ran.marrow("run", file, "--replicates", "1", "--format", "csv", "--truth", "expected");
        Ran alone = Ran.marrow("run", file, "--replicate", "0", "--format", "csv", "--truth", "expected");
        assertEquals(first, alone);
        Ran other = Ran.marrow("run", file, "--replicate", "1", "--format", "csv", "--truth", "expected");
        assertEquals(0, other.code());
        assertFalse(other.out().equals(first.out()));
    }

    @Test
    void every_number_of_threads_writes_the_same_bytes() throws IOException {
        assertSameBytes(file, "700");
        assertSameBytes(quick("haplo-conditioning-31"), "600");
    }

    private void assertSameBytes(String scenario, String replicates) throws IOException {
        String expected = null;
        for (String threads : List.of("1", "2", "3", "8")) {
            Path out = folder.resolve(threads + " threads " + replicates);
            Ran ran = Ran.marrow(
                    "run",
                    scenario,
                    "--truth",
                    "null",
                    "--replicates",
                    replicates,
                    "--threads",
                    threads,
                    "--format",
                    "json",
                    "--out",
                    out.toString());
            StringBuilder written = new StringBuilder(ran.out());
            for (String name : namesIn(out)) {
                if (!name.equals("manifest.json") && !name.equals("blocks")) {
                    written.append(Files.readString(out.resolve(name), StandardCharsets.UTF_8));
                }
            }
            expected = expected == null ? written.toString() : expected;
            assertTrue(expected.contentEquals(written), threads + " threads");
        }
    }

    /** A study whose true values are found from fewer patients. */
    private String quick(String study) throws IOException {
        Path copies = folder.resolve("scenarios");
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            for (Path each :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Path copy = copies.resolve(Path.of("scenarios").relativize(each));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(each).replace("\nrun: {", "\nrun: {cohort: 2000, "));
            }
        }
        return copies.resolve(study + ".yaml").toString();
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(
                    files.map(path -> path.getFileName().toString()).toList());
        }
    }
}
