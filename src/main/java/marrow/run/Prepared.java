package marrow.run;

import java.util.List;
import marrow.design.Study;
import marrow.design.StudyReplicates;
import marrow.montecarlo.Block;
import marrow.scenario.Truth;

/** A study under a truth, before its trials are simulated. */
public record Prepared(Truth truth, Study study, List<TruthOutcome.Found> tilts, StudyReplicates replicates) {
    public Prepared {
        tilts = List.copyOf(tilts);
    }

    /** What its trials came to. */
    public TruthOutcome outcome(Block trials) {
        return new TruthOutcome(truth, study, tilts, replicates.results(trials));
    }
}
