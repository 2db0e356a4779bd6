package marrow.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.design.Metric;
import marrow.design.Results;
import marrow.design.Role;
import marrow.design.StudyReplicates;
import marrow.design.TrueValues;
import marrow.scenario.ScenarioReader;
import marrow.scenario.Trial;

/** Trials of a scenario that a test writes down. */
final class WrittenTrials {
    private WrittenTrials() {}

    static StudyReplicates of(Path folder, String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("trial.yaml"), scenario);
        Trial trial = ScenarioReader.read(file, Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow();
        TrueValues values = TrueValues.of(trial.study().plan(), trial.study().endpoints(), 4096, 2);
        return StudyReplicates.of(trial.study(), Role.ALTERNATIVE, values);
    }

    /** What trials came to, without what looks add. */
    static String withoutLooks(Results results) {
        Map<String, List<Metric>> analyses = new LinkedHashMap<>();
        results.analyses()
                .forEach((name, metrics) -> analyses.put(
                        name,
                        metrics.stream()
                                .filter(metric -> !metric.name().contains("_given_"))
                                .toList()));
        return results.trial() + "\n" + results.endpoints() + "\n" + analyses;
    }
}
