package marrow.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.design.Role;
import marrow.design.Study;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Simulation;
import marrow.scenario.ScenarioReader;

/** Trials of a scenario that a test writes down. */
public final class WrittenTrials {
    private WrittenTrials() {}

    public static StudyReplicates of(Path folder, String scenario) throws IOException {
        return of(study(folder, scenario), Role.ALTERNATIVE);
    }

    public static StudyReplicates of(Study study, Role role) {
        return StudyReplicates.of(study, role, TrueValues.of(study.plan(), study.variables(), 4096, 2));
    }

    public static Study study(Path folder, String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("trial.yaml"), scenario);
        return ScenarioReader.read(file, Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study();
    }

    /** What so many trials come to. */
    public static Results results(Path folder, String scenario, long count) throws IOException {
        return results(of(folder, scenario), count);
    }

    public static Results results(StudyReplicates trials, long count) {
        return trials.results(Simulation.of(trials, count, 2, Progress.SILENT).run());
    }

    public static Estimate estimate(List<Metric> metrics, String name) {
        return Metric.find(metrics, name).orElseThrow();
    }

    public static double value(List<Metric> metrics, String name) {
        return estimate(metrics, name).value();
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
