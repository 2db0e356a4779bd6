package marrow.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import marrow.design.Role;
import marrow.design.Study;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Moments;
import marrow.montecarlo.Replicates;
import marrow.scenario.ScenarioReader;

/** The trials of a scenario, one after the other as a thread of a run makes them, with everything that the table of results prints. */
final class EngineTrials {
    private static final int PATIENTS_OF_TRUE_VALUES = 10_000;

    private final StudyReplicates trials;
    private final Replicates.Worker worker;
    private final double[] row;
    private final Moments[] sums;
    private long next;

    EngineTrials(String file) {
        Study study = ScenarioReader.read(Path.of(file), Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study();
        TrueValues truth = TrueValues.of(study.plan(), study.endpoints(), PATIENTS_OF_TRUE_VALUES, 1);
        trials = StudyReplicates.of(study, Role.ALTERNATIVE, truth);
        worker = trials.worker();
        row = new double[trials.width()];
        sums = new Moments[row.length];
        Arrays.setAll(sums, column -> new Moments());
    }

    /** Makes so many trials and adds them to the sums. */
    void run(int count) {
        for (int i = 0; i < count; i++) {
            worker.replicate(next++, row);
            for (int column = 0; column < row.length; column++) {
                sums[column].add(row[column]);
            }
        }
    }

    /** The sums of the columns, in the order in which {@link StudyReplicates} has them. */
    Moments[] sums() {
        return sums;
    }

    /** What a run over so many trials and threads would print, for tests. */
    StudyReplicates trials() {
        return trials;
    }
}
