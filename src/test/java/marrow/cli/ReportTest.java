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
import marrow.scenario.DoseTrial;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report that `run --out` writes and `marrow report` makes anew. */
class ReportTest {
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
    void the_page_is_made_anew_to_the_same_bytes() throws IOException {
        assertEquals(0, run(file, "2").code());
        byte[] page = Files.readAllBytes(out.resolve("report.html"));
        Files.delete(out.resolve("report.html"));
        Ran ran = Ran.marrow("report", out.toString());
        assertEquals(0, ran.code(), ran.err());
        assertEquals(out.resolve("report.html") + "\n", ran.out());
        assertEquals(-1, Arrays.mismatch(page, Files.readAllBytes(out.resolve("report.html"))));
    }

    @Test
    void it_is_the_same_for_any_number_of_threads() throws IOException {
        run(file, "1");
        String one = Files.readString(out.resolve("report.json"));
        Path other = folder.resolve("other");
        Ran.marrow("run", file, "--replicates", "300", "--threads", "3", "--out", other.toString());
        assertEquals(one, Files.readString(other.resolve("report.json")));
    }

    @Test
    void it_holds_the_numbers_of_the_summary() throws IOException {
        run(file, "2");
        String summary = Files.readString(out.resolve("summary.json"));
        String report = Files.readString(out.resolve("report.json"));
        Matcher power = Pattern.compile(
                        "\\[\"(primary|exact)\", \"(expected|null)\", \"(?:alternative|null)\", \"(power|type_1_error)\", ([^,]+), ([^,]+), ([^,]+), ([^,]+),")
                .matcher(report);
        int rows = 0;
        while (power.find()) {
            rows++;
            String metric = "\"" + power.group(3) + "\": {\"value\": " + power.group(4) + ", \"mcse\": "
                    + power.group(5) + ", \"lower\": " + power.group(6) + ", \"upper\": " + power.group(7) + "}";
            assertTrue(summary.contains(metric), metric);
        }
        assertEquals(4, rows);
    }

    @Test
    void it_has_the_sections_of_ADEMP_and_the_plots_of_a_trial() throws IOException {
        run(file, "2");
        String report = Files.readString(out.resolve("report.json"));
        int at = 0;
        for (String section : new String[] {"aims", "journey", "estimands", "methods", "performance", "conduct"}) {
            int next = report.indexOf("\"id\": \"" + section + "\"", at);
            assertTrue(next > at, section);
            at = next;
        }
        for (String figure : new String[] {
            "journey",
            "occupancy",
            "counts",
            "power",
            "curves",
            "incidence",
            "lines",
            "calendar",
            "histogram",
            "swimmer"
        }) {
            assertTrue(report.contains("\"figure\": \"" + figure + "\""), figure);
        }
        assertFalse(report.contains("NaN") || report.contains("Infinity"));
    }

    @Test
    void looks_are_shown_with_their_shares_bounds_and_limits() throws IOException {
        Path looked = Path.of("docs", "maintenance-trial.yaml");
        Ran ran = Ran.marrow(
                "run",
                looked.toString(),
                "--set",
                "looks.interim=on",
                "--set",
                "run.replicates=200",
                "--replicates",
                "256",
                "--truth",
                "expected",
                "--quiet",
                "--out",
                out.toString());
        assertEquals(0, ran.code(), ran.err());
        String report = Files.readString(out.resolve("report.json"));
        String summary = Files.readString(out.resolve("summary.json"));
        Matcher stop = Pattern.compile(
                        "\\[\"expected\", \"interim \\d\", \"(efficacy|futility|harm)\", ([^,]+), ([^,]+), ([^,]+), ([^,]+)\\]")
                .matcher(report);
        int rows = 0;
        while (stop.find()) {
            rows++;
            String metric = "\"p_stop_" + stop.group(1) + "\": {\"value\": " + stop.group(2) + ", \"mcse\": "
                    + stop.group(3) + ", \"lower\": " + stop.group(4) + ", \"upper\": " + stop.group(5) + "}";
            assertTrue(summary.contains(metric), metric);
        }
        assertEquals(9, rows);
        assertTrue(report.contains("\"id\": \"bounds\""));
        assertTrue(report.contains("looks on primary at 35 events of PFS, at 50 events of PFS, at the end"));
        assertFalse(report.contains("NaN") || report.contains("Infinity"));
    }

    /** The teeth of an exact test stand about the patients of its arm, 12 of 24, and not about all. */
    @Test
    void an_exact_test_is_planned_with_the_patients_of_its_arm() throws IOException {
        String ofArm = SmallTrial.YAML.replace("exact-binomial: {", "exact-binomial: {arm: blinatumomab, ");
        Path two = Files.writeString(folder.resolve("two.yaml"), ofArm);
        assertEquals(0, run(two.toString(), "2").code());
        String report = Files.readString(out.resolve("report.json"));
        assertTrue(report.replaceAll("\\s+", " ").contains("\"at\": 12, \"text\": \"planned\""), "planned");
        assertTrue(report.contains("[\"exact\", 27, ") && !report.contains("[\"exact\", 28, "), "15 beyond");
    }

    /** Nearly nobody dies at the dose that is given first, and nearly everybody at the next. */
    @Test
    void patients_of_phase_I_are_shown_at_the_dose_that_they_were_given() throws IOException {
        Ran ran = run(DoseTrial.in(folder, 4), "1");
        assertEquals(0, ran.code(), ran.err());
        String report = Files.readString(out.resolve("report.json"));
        String death = ", \"all\", \"event\", \"death\", ";
        assertFalse(report.contains("[null, 0" + death), "the first patient, at the low dose");
        assertTrue(report.contains("[null, 3" + death), "the first at the full dose");
    }

    @Test
    void hostile_names_and_titles_stay_texts() throws IOException {
        String title = "</script><script>document.title='x'</script> \u202e '\\\" " + "y".repeat(10_000);
        Path hostile = folder.resolve("hostile.yaml");
        Files.writeString(
                hostile,
                SmallTrial.YAML.replace(
                        "title: A small trial",
                        "title: \"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
        Ran ran = run(hostile.toString(), "2");
        assertEquals(0, ran.code(), ran.err());
        run(file, "2", "--fresh");
        String plain = Files.readString(out.resolve("report.html"));
        Ran again = run(hostile.toString(), "2", "--fresh");
        assertEquals(0, again.code(), again.err());
        String page = Files.readString(out.resolve("report.html"));
        assertEquals(plain.split("</script", -1).length, page.split("</script", -1).length);
    }

    @Test
    void what_cannot_be_is_said() throws IOException {
        Ran empty = Ran.marrow("report", folder.toString());
        assertEquals(2, empty.code());
        assertEquals(
                "marrow: there is no report.json in " + folder + ": run, sweep and size write it with --out " + folder
                        + ", from trials that are kept there\n",
                empty.err());
        assertEquals(2, Ran.marrow("report").code());
        Ran open = Ran.marrow("run", file, "--open");
        assertEquals(2, open.code());
        assertTrue(open.err().contains("--open needs --out"), open.err());
        Ran none = Ran.marrow("run", file, "--out", out.toString(), "--open", "--no-report");
        assertEquals(2, none.code());
        assertTrue(none.err().startsWith("marrow: --open shows the report that --no-report leaves out"), none.err());
    }

    private Ran run(String scenario, String threads, String... more) {
        List<String> words = new ArrayList<>(
                List.of("run", scenario, "--replicates", "300", "--threads", threads, "--out", out.toString()));
        words.addAll(List.of(more));
        return Ran.marrow(words.toArray(String[]::new));
    }
}
