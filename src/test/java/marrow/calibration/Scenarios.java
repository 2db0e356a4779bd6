package marrow.calibration;

import java.nio.file.Path;
import java.util.Map;
import marrow.design.Study;
import marrow.scenario.ScenarioReader;

/** The scenarios that come with Marrow. */
final class Scenarios {
    private Scenarios() {}

    static Study study(String scenario) {
        return ScenarioReader.read(Path.of("scenarios", scenario + ".yaml"), Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study();
    }
}
