package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marrow.scenario.text.Problem;

/** Reads a scenario that must be right, given without its head. */
final class ReadScenario {
    private static final String HEAD = "scenario: test\nrun: {seed: 1, horizon: 1 y}\n";

    private ReadScenario() {}

    static Scenario of(Path folder, String rest) {
        return of(folder, rest, Map.of());
    }

    static Scenario of(Path folder, String rest, Map<String, String> sets) {
        try {
            Reading reading = ScenarioReader.read(Files.writeString(folder.resolve("test.yaml"), HEAD + rest), sets);
            List<String> errors = reading.problems().all().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .map(Problem::toString)
                    .toList();
            assertEquals(List.of(), errors);
            return reading.scenario().orElseThrow();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
