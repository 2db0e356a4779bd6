package marrow.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** How many trials there are, by truth. */
    public Map<String, Long> done() {
        Map<String, Long> done = new LinkedHashMap<>();
        outcomes.forEach(
                outcome -> done.put(outcome.truth().name(), outcome.results().replicates()));
        return done;
    }
}
