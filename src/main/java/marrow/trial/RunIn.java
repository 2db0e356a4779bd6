package marrow.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.check.Require;
import marrow.check.Tally;
import marrow.stats.dose.DoseRule;
import marrow.trial.endpoint.Response;

/**
 * Phase I that opens a single-arm trial: cohorts of patients at one dose after the other, as a rule says, until one is recommended;
 * the others get that dose.
 *
 * @param levels   the doses, lowest first
 * @param toxicity the dose-limiting toxicity, with its window
 * @param lagDays  from the day on which a cohort is known to the enrolment of the next
 */
public record RunIn(List<Level> levels, DoseRule rule, Response toxicity, double lagDays) {
    public RunIn {
        levels = List.copyOf(levels);
        Require.notNegative(lagDays, "days to the next cohort");
        if (levels.size() != rule.doses()) {
            throw new IllegalArgumentException("a rule for " + rule.doses() + " doses is not one for " + levels.size());
        }
        if (!(toxicity.byDays() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    toxicity.name() + " says by no day whether it was reached, so it has no window");
        }
    }

    /** A dose: states in which its patients enter. */
    public record Level(String name, Map<String, String> states) {
        public Level {
            states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        }
    }

    void check(int arms, int patients) {
        if (arms > 1) {
            throw new IllegalArgumentException("phase I opens a trial with one arm, not with " + arms);
        }
        if (patients < rule.mostPatients()) {
            throw new IllegalArgumentException("phase I may need " + Tally.of(rule.mostPatients(), "patient")
                    + ", more than the " + patients + " of the trial");
        }
    }
}
