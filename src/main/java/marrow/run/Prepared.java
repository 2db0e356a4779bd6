package marrow.run;

import java.util.List;
import marrow.design.Study;
import marrow.design.metric.StudyReplicates;
import marrow.montecarlo.Block;
import marrow.scenario.trial.Truth;

/** A study under a truth, before its trials are simulated. */
public record Prepared(Truth truth, Study study, List<TruthOutcome.Found> tilts, StudyReplicates replicates) {
    public Prepared {
        tilts = List.copyOf(tilts);
    }

    /**
     * What its trials came to.
     *
     * @param precise whether there are no more of them because they are precise enough
     */
    public TruthOutcome outcome(Block trials, boolean precise) {
        return new TruthOutcome(truth, study, tilts, replicates.results(trials), precise);
    }
}
