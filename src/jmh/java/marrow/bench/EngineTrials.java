package marrow.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marrow.design.Role;
import marrow.design.Study;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Block;
import marrow.montecarlo.Replicates;
import marrow.montecarlo.Sheet;
import marrow.montecarlo.Simulation;
import marrow.scenario.ScenarioReader;

/** The trials of a scenario, one after the other as a thread of a run makes them, with everything that the table of results prints. */
final class EngineTrials {
    private static final int PATIENTS_OF_TRUE_VALUES = 10_000;

    private final StudyReplicates trials;
    private final Replicates.Worker worker;
    private final double[] row;
    private final Sheet sheet;
    private final Block sums;
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
        sheet = Sheet.of(trials.columns());
        sums = Block.of(trials.columns(), List.of());
    }

    /** Makes so many trials and adds them to the sums. */
    void run(int count) {
        for (int i = 0; i < count; i++) {
            worker.replicate(next++, row);
            sheet.add(row);
            if (sheet.rows() == Simulation.BLOCK) {
                sums.addAll(sheet);
            }
        }
    }

    /** The sums of the columns, in the order in which {@link StudyReplicates} has them. */
    Block sums() {
        return sums;
    }

    /** What a run over so many trials and threads would print, for tests. */
    StudyReplicates trials() {
        return trials;
    }
}
