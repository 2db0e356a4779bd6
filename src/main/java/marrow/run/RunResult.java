package marrow.run;

import java.util.List;
import marrow.scenario.Scenario;

/**
 * What a run found.
 *
 * @param wanted   trials under each truth that were asked for
 * @param outcomes by truth, in the order of the scenario; fewer than its truths where the run was interrupted
 */
public record RunResult(Scenario scenario, long seed, long wanted, List<TruthOutcome> outcomes) {
    public RunResult {
        outcomes = List.copyOf(outcomes);
    }
}
