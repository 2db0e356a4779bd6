package marrow.design.size;

import java.nio.file.Path;
import java.util.Map;
import marrow.design.Study;
import marrow.scenario.ScenarioReader;
import marrow.scenario.Trial;

/** Trials that are small enough to be sized in a test. */
final class SmallTrials {
    private SmallTrials() {}

    /** One arm, exponential, everybody followed to the landmark; 75 % free of the event at 1 y against 50 %. */
    static Study t3() {
        return trial(Path.of("bench", "t3.yaml")).study();
    }

    /** Two arms. */
    static Study maintenance() {
        return trial(Path.of("docs", "maintenance-trial.yaml")).study();
    }

    private static Trial trial(Path file) {
        return ScenarioReader.read(file, Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow();
    }
}
