package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.scenario.value.Evidence;
import marrow.scenario.value.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five studies are as registered: the facts of {@code registered.txt}, each beside what the scenario was read as. */
class RegisteredFactsTest {
    private static final Path TABLE = Path.of("src", "test", "resources", "marrow", "scenario", "registered.txt");

    /** Fact and value, of each study. */
    private static Map<String, Map<String, String>> registered() throws IOException {
        Map<String, Map<String, String>> studies = new LinkedHashMap<>();
        String study = "";
        for (String line : Files.readAllLines(TABLE)) {
            if (line.startsWith("[")) {
                study = line.substring(1, line.length() - 1);
                studies.put(study, new LinkedHashMap<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split(" \\| ", -1);
                assertEquals(3, cells.length, line);
                assertFalse(cells[2].isBlank(), line);
                assertEquals(null, studies.get(study).put(cells[0], cells[1]), line + " stands there twice");
            }
        }
        return studies;
    }

    private static Scenario scenario(String name) {
        Reading reading = ScenarioReader.read(Path.of("scenarios", name + ".yaml"), Map.of());
        assertEquals(List.of(), reading.problems().all());
        return reading.scenario().orElseThrow();
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
    void a_study_is_read_as_it_is_registered(String study) throws IOException {
        Map<String, String> wanted = registered().get(study);
        assertTrue(wanted.size() >= 15, () -> study + " has " + wanted.size() + " facts");
        Map<String, String> read = StudyAsRead.of(scenario(study));
        Map<String, String> found = new LinkedHashMap<>();
        wanted.keySet().forEach(fact -> found.put(fact, read.getOrDefault(fact, "nothing")));
        assertEquals(lines(wanted), lines(found));
    }

    private static String lines(Map<String, String> facts) {
        StringBuilder text = new StringBuilder();
        facts.forEach(
                (fact, value) -> text.append(fact).append(" | ").append(value).append('\n'));
        return text.toString();
    }

    /** No registration states a null: where a test has one, it is a parameter of the class assumption. */
    @Test
    void nulls_are_assumptions() throws IOException {
        int nulls = 0;
        for (String study : registered().keySet()) {
            for (Parameter parameter : scenario(study).parameters()) {
                if (parameter.name().startsWith("p0")) {
                    nulls++;
                    assertEquals(
                            Evidence.ASSUMPTION, parameter.provenance().evidence(), study + " " + parameter.name());
                }
            }
        }
        assertEquals(5, nulls);
    }
}
