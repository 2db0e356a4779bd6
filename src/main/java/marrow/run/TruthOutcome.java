package marrow.run;

import java.util.List;
import marrow.design.Study;
import marrow.design.metric.Results;
import marrow.scenario.trial.Truth;

/**
 * What a study came to under one truth.
 *
 * @param tilts   the factors that were found for the truth's tilts, in their order
 * @param precise whether there are no more trials because these are precise enough
 */
public record TruthOutcome(Truth truth, Study study, List<Found> tilts, Results results, boolean precise) {
    public TruthOutcome {
        tilts = List.copyOf(tilts);
    }

    /** The factor on some hazards, and the value that was reached with it. */
    public record Found(Truth.Tilt tilt, double factor, double reached) {}
}
