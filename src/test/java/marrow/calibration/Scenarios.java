package marrow.calibration;

import java.nio.file.Path;
import java.util.Map;
import marrow.design.Study;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioReader;

/** The scenarios that come with Marrow. */
final class Scenarios {
    private Scenarios() {}

    static Study study(String scenario) {
        return read(Path.of("scenarios", scenario + ".yaml"), Map.of())
                .trial()
                .orElseThrow()
                .study();
    }

    static Scenario read(Path file, Map<String, String> sets) {
        return ScenarioReader.read(file, sets).scenario().orElseThrow();
    }
}
