package marrow.journey;

import java.util.List;

/**
 * The outcomes a ring chooses between while a condition holds. A clock lists its cases in order and the first that
 * holds is used; when none holds nothing is chosen. The chances of a case add to 1, to 1e-9.
 */
public record Case(Condition when, List<Outcome> outcomes) {
    public Case {
        outcomes = List.copyOf(outcomes);
        double sum = outcomes.stream().mapToDouble(Outcome::chance).sum();
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException("the chances of a choice add to " + sum + ", not to 1");
        }
    }
}
