package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** The report that `size --out` writes. */
class SizeReportTest {
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
    void patients_for_a_power_by_simulation_beside_the_formula() throws IOException {
        size("--power", "0.6");
        String report = report();
        String json = Files.readString(out.resolve("size.json"));
        Matcher point = Pattern.compile(
                        "\\[(\\d+), \\1, null, \"power\", \"in trials\", ([^,]+), ([^,]+), ([^,]+), ([^,]+), 0.6\\]")
                .matcher(report);
        int sizes = 0;
        while (point.find()) {
            sizes++;
            String power = "\"power\": {\"value\": " + point.group(2) + ", \"mcse\": " + point.group(3)
                    + ", \"lower\": " + point.group(4) + ", \"upper\": " + point.group(5) + "}";
            assertTrue(json.contains(power), power);
        }
        assertTrue(sizes >= 7, report);
        assertTrue(report.contains("\"formula (normal)\""), report);
        assertSections(report);
    }

    @Test
    void an_exact_test_has_its_teeth_and_the_level_that_it_attains() throws IOException {
        size("--power", "0.6", "--analysis", "exact", "--set", "relapse-1y=20%");
        String report = report();
        assertTrue(report.contains("\"enumerated\"") && report.contains("\"level attained\""));
        assertTrue(report.contains("\"text\": \"first\"") || report.contains("\"text\": \"first, for good\""));
        assertSections(report);
    }

    @Test
    void what_a_number_of_patients_can_find() throws IOException {
        size("--n", "24", "--analysis", "exact");
        String report = report();
        assertTrue(report.contains("\"id\": \"effects\"") && report.contains("\"id\": \"sizes\""));
        assertTrue(report.contains("Smallest EFS at 1 y found with a power of 80 %"), report);
        assertTrue(report.contains("\"text\": \"asked for\""));
        assertSections(report);
    }

    @Test
    void the_page_is_made_anew_to_the_same_bytes_and_hostile_titles_stay_texts() throws IOException {
        size("--n", "24");
        byte[] page = Files.readAllBytes(out.resolve("report.html"));
        Files.delete(out.resolve("report.html"));
        assertEquals(0, Ran.marrow("report", out.toString()).code());
        assertEquals(-1, Arrays.mismatch(page, Files.readAllBytes(out.resolve("report.html"))));
        String evil = "</script><script>alert(1)</script> \u202e ' " + "y".repeat(10_000);
        Files.writeString(Path.of(file), SmallTrial.YAML.replace("title: A small trial", "title: \"" + evil + "\""));
        size("--n", "24", "--fresh");
        String plain = new String(page, StandardCharsets.UTF_8);
        String hostile = Files.readString(out.resolve("report.html"));
        assertEquals(plain.split("</script", -1).length, hostile.split("</script", -1).length);
    }

    @Test
    void without_a_report_there_is_none() throws IOException {
        size("--n", "24", "--no-report");
        assertTrue(Files.exists(out.resolve("size.json")));
        assertFalse(Files.exists(out.resolve("report.html")));
        Ran open = Ran.marrow("size", file, "--n", "24", "--open");
        assertEquals(2, open.code());
        assertTrue(open.err().contains("--open needs --out"), open.err());
    }

    private static void assertSections(String report) {
        ReportSections.assertInOrder(report, "aims", "mechanism", "estimands", "methods", "performance");
        assertTrue(report.contains("\"id\": \"accrual\""));
    }

    private String report() throws IOException {
        return Files.readString(out.resolve("report.json"));
    }

    private void size(String... more) {
        List<String> words =
                new ArrayList<>(List.of("size", file, "--replicates", "256", "--quiet", "--out", out.toString()));
        words.addAll(List.of(more));
        Ran ran = Ran.marrow(words.toArray(String[]::new));
        assertEquals(0, ran.code(), ran.err());
    }
}
