package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** `marrow sweep`: what it prints, that it is the same as single runs, and what it says when it cannot. */
class SweepTest {
    private static final List<String> GRID =
            List.of("--vary", "trial.patients=16,24", "--vary", "hr=0.5,0.7", "--replicates", "600", "--quiet");

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write_the_scenario() throws IOException {
        file = SmallTrial.in(folder);
    }

    private Ran sweep(List<String> words, String... more) {
        List<String> all = new ArrayList<>(List.of("sweep", file));
        all.addAll(words);
        all.addAll(List.of(more));
        return Ran.marrow(all.toArray(String[]::new));
    }

    private static String fields(String line, int from, int to) {
        return String.join(",", Arrays.asList(line.split(",", -1)).subList(from, to));
    }

    @Test
    void a_point_has_every_number_that_a_run_of_it_has() {
        List<String> swept = sweep(GRID, "--format", "csv").out().lines().toList();
        assertEquals(
                "scenario,point,trial.patients,hr,truth,role,replicates,of,name,metric,value,mcse,lower,upper,difference,difference_mcse,variance_factor",
                swept.get(0));
        for (Map.Entry<String, String> point : Map.of("16", "0.5", "24", "0.7").entrySet()) {
            Ran run = Ran.marrow(
                    "run",
                    file,
                    "--set",
                    "trial.patients=" + point.getKey(),
                    "--set",
                    "hr=" + point.getValue(),
                    "--replicates",
                    "600",
                    "--quiet",
                    "--format",
                    "csv");
            String here = "," + point.getKey() + "," + point.getValue() + ",";
            assertEquals(
                    run.out().lines().skip(1).map(line -> fields(line, 1, 10)).collect(Collectors.joining("\n")),
                    swept.stream()
                            .filter(line -> line.contains(here))
                            .map(line -> fields(line, 4, 6) + "," + fields(line, 7, 14))
                            .collect(Collectors.joining("\n")));
        }
    }

    @Test
    void the_same_bytes_for_any_number_of_threads() {
        for (String format : List.of("csv", "json", "table")) {
            String one = sweep(GRID, "--threads", "1", "--format", format).out();
            for (String threads : List.of("2", "3", "8")) {
                assertEquals(
                        one,
                        sweep(GRID, "--threads", threads, "--format", format).out());
            }
        }
    }

    /** Where the points share everything but the level of the test, who is rejected at 2.5 % is rejected at 5 %: the difference is a share. */
    @Test
    void pairs_are_patient_by_patient() throws IOException {
        Ran ran = sweep(List.of(
                "--vary",
                "analyses.exact.alpha=0.025,0.2",
                "--replicates",
                "2000",
                "--truth",
                "expected",
                "--quiet",
                "--format",
                "json"));
        JsonNode points = JsonMapper.shared().readTree(ran.out()).get("points");
        JsonNode exact = points.get(1).get("analyses").get("exact").get("power");
        double before = points.get(0)
                .get("analyses")
                .get("exact")
                .get("power")
                .get("value")
                .asDouble();
        double difference = exact.get("difference").asDouble();
        assertEquals(exact.get("value").asDouble() - before, difference, 1e-12);
        double error = Math.sqrt(difference * (1 - difference) / 1999);
        assertEquals(error, exact.get("difference_mcse").asDouble(), 1e-12);
        double after = exact.get("value").asDouble();
        assertEquals(
                (before * (1 - before) + after * (1 - after)) / (difference * (1 - difference)),
                exact.get("variance_factor").asDouble(),
                1e-9);
        assertEquals(
                0.2, points.get(1).get("values").get("analyses.exact.alpha").asDouble());
        assertEquals(
                0,
                points.get(1)
                        .get("analyses")
                        .get("primary")
                        .get("power")
                        .get("difference")
                        .asDouble());
        assertTrue(points.get(0)
                .get("analyses")
                .get("exact")
                .get("power")
                .path("difference")
                .isMissingNode());
    }

    /** Survival at another time is another number, and a look of another rule is another look. */
    @Test
    void numbers_that_are_not_the_same_have_no_difference() {
        JsonNode points = JsonMapper.shared()
                .readTree(sweep(
                                List.of("--vary", "endpoints.EFS.at=100 d,1 y", "--replicates", "50", "--quiet"),
                                "--format",
                                "json")
                        .out())
                .get("points");
        JsonNode here = points.get(1).get("endpoints").get("EFS");
        assertTrue(here.has("survival_1y_control"), here.toString());
        assertFalse(here.get("survival_1y_control").has("difference"), here.toString());
        assertTrue(here.get("events_control").has("difference"), here.toString());
    }

