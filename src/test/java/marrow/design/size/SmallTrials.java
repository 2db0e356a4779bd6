package marrow.design.size;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import marrow.design.Study;
import marrow.scenario.ScenarioReader;
import marrow.scenario.trial.Trial;

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

    /** Two arms, ratios of hazards within strata and of everybody. */
    static Study ratios() {
        return trial(Path.of("src", "test", "resources", "marrow", "design", "ratios.yaml"))
                .study();
    }

    /** Two arms of patients whose PFS at 1 y is 60 %, asked this analysis alone. */
    static Study with(String analysis) {
        String yaml = """
                scenario: asked
                tracks: {vital: [alive, dead]}
                clocks: {death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 40 %%, by: 1 y}, then: {vital: dead}}}
                arms: {standard: {}, blinatumomab: {}}
                trial: {patients: 100, accrual: {over: 12 mo}, allocation: {blocks: 2}, follow-up: {last-patient: 1 y}}
                endpoints: {PFS: {event: death, at: 1 y}}
                analyses: {asked: %s}
                run: {seed: 1, horizon: 3 y}
                """.formatted(analysis);
        try {
            Path file = Files.writeString(Files.createTempFile("asked", ".yaml"), yaml);
            Study study = trial(file).study();
            Files.delete(file);
            return study;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Trial trial(Path file) {
        return ScenarioReader.read(file, Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow();
    }
}
