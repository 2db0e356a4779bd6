package marrow.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import marrow.design.Study;
import marrow.scenario.ScenarioReader;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.TimeToEvent;

/** Trials of a scenario that a test has written, one after the other, each cut at its end. */
final class Trials {
    private final Study study;
    private final Cohort cohort;
    private final Data data;

    Trials(Path folder, String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("trial.yaml"), scenario);
        study = ScenarioReader.read(file, Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study();
        cohort = study.cohort();
        data = Data.of(cohort, study.variables());
    }

    void enrol(int replicate) {
        cohort.enrol(replicate);
        data.cutOn(Calendar.of(cohort, study.plan().followUp()).cutDay());
    }

    Data data() {
        return data;
    }

    TimeToEvent endpoint(String name) {
        return study.endpoints().stream()
                .filter(one -> one.name().equals(name))
                .map(TimeToEvent.class::cast)
                .findFirst()
                .orElseThrow();
    }

    Analysis analysis(String name) {
        return study.analyses().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Finding of(String name) {
        return data.inquiry(analysis(name)).finding();
    }

    /** The share of so many trials in which the analysis rejects. */
    double rejected(String name, int trials) {
        int rejected = 0;
        for (int replicate = 0; replicate < trials; replicate++) {
            enrol(replicate);
            rejected += of(name).rejects() ? 1 : 0;
        }
        return (double) rejected / trials;
    }
}