    /** Two points whose patients live alike, but for the value until which a truth tilts them. */
    @Test
    void points_that_tilt_until_other_values_are_not_taken_for_one() throws IOException {
        Files.writeString(
                Path.of(file),
                SmallTrial.YAML
                        .replace(
                                "tracks:\n",
                                "  goal: {value: 50 %, plausible: [10 %, 90 %], evidence: assumption, source: test}\ntracks:\n")
                        .replace("{hr: 1}", "{hr: 1, goal: 50 %}")
                        .replace("1 y: 50 %}}", "1 y: $goal}}"));
        Ran ran = sweep(
                List.of("--vary", "truths.null.set.goal=45%,60%", "--truth", "null", "--quiet"),
                "--replicates",
                "20",
                "--format",
                "json");
        assertEquals(0, ran.code(), ran.err());
        JsonNode points = JsonMapper.shared().readTree(ran.out()).get("points");
        assertEquals(0.45, points.get(0).at("/tilt/target").asDouble());
        assertEquals(0.6, points.get(1).at("/tilt/target").asDouble());
    }

    @Test
    void two_crossed_axes_are_grids_and_anything_else_is_a_row_a_point() {
        String grid = sweep(GRID, "--reference", "hr=0.7").out();
        assertTrue(
                grid.contains("4 points: trial.patients 16, 24 by hr 0.5, 0.7. Reference: trial.patients 16, hr\n0.7."),
                grid);
        assertTrue(
                grid.contains(
                        "\nTruth null (null). 600 trials a point.\ntype I, %; down: trial.patients, across: hr. Error at most"),
                grid);
        assertTrue(grid.contains("\n      0.5  0.7\n"), grid);
        assertTrue(grid.contains("  ref\n"), grid);
        String zipped = sweep(GRID, "--zip", "--analysis", "exact").out();
        assertTrue(zipped.contains("2 points: trial.patients 16, 24 with hr 0.5, 0.7."), zipped);
        assertTrue(zipped.contains("\n  trial.patients  hr"), zipped);
        assertTrue(zipped.contains("reference"), zipped);
        String truths = sweep(List.of(
                        "--vary", "truth=null,expected", "--vary", "hr=0.5..0.9:0.1", "--replicates", "300", "-q"))
                .out();
        assertTrue(truths.contains("10 points: truth null, expected by hr 0.5, 0.6, 0.7, 0.8, 0.9."), truths);
        assertTrue(truths.contains("rejects, %"), truths);
        for (String text : List.of(grid, zipped, truths)) {
            text.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }

    @Test
    void a_sweep_of_the_scenario_is_swept_and_the_command_line_wins() throws IOException {
        Files.writeString(
                Path.of(file),
                SmallTrial.YAML + "sweep: {vary: {hr: [0.5, 0.7], trial.patients: [16, 24]}, combine: zip}\n");
        String own = sweep(List.of("--replicates", "300", "-q", "--truth", "expected"))
                .out();
        assertTrue(own.contains("2 points: hr 0.5, 0.7 with trial.patients 16, 24. Reference: hr 0.5"), own);
        String crossed = sweep(
                        List.of("--replicates", "300", "-q", "--truth", "expected", "--cross", "--reference", "hr=0.7"))
                .out();
        assertTrue(crossed.contains("4 points: hr 0.5, 0.7 by trial.patients 16, 24. Reference: hr 0.7"), crossed);
        String other = sweep(List.of("--replicates", "300", "-q", "--vary", "relapse-1y=30 %,40 %"))
                .out();
        assertTrue(other.contains("2 points: relapse-1y 30 %, 40 %."), other);
        assertEquals(0, Ran.marrow("run", file, "--replicates", "10", "-q").code(), "a run does without");
    }

    @Test
    void each_point_is_as_precise_as_is_asked_for_any_number_of_threads() {
        List<String> words = List.of(
                "--vary",
                "hr=0.4,0.6,0.8",
                "--truth",
                "expected",
                "--precision",
                "power=0.012",
                "-q",
                "--format",
                "csv");
        Ran one = sweep(words, "--threads", "1");
        assertEquals(0, one.code(), one.err());
        for (String threads : List.of("2", "8")) {
            assertEquals(one.out(), sweep(words, "--threads", threads).out());
        }
        List<Long> trials = one.out()
                .lines()
                .skip(1)
                .map(line -> Long.valueOf(line.split(",")[5]))
                .distinct()
                .toList();
        assertTrue(trials.size() > 1 && trials.stream().allMatch(n -> n % 256 == 0), trials.toString());
        Ran most = sweep(List.of(
                "--vary",
                "hr=0.4,0.6",
                "--truth",
                "expected",
                "--precision",
                "power=0.0001",
                "--replicates",
                "1500",
                "-q"));
        assertEquals(3, most.code());
        assertEquals(
                "marrow: at 2 of 2 points 1500 trials are not enough for the precision asked for; the first: hr=0.4 under expected\n",
                most.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--vary hrr=1|--vary hrr: there is no parameter 'hrr'; did you mean hr?",
                "--vary truht=null|--vary truht: there is no parameter 'truht'; did you mean truth?",
                "--vary truth=nul|--vary truth: there is no truth 'nul': there are expected and null; did you mean null?",
                "--vary trial.patient=3|--vary trial.patient: unknown key 'patient' in the trial; did you mean patients?",
                "--vary trail.patients=3|--vary trail.patients: there is no 'trail' in the scenario; did you mean trial?",
                "--vary trial.patients=9,0|--vary trial.patients: a whole number from 1 on is needed here, not 0",
                "--vary relapse-1y=40|--vary relapse-1y: a probability lies between 0 and 1, and $relapse-1y = 40 is above 1; did you mean 40 %?",
                "--vary hr=0.5,x|--vary hr: the value of a parameter is needed here",
                "--vary hr|what varies is NAME=V1,V2,... or NAME=FROM..TO:STEP, not 'hr'",
                "--vary hr=0.5,0.6 --vary trial.patients=3 --zip|what is zipped has as many values each, and here hr has 2 and trial.patients has 1",
                "--vary hr=0.5 --reference hr=0.6|the reference has hr = 0.6, and its values are 0.5",
                "--vary hr=0.5 --analysis exat|there is no analysis 'exat': there are primary, exact",
                "--vary hr=0.5 --shard 1/2|--shard needs --out",
                "--vary run.replicates=10,20|--vary run.replicates: all points of a sweep have as many trials, at the most: run.replicates does not vary",
                "--vary truth=expected,null --truth expected|the sweep names its truths itself: --truth has no place beside --vary truth=...",
                "--vary hr=0.5 --precision power>=2|the threshold of power must lie between 0 and 1, not 2.0",
                "--replicates 3|nothing varies: give --vary NAME=V1,V2,... or a 'sweep' in the scenario",
            })
    void mistakes_are_refused_before_anything_is_simulated(String words, String message) {
        Ran ran = sweep(List.of(words.split(" ")), "-q");
        assertEquals(2, ran.code(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains(message), ran.err());
    }

    /** The scenario with one more parameter. */
    private void write(String parameter, String from, String to) throws IOException {
        Files.writeString(
                Path.of(file),
                SmallTrial.YAML
                        .replace("tracks:\n", "  " + parameter + ", evidence: assumption, source: test}\ntracks:\n")
                        .replace(from, to));
    }

    /** Each value can be read, and the truth cannot be made true at one of them: some die without relapse. */
    @Test
    void a_point_that_cannot_be_is_named() throws IOException {
        write("goal: {value: 50 %, plausible: [0 %, 100 %]", "EFS at 1 y: 50 %", "EFS at 1 y: $goal");
        Ran ran = sweep(List.of("--vary", "goal=50 %,95 %", "--truth", "null", "-q"));
        assertEquals(2, ran.code());
        assertTrue(
                ran.err().startsWith(file + ": at goal=95 % under null: truth null, EFS at 1 y: no factor"), ran.err());
    }

    @Test
    void a_patient_for_whom_time_stands_still_is_found_at_their_point() throws IOException {
        write("pause: {value: 30 d, plausible: [0 d, 40 d]", "after: {uniform: [20 d, 40 d]}", "after: $pause");
        Ran ran = sweep(List.of("--vary", "pause=30 d,0.000000001 d", "--truth", "expected", "-q"));
        assertEquals(2, ran.code(), ran.err());
        assertTrue(ran.err().contains("See all: marrow trace " + file), ran.err());
        assertTrue(ran.err().contains("--set 'pause=0.000000001 d'"), ran.err());
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
    void the_table_of_a_study_fits_80_columns(String study) {
        Ran ran = Ran.marrow(
                "sweep",
                "scenarios/" + study + ".yaml",
                "--vary",
                "trial.patients=10..40:10",
                "--truth",
                "expected",
                "--replicates",
                "20",
                "--set",
                "run.cohort=1000",
                "-q");
        assertEquals(0, ran.code(), ran.err());
        ran.out().lines().forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= 80, line));
    }
}
