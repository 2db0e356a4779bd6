package marrow.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marrow.scenario.ScenarioReader;
import marrow.trial.endpoint.Endpoint;
import org.junit.jupiter.api.Test;

/** The published lines that the report of short-course-rr draws are those that calibration holds the model against. */
class PublishedLinesTest {
    private static final String LINES = "/marrow/report/story/published/short-course-rr.tsv";

    @Test
    void the_report_draws_what_was_printed() throws IOException {
        List<Endpoint> endpoints = ScenarioReader.read(Path.of("scenarios/short-course-rr.yaml"), Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study()
                .endpoints();
        Map<String, Figure> printed = new HashMap<>();
        XieTables.figures(endpoints).forEach(figure -> printed.put(figure.what() + " " + figure.where(), figure));
        List<String> lines;
        try (InputStream stream = PublishedLinesTest.class.getResourceAsStream(LINES)) {
            lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
        assertTrue(lines.size() > 50, "lines: " + lines.size());
        for (String line : lines) {
            String[] field = line.split("\t", -1);
            assertTrue(endpoints.stream().anyMatch(endpoint -> endpoint.name().equals(field[0])), line);
            assertEquals("33", field[3], line);
            boolean deaths = field[1].equals("Deaths"); // the paper prints who is alive
            Figure figure = printed.get(deaths ? "Alive 3.4" : field[1] + " " + field[2]);
            if (!field[1].equals("  grade 3-4")) { // one name for many lines; their endpoints say which
                assertEquals(deaths ? 33 - figure.value() : figure.value(), Integer.parseInt(field[4]), line);
                assertEquals(figure.given() ? "given" : "comes out", field[5], line);
            } else {
                assertTrue(
                        XieTables.figures(endpoints).stream()
                                .anyMatch(one -> one.endpoint().name().equals(field[0])
                                        && one.value() == Integer.parseInt(field[4])),
                        line);
            }
        }
    }
}
