package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marrow.journey.Clock;
import marrow.scenario.journey.Solved;
import marrow.scenario.text.Problem;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Parameter;
import marrow.scenario.value.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page and the reader agree: what the page shows is read without a word. */
class DocumentedExamplesTest {
    @TempDir
    Path folder;

    static Stream<String> fragments() {
        return DocumentedExamples.of("fragment").keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void a_fragment_of_the_page_is_read_alone_and_in_a_scenario(String name) throws IOException {
        String fragment = DocumentedExamples.of("fragment").get(name);
        Path file = Files.writeString(folder.resolve("fragment.yaml"), fragment);
        boolean onlyParameters = name.equals("parameters-example");
        List<String> expected = onlyParameters
                ? List.of(
                        file + ":3:3: warning: nothing uses the parameter 'cr-high-burden'",
                        file + ":4:3: warning: nothing uses the parameter 'hr-blinatumomab'")
                : List.of();
        assertEquals(expected, printed(ScenarioCheck.of(file, Map.of()).problems()));

        Path scenario = Files.writeString(
                folder.resolve("round.yaml"), DocumentedExamples.scenarioRound("fragment.yaml", fragment));
        Reading reading = ScenarioReader.read(scenario, Map.of());
        assertEquals(List.of(), printed(reading.problems()));
        assertTrue(reading.scenario().isPresent());
    }

    @Test
    void the_scenario_of_the_page_is_read() throws IOException {
        Files.createDirectory(folder.resolve("journeys"));
        Files.writeString(
                folder.resolve("journeys").resolve("after-transplant.yaml"),
                DocumentedExamples.of("fragment").get("after-transplant"));
        Path file = Files.writeString(
                folder.resolve("example.yaml"),
                DocumentedExamples.of("scenario").get("example"));
        Reading reading = ScenarioReader.read(file, Map.of());
        assertEquals(List.of(), printed(reading.problems()));
        Scenario scenario = reading.scenario().orElseThrow();

        assertEquals("An illustration", scenario.title());
        assertEquals(Map.of("phase", "2", "registration", "NCT06125106"), scenario.study());
        assertEquals(20261120, scenario.seed());
        assertEquals(3 * 365.25, scenario.horizonDays());
        assertEquals("mild", scenario.entry().states().get("chronic-gvhd"));
        assertEquals("remission", scenario.entry().states().get("disease"));
        assertEquals(0, scenario.entry().daysSince().get("transplant").mean());
        assertEquals(
                List.of("relapse", "non-relapse-death", "chronic-gvhd"),
                scenario.journey().clocks().stream().map(Clock::name).toList());
        Parameter relapse = scenario.parameters().get(0);
        assertEquals(0.10, relapse.value());
        assertEquals(new Range(0.05, 0.20), relapse.plausible());

        Solved solved = scenario.solved().get(0);
        assertEquals("relapse", solved.clock());
        assertEquals(0.10, solved.target());
        assertEquals(0.10, solved.reached(), 1e-10);
        assertEquals(365.25, solved.byDays());
        assertEquals(List.of("non-relapse-death"), solved.beside());
    }

    private static List<String> printed(Problems problems) {
        return problems.all().stream().map(Problem::toString).toList();
    }
}
