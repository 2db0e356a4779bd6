package marrow.run;

import java.util.List;
import marrow.design.truth.TrueValues;

/**
 * What is found under a truth before its trials are simulated: the factors of its tilts, and true values. Depends on the lives of the
 * patients and on what is asked of them, not on how many there are, how they come and at which level is tested.
 */
public record Groundwork(List<TruthOutcome.Found> tilts, TrueValues values) {
    public Groundwork {
        tilts = List.copyOf(tilts);
    }
}
