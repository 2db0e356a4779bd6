package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import marrow.JsonSchema;
import marrow.scenario.DoseTrial;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** `marrow export`: the numbers of the run, the form that was promised, and text that stays text. */
class ExportTest {
    /** Ours, from the tables of the specification; and CDISC's, which is not ours to copy, where a developer names his copy by {@code -Dmarrow.cdisc=FILE}. */
    private static final List<Path> DATASET_JSON = Stream.of(
                    "src/test/resources/marrow/export/dataset-json-1.1.schema.json", System.getProperty("marrow.cdisc"))
            .filter(Objects::nonNull)
            .map(Path::of)
            .toList();

    private static final List<String> SETS = List.of("adsl", "adtte", "adrs", "adae", "adex");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write_the_scenario() throws IOException {
        file = SmallTrial.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20 y", "20"})
    void an_age_is_in_years_where_it_is_a_time_and_else_as_it_stands(String age) throws IOException {
        Path aged = Files.writeString(
                folder.resolve("aged.yaml"),
                SmallTrial.YAML.replace(
                        "tracks:\n",
                        "population:\n  age: {uniform: [" + age + ", " + age.replace("20", "40")
                                + "], evidence: assumption, source: test}\ntracks:\n"));
        Path out = folder.resolve("aged");
        Ran ran = Ran.marrow("export", aged.toString(), "--out", out.toString());
        assertEquals(0, ran.code(), ran.err());
        for (Map<String, String> subject : rows(out.resolve("adsl.csv"))) {
            assertEquals(30, number(subject, "AGE"), 10);
            assertEquals(age.endsWith("y") ? "YEARS" : "", subject.get("AGEU"));
        }
    }

    /** Version 5 of the SAS transport format has 40 bytes for each. */
    @Test
    void labels_fit_into_a_transport_file_and_no_two_are_alike() throws IOException {
        String fact = "a-fact-of-a-name-that-is-far-longer-than-a-label-of-";
        String drawn = ": {uniform: [1, 2], evidence: assumption, source: test}\n";
        Path named = Files.writeString(
                folder.resolve("named.yaml"),
                SmallTrial.YAML.replace(
                        "tracks:\n",
                        "population:\n  " + fact + "one" + drawn + "  " + fact + "two" + drawn + "tracks:\n"));
        Path out = folder.resolve("named");
        Ran ran = Ran.marrow("export", named.toString(), "--out", out.toString());
        assertEquals(0, ran.code(), ran.err());
        Set<String> labels = new HashSet<>();
        for (Map<String, String> variable : rows(out.resolve("variables.csv"))) {
            String label = variable.get("label");
            assertTrue(label.getBytes(StandardCharsets.UTF_8).length <= 40, label);
            assertTrue(labels.add(variable.get("dataset") + " " + label), label);
        }
        assertTrue(labels.contains("ADSL a-fact-of-a-name-that-is-far-longer-than"), labels.toString());
        assertTrue(labels.contains("ADSL a-fact-of-a-name-that-is-far-longer-th 2"), labels.toString());
    }

    /** Its parameters set and its hazards tilted: what is exported is the trial of the run, not of the scenario as it stands. */
    @ParameterizedTest
    @ValueSource(strings = {"expected", "null"})
    void findings_are_those_of_the_run_for_the_same_replicate(String truth) throws IOException {
        String rejection = truth.equals("null") ? "type_1_error" : "power";
        for (int replicate : List.of(0, 17)) {
            Path out = folder.resolve(truth + replicate);
            exported(out, "--truth", truth, "--replicate", "" + replicate);
            JsonNode run = JSON.readTree(
                    Ran.marrow("run", file, "--truth", truth, "--replicate", "" + replicate, "--format", "json")
                            .out());
            List<Map<String, String>> findings = rows(out.resolve("findings.csv"));
            assertEquals(2, findings.size());
            for (Map<String, String> found : findings) {
                JsonNode metrics = run.at("/truths/" + truth + "/analyses/" + found.get("analysis"));
                assertEquals(value(metrics, rejection), number(found, "rejects"));
                assertEquals(value(metrics, "estimate"), number(found, "estimate"));
                assertEquals(value(metrics, "model_se"), number(found, "standard_error"), 1e-15);
                assertEquals(value(metrics, "patients"), number(found, "patients"));
                assertEquals(value(metrics, "events"), number(found, "events"));
                assertEquals(number(found, "p") <= 0.05, number(found, "rejects") == 1);
            }
            JsonNode trial = run.at("/truths/" + truth + "/trial");
            assertEquals(value(trial, "enrolled"), rows(out.resolve("adsl.csv")).size());
            assertEquals(value(trial, "duration_days"), number(findings.get(0), "end_day"));
            double lost = (double) rows(out.resolve("adsl.csv")).stream()
                    .filter(one -> one.get("DCSREAS").equals("LOST TO FOLLOW-UP"))
                    .count();
            assertEquals(value(trial, "lost"), lost);
        }
    }

    /** Two looks; some of these trials are stopped at the first, some at the second, some go on to their end. */
    @Test
    void a_trial_that_was_looked_at_is_exported_as_it_ended() throws IOException {
        Set<String> stopped = new HashSet<>();
        for (int replicate = 0; replicate < 12; replicate++) {
            String number = Integer.toString(replicate);
            List<Map<String, String>> rows =
                    Csv.rows(Ran.marrow("export", "bench/t2.yaml", "--format", "csv", "--replicate", number)
                            .out());
            JsonNode run = JSON.readTree(Ran.marrow(
                            "run",
                            "bench/t2.yaml",
                            "--set",
                            "run.cohort=100",
                            "--replicate",
                            number,
                            "--format",
                            "json")
                    .out());
            for (Map<String, String> row : rows) {
                JsonNode truth = run.at("/truths/" + row.get("truth"));
                JsonNode metrics = truth.at("/analyses/" + row.get("analysis"));
                String rejection = truth.get("role").asString().equals("null") ? "type_1_error" : "power";
                assertEquals(value(metrics, rejection), number(row, "rejects"), row.toString());
                assertEquals(value(metrics, "events"), number(row, "events"), row.toString());
                assertEquals(value(truth.get("trial"), "duration_days"), number(row, "end_day"), row.toString());
                stopped.add(row.get("stopped_by"));
            }
        }
        assertEquals(2, stopped.size(), "none, and one rule: " + stopped);
    }

    @Test
    void every_patient_has_a_row_a_time_and_a_reason_why_it_ended() throws IOException {
        Path out = folder.resolve("out");
        exported(out, "--replicate", "5");
        Map<String, Integer> censored = new HashMap<>();
        for (Map<String, String> row : rows(out.resolve("adtte.csv"))) {
            String expected =
                    switch (row.get("CNSR")) {
                        case "0" -> row.get("PARAM").equals("OS") ? "death" : row.get("EVNTDESC");
                        case "1" -> "data cut";
                        case "2" -> "lost to follow-up";
                        case "3" -> "end of the longest follow-up";
                        case "11" -> "competing event: death";
                        default -> "no such code";
                    };
            assertEquals(expected, row.get("EVNTDESC"), row.toString());
            censored.merge(row.get("CNSR"), 1, Integer::sum);
        }
        assertTrue(censored.keySet().containsAll(Set.of("0", "1")), censored.toString());
        assertEquals(
                3 * 24, censored.values().stream().mapToInt(Integer::intValue).sum());
        assertEquals(24 + 24, rows(out.resolve("adrs.csv")).size(), "a response and a count each");
    }

    @Test
    void exposure_and_toxicity_are_those_of_the_lives_as_far_as_the_data_know_them() throws IOException {
        String study = "scenarios/post-hsct-maintenance.yaml";
        Path out = folder.resolve("out");
        assertEquals(0, Ran.marrow("export", study, "--out", out.toString()).code());
        Map<String, Double> given = new HashMap<>();
        Map<String, Double> until = new HashMap<>();
        rows(out.resolve("adsl.csv")).forEach(one -> until.put(one.get("USUBJID"), number(one, "SEENTO")));
        for (Map<String, String> row : rows(out.resolve("adex.csv"))) {
            assertTrue(number(row, "ASTDAY") + number(row, "ADURN") <= until.get(row.get("USUBJID")) + 1e-9);
            if (row.get("EXDOSU").equals("ug")) {
                given.merge(row.get("SUBJID"), number(row, "EXDOSTOT"), Double::sum);
            }
        }
        int compared = 0;
        for (Map<String, String> row : rows(out.resolve("adrs.csv"))) {
            if (row.get("PARAM").equals("ug") && until.get(row.get("USUBJID")) >= 1095.75) { // seen to the horizon
                assertEquals(number(row, "AVAL"), given.getOrDefault(row.get("SUBJID"), 0.0), 1e-6);
                compared++;
            }
        }
        assertTrue(compared > 20, "patients compared: " + compared);
        List<Map<String, String>> events = rows(out.resolve("adae.csv"));
        assertTrue(events.stream().anyMatch(row -> row.get("AEDECOD").equals("Cytokine release syndrome")));
        assertTrue(events.stream().anyMatch(row -> row.get("ATOXGR").equals("GRADE 3-5")));
        events.forEach(row -> assertTrue(number(row, "ASTDAY") <= until.get(row.get("USUBJID")), row.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenarios/ngs-mrd-pediatric.yaml",
                "scenarios/haplo-conditioning-31.yaml",
                "scenarios/post-hsct-maintenance.yaml",
                "scenarios/relapse-dli.yaml",
                "scenarios/short-course-rr.yaml",
                "docs/maintenance-trial.yaml"
            })
    void dataset_json_is_as_specified(String study) throws IOException {
        Path out = folder.resolve("out");
        Ran ran = Ran.marrow("export", study, "--format", "dataset-json", "--out", out.toString(), "-q");
        assertEquals(0, ran.code(), ran.err());
        for (String set : SETS) {
            String text = Files.readString(out.resolve(set + ".json"));
            assertValid(text, set);
            conforms(JSON.readTree(text));
        }
    }

    private static void assertValid(String text, String set) throws IOException {
        for (Path schema : DATASET_JSON) {
            assertEquals(List.of(), JsonSchema.in(schema).againstJson(text), set + " by " + schema);
        }
    }

    /** What the schema cannot say: rows as wide as the columns and of their types, keys that identify a row, names for transport files. */
    private static void conforms(JsonNode set) {
        JsonNode columns = set.get("columns");
        assertEquals(set.get("records").asInt(), set.get("rows").size());
        Set<String> names = new HashSet<>();
        List<Integer> keys = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            assertTrue(columns.get(k).get("name").asString().matches("[A-Z][A-Z0-9_]{0,7}"));
            assertTrue(names.add(columns.get(k).get("name").asString()), "a name twice");
            if (columns.get(k).has("keySequence")) {
                keys.add(k);
            }
        }
        boolean oneRowAKey = !Set.of("ADAE", "ADEX").contains(set.get("name").asString());
        Set<List<String>> seen = new HashSet<>();
        for (JsonNode row : set.get("rows")) {
            assertEquals(columns.size(), row.size());
            for (int k = 0; k < row.size(); k++) {
                JsonNode value = row.get(k);
                assertTrue(value.isNull() || isOf(columns.get(k), value), columns.get(k) + ": " + value);
            }
            boolean first =
                    seen.add(keys.stream().map(k -> row.get(k).asString()).toList());
            assertTrue(first || !oneRowAKey, "two rows of one key: " + row);
        }
    }

    private static boolean isOf(JsonNode column, JsonNode value) {
        return switch (column.get("dataType").asString()) {
            case "string" ->
                value.isString()
                        && value.asString().length() <= column.get("length").asInt();
            case "integer" -> value.isIntegralNumber();
            case "double" -> value.isNumber();
            case "date" -> value.isString() && value.asString().matches("\\d{4}-\\d\\d-\\d\\d");
            default -> false;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a \"quoted\" 'text', with commas; and \\ backslashes",
                "two\nlines\r\nand a\ttab",
                "\u202eright to left\u202c \u200f",
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\u0661\u0662 \ud83e\uddb4 <!-- ]]> &amp; {{x}}"
            })
    void hostile_text_stays_text(String text) throws IOException {
        staysText(text);
    }

    @Test
    void a_text_of_10_000_characters_stays_text() throws IOException {
        staysText("=<b>\"x\",\n" + "y".repeat(10_000));
    }

    private void staysText(String text) throws IOException {
        String yaml = SmallTrial.YAML.replace("scenario: small", "scenario: " + JSON.writeValueAsString(text));
        Files.writeString(Path.of(file), yaml);
        String formula = "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        Path csv = folder.resolve("csv");
        exported(csv);
        for (String set : List.of("adsl", "adtte", "findings")) {
            List<Map<String, String>> rows = rows(csv.resolve(set + ".csv"));
            assertTrue(rows.size() >= 2);
            rows.forEach(row -> assertEquals(formula, row.getOrDefault("STUDYID", row.get("scenario"))));
        }
        Path json = folder.resolve("json");
        exported(json, "--format", "dataset-json");
        for (String set : SETS) {
            String written = Files.readString(json.resolve(set + ".json"));
            assertValid(written, set);
            JsonNode read = JSON.readTree(written);
            assertEquals(text, read.get("studyOID").asString());
            read.get("rows").forEach(row -> assertEquals(text, row.get(0).asString()));
        }
        Ran run = Ran.marrow("run", file, "--replicates", "2", "--format", "csv");
        assertEquals(formula, Csv.records(run.out()).get(1).get(0));
    }

    @Test
    void the_rows_of_many_trials_are_those_of_each_alone_and_of_the_run() throws IOException {
        String printed = Ran.marrow("export", file, "--format", "csv", "--replicates", "40")
                .out();
        Path out = folder.resolve("out");
        exported(out, "--format", "csv", "--replicates", "40");
        byte[] packed = Files.readAllBytes(out.resolve("replicates.csv.gz"));
        try (GZIPInputStream text = new GZIPInputStream(Files.newInputStream(out.resolve("replicates.csv.gz")))) {
            assertEquals(printed, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
        exported(out, "--format", "csv", "--replicates", "40");
        assertArrayEquals(packed, Files.readAllBytes(out.resolve("replicates.csv.gz")));
        List<String> lines = printed.lines().toList();
        assertEquals(1 + 2 * 40 * 2, lines.size(), "two truths, 40 trials, two analyses");
        exported(out, "--replicate", "39", "--truth", "null");
        assertEquals(
                Files.readString(out.resolve("findings.csv")).lines().skip(1).toList(),
                lines.subList(lines.size() - 2, lines.size()));
        JsonNode run = JSON.readTree(Ran.marrow("run", file, "--replicates", "40", "--format", "json")
                .out());
        double rejected = Csv.rows(printed).stream()
                .filter(row -> row.get("truth").equals("expected")
                        && row.get("analysis").equals("primary"))
                .mapToDouble(row -> number(row, "rejects"))
                .sum();
        assertEquals(value(run.at("/truths/expected/analyses/primary"), "power"), rejected / 40, 1e-15);
    }

    @Test
    void the_same_trial_is_the_same_bytes_and_another_is_not() throws IOException {
        Map<String, byte[]> first = bytes(folder.resolve("a"), "2");
        Map<String, byte[]> again = bytes(folder.resolve("b"), "2");
        Map<String, byte[]> other = bytes(folder.resolve("c"), "3");
        assertEquals(7, first.size(), first.keySet().toString());
        first.forEach((name, content) -> assertArrayEquals(content, again.get(name), name));
        assertNotEquals(new String(first.get("adtte.csv"), StandardCharsets.UTF_8), text(other, "adtte.csv"));
    }

    /** Those of another dose than the one that is recommended are in no analysis, so the days of the others are compared. */
    @Test
    void patients_of_phase_I_live_at_the_dose_that_they_were_given() throws IOException {
        file = DoseTrial.in(folder, 4);
        Path out = folder.resolve("doses");
        exported(out);
        Map<String, Map<String, String>> subjects = new HashMap<>();
        Set<String> doses = new HashSet<>();
        for (Map<String, String> subject : rows(out.resolve("adsl.csv"))) {
            subjects.put(subject.get("USUBJID"), subject);
            doses.add(subject.get("DOSE"));
        }
        assertEquals("low", subjects.get("doses.0.0").get("DOSE"), "who comes first is given the dose that is first");
        assertEquals(Set.of("low", "full"), doses);
        List<Map<String, String>> times = rows(out.resolve("adtte.csv"));
        assertTrue(times.size() > 12, "patients at the dose: " + times.size());
        for (Map<String, String> time : times) {
            Map<String, String> subject = subjects.get(time.get("USUBJID"));
            assertEquals(time.get("CNSR").equals("0") ? time.get("ADT") : "", subject.get("DTHDT"), subject.toString());
        }
    }

    @Test
    void what_cannot_be_exported_is_refused_in_a_line() throws IOException {
        refused("marrow: --format adam-csv needs --out, a folder for its files", "export", file);
        refused(
                "marrow: there is no truth 'hoped': there are expected, null",
                "export",
                file,
                "--truth",
                "hoped",
                "--format",
                "csv");
        refused("marrow: --replicate is a number from 0 on, and this is -1", "export", file, "--replicate", "-1");
        refused(
                "marrow: --replicates goes with --format csv: adam-csv is of one trial, that of --replicate",
                "export",
                file,
                "--replicates",
                "4",
                "--out",
                "x");
        refused(
                "marrow: --replicate is one trial alone, and --replicates says how many there are",
                "export",
                file,
                "--format",
                "csv",
                "--replicate",
                "4",
                "--replicates",
                "4");
        refused("Invalid value for option '--format'", "export", file, "--format", "xpt");
        refused(": this scenario has no 'trial' to export", "export", "docs/after-transplant.yaml", "--out", "x");
        Path taken = Files.writeString(folder.resolve("taken"), "");
        assertEquals(
                new Ran("", "marrow: cannot write to " + taken + ": this is a file, not a folder\n", 6),
                Ran.marrow("export", file, "--out", "" + taken));
        assertFalse(Files.exists(Path.of("x")));
    }

    private static void refused(String why, String... arguments) {
        Ran ran = Ran.marrow(arguments);
        assertEquals(2, ran.code());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains(why), ran.err());
    }

    private void exported(Path out, String... options) {
        Ran ran = Ran.marrow(Stream.of(Stream.of("export", file, "-q", "--out", out.toString()), Stream.of(options))
                .flatMap(words -> words)
                .toArray(String[]::new));
        assertEquals(0, ran.code(), ran.err());
        assertEquals("", ran.out() + ran.err());
    }

    private Map<String, byte[]> bytes(Path out, String replicate) throws IOException {
        exported(out, "--replicate", replicate);
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path one : files.sorted().toList()) {
                bytes.put(one.getFileName().toString(), Files.readAllBytes(one));
            }
        }
        return bytes;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static List<Map<String, String>> rows(Path csv) throws IOException {
        return Csv.rows(Files.readString(csv));
    }

    private static double value(JsonNode metrics, String metric) {
        return metrics.get(metric).get("value").asDouble();
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(row.get(name));
    }
}
