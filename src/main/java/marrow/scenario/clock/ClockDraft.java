package marrow.scenario.clock;

import java.util.List;
import java.util.Optional;
import marrow.dist.Distribution;
import marrow.dist.Hazard;
import marrow.dist.Law;
import marrow.journey.Case;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Factor;
import marrow.scenario.law.HazardDraft;
import marrow.scenario.text.Node;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/**
 * A clock as written, all but the hazards that are still to be solved.
 *
 * @param at where it is named
 * @param since the mark from which time runs, or null
 * @param waiting its waiting time, or null for a hazard
 * @param hazard its hazard, or null for a waiting time
 */
public record ClockDraft(
        String name,
        Position at,
        Condition condition,
        Node.Scalar since,
        Distribution waiting,
        HazardDraft hazard,
        double chance,
        boolean keeps,
        boolean repeats,
        List<Factor> factors,
        Effect effect,
        List<Case> cases) {

    public String sinceMark() {
        return since == null ? null : since.text();
    }

    /** The clock, with its hazard as solved where it had to be. */
    public Optional<Clock> clock(Hazard solved, Problems problems) {
        Law law = waiting != null ? waiting : hazard instanceof HazardDraft.Known known ? known.hazard() : solved;
        if (law == null) {
            return Optional.empty();
        }
        return problems.attempt(
                at, () -> new Clock(name, condition, sinceMark(), law, chance, keeps, repeats, factors, effect, cases));
    }
}
