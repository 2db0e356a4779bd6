package marrow.report.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.journey.Condition;
import marrow.journey.Journey;
import marrow.journey.Track;

/** A condition in the fewest words: the states it allows, or where they are more, those it does not. */
public final class ConditionText {
    private final Map<String, List<String>> states = new HashMap<>();

    public ConditionText(Journey journey) {
        for (Track track : journey.tracks()) {
            states.put(track.name(), track.states());
        }
    }

    String of(Condition condition) {
        return without(condition, null);
    }

    /** What the condition says of all tracks but this one; empty where that is nothing. */
    String without(Condition condition, String left) {
        List<String> said = new ArrayList<>();
        condition.allowed().forEach((track, allowed) -> {
            if (!track.equals(left)) {
                said.add(track + " " + states(track, allowed));
            }
        });
        return String.join(", ", said);
    }

    String states(String track, Set<String> allowed) {
        List<String> all = states.getOrDefault(track, List.of());
        List<String> others =
                all.stream().filter(state -> !allowed.contains(state)).toList();
        if (others.isEmpty()) {
            return "any";
        }
        return others.size() < allowed.size()
                ? "other than " + String.join(" or ", others)
                : String.join(" or ", allowed);
    }
}
