package marrow.scenario.trial;

import java.util.List;
import marrow.design.Study;
import marrow.design.metric.Precision;

/**
 * The trial of a scenario: what is asked of whom, under which truths.
 *
 * @param study      under the parameters as they stand
 * @param replicates trials to simulate under each truth
 * @param cohort     patients an arm from whom true values are found
 * @param precision  when fewer trials suffice
 */
public record Trial(Study study, List<Truth> truths, long replicates, int cohort, Precision precision) {
    public Trial {
        truths = List.copyOf(truths);
    }
}
