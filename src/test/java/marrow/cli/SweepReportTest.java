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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report that `sweep --out` writes. */
class SweepReportTest {
    private static final String PATIENTS = "trial.patients=12,16,20";
    private static final Pattern POINT = Pattern.compile(
            "\\[\"(1[26]|20)\", \"(0.[57])\", \"(expected|null)\", \"primary: trials that reject\", \"share\", ([^,]+), ([^,]+), ([^,]+), ([^,]+), ([^,]+), 256\\]");

    @TempDir
    Path folder;

    private String file;
    private Path out;

    @BeforeEach
    void write_the_scenario() throws IOException {
        file = SmallTrial.in(folder);
        out = folder.resolve("out");
    }

    @Test
    void two_things_crossed_are_a_map_with_the_numbers_of_the_table() throws IOException {
        sweep("--vary", PATIENTS, "--vary", "hr=0.5,0.7", "--threads", "2");
        String report = report();
        assertTrue(report.contains("\"figure\": \"map\""));
        List<String> table = Files.readAllLines(out.resolve("sweep.csv"));
        Matcher point = POINT.matcher(report);
        int points = 0;
        while (point.find()) {
            points++;
            String start = "," + point.group(1) + "," + point.group(2) + "," + point.group(3) + ",";
            String metric = ",analysis,primary," + (point.group(3).equals("null") ? "type_1_error," : "power,")
                    + point.group(4) + "," + point.group(5) + "," + point.group(6) + "," + point.group(7);
            assertTrue(table.stream().anyMatch(line -> line.contains(start) && line.contains(metric)), start + metric);
            assertEquals(point.group(3).equals("null") ? "0.05" : "0.8", point.group(8));
        }
        assertEquals(12, points);
        assertSections(report);
    }

    @Test
    void its_bytes_are_those_of_any_number_of_threads_and_of_the_page_made_anew() throws IOException {
        sweep("--vary", PATIENTS, "--threads", "1");
        String one = report();
        byte[] page = Files.readAllBytes(out.resolve("report.html"));
        sweep("--vary", PATIENTS, "--threads", "3", "--fresh");
        assertEquals(one, report());
        Files.delete(out.resolve("report.html"));
        assertEquals(0, Ran.marrow("report", out.toString()).code());
        assertEquals(-1, Arrays.mismatch(page, Files.readAllBytes(out.resolve("report.html"))));
    }

    @Test
    void one_thing_and_things_that_are_zipped_are_lines_three_are_maps_side_by_side() throws IOException {
        sweep("--vary", PATIENTS);
        assertTrue(report().contains("\"figure\": \"lines\""));
        assertSections(report());
        sweep("--fresh", "--vary", PATIENTS, "--vary", "hr=0.5,0.6,0.7", "--zip");
        assertTrue(report().contains("\"text\": \"16, 0.6\""));
        assertFalse(report().contains("\"figure\": \"map\""));
        sweep("--fresh", "--vary", PATIENTS, "--vary", "hr=0.5,0.7", "--vary", "analyses.primary.alpha=0.05,0.1");
        assertTrue(report().contains("\"values\": [\"0.05\", \"0.1\"]"));
        assertTrue(report().contains(", 0.1, 256]"), "the level of each point");
        sweep("--fresh", "--vary", "truth=null,expected");
        assertTrue(report().contains("Rejections by primary"));
    }

    @Test
    void a_threshold_that_the_precision_names_is_the_one_shown() throws IOException {
        sweep("--vary", PATIENTS, "--precision", "power>=0.6", "--truth", "expected");
        assertTrue(report().contains("above 60 % at "), report());
    }

    @Test
    void sentences_count_the_points_whose_intervals_tell() throws IOException {
        sweep("--vary", "hr=0.01,1", "--vary", "trial.patients=40", "--truth", "expected");
        String report = report();
        assertTrue(
                report.contains(
                        "Power of primary under expected, as far as 95 % intervals tell: above 80 % at 1 of 2 points, below at 1; at 0 the trials do not tell."),
                report);
        assertTrue(report.contains("it is larger at 0 of the 1 other point and smaller at 1,"), report);
    }

    @Test
    void hostile_texts_stay_texts() throws IOException {
        String evil = "</script><script>document.title='x'</script> \u202e ' " + "y".repeat(10_000);
        Files.writeString(Path.of(file), SmallTrial.YAML.replace("title: A small trial", "title: \"" + evil + "\""));
        sweep("--vary", PATIENTS);
        String hostile = Files.readString(out.resolve("report.html"));
        Files.writeString(Path.of(file), SmallTrial.YAML);
        sweep("--fresh", "--vary", PATIENTS);
        String plain = Files.readString(out.resolve("report.html"));
        assertEquals(plain.split("</script", -1).length, hostile.split("</script", -1).length);
    }

    @Test
    void without_a_report_there_is_none() throws IOException {
        sweep("--vary", PATIENTS, "--no-report");
        assertTrue(Files.exists(out.resolve("sweep.csv")));
        assertFalse(Files.exists(out.resolve("report.html")));
        Ran open = Ran.marrow("sweep", file, "--vary", PATIENTS, "--open");
        assertEquals(2, open.code());
        assertTrue(open.err().contains("--open needs --out"), open.err());
    }

    private static void assertSections(String report) {
        ReportSections.assertInOrder(report, "aims", "varied", "estimands", "methods", "performance");
        assertTrue(report.contains("\"id\": \"points\"") && report.contains("\"id\": \"differences\""));
    }

    private String report() throws IOException {
        return Files.readString(out.resolve("report.json"));
    }

    private void sweep(String... more) {
        List<String> words =
                new ArrayList<>(List.of("sweep", file, "--replicates", "256", "--quiet", "--out", out.toString()));
        words.addAll(List.of(more));
        Ran ran = Ran.marrow(words.toArray(String[]::new));
        assertEquals(0, ran.code(), ran.err());
    }
}
