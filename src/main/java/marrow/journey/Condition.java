package marrow.journey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must be true of a patient: for each track named, the patient's state is one of those listed. Tracks that are
 * not named do not matter, so the empty condition always holds. Alternatives across tracks are not expressible: they
 * are written as two clocks or two factors, which keeps a compiled condition to one AND.
 */
public record Condition(Map<String, Set<String>> allowed) {

    public static final Condition ALWAYS = new Condition(Map.of());

    public Condition {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        allowed.forEach((track, states) -> {
            if (states.isEmpty()) {
                throw new IllegalArgumentException(
                        "no state of " + track + " is allowed: the condition can never hold");
            }
            copy.put(track, Collections.unmodifiableSet(new LinkedHashSet<>(states)));
        });
        allowed = Collections.unmodifiableMap(copy);
    }

    public static Condition in(String track, String... states) {
        return new Condition(Map.of(track, new LinkedHashSet<>(List.of(states))));
    }

    /** Both conditions at once; for a track that both name, the states they share. */
    public Condition and(Condition other) {
        Map<String, Set<String>> both = new LinkedHashMap<>(allowed);
        other.allowed.forEach((track, states) -> both.merge(track, states, (mine, theirs) -> {
            Set<String> shared = new LinkedHashSet<>(mine);
            shared.retainAll(theirs);
            return shared;
        }));
        return new Condition(both);
    }

    @Override
    public String toString() {
        if (allowed.isEmpty()) {
            return "always";
        }
        StringBuilder text = new StringBuilder();
        allowed.forEach((track, states) -> {
            text.append(text.isEmpty() ? "" : ", ").append(track).append(" ").append(String.join(" or ", states));
        });
        return text.toString();
    }
}
