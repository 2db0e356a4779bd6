package marrow.scenario;

import java.nio.file.Path;
import java.util.Map;

/** All that can be wrong with a file, which may be a scenario or a fragment alone: in the scenario, with what its truths set, and at the points of its sweep. */
public final class ScenarioCheck {
    private ScenarioCheck() {}

    /** @param sets values given in place of those of parameters: {@link ScenarioReader#read} */
    public static Reading of(Path file, Map<String, String> sets) {
        ScenarioFiles files = ScenarioFiles.of(file);
        Reading reading = ScenarioReader.readAny(files, sets);
        reading.scenario().ifPresent(scenario -> {
            TruthCheck.of(files, sets, scenario).forEach(reading.problems()::add);
            scenario.sweep().ifPresent(sweep -> SweepCheck.of(files, sets, scenario, sweep)
                    .forEach(reading.problems()::add));
        });
        return reading;
    }
}
