package marrow.scenario.journey;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.journey.Start;
import marrow.journey.Track;
import marrow.scenario.patient.ConditionDecoder;
import marrow.scenario.text.Names;
import marrow.scenario.text.Problems;

/**
 * Reports conditions of a scenario that can never hold, because nothing puts the track into any of the states they ask
 * for. In a fragment such a condition is no mistake: it speaks of what other fragments, or other scenarios, may do.
 */
public final class UnreachableStates {
    private UnreachableStates() {}

    /**
     * Looks at what the conditions of one file ask for.
     *
     * @param file the scenario's own file
     * @param reached the states that a ring, a door or the entry sets, by track
     */
    static void report(
            String file,
            List<ConditionDecoder.Asked> asked,
            List<Track> tracks,
            Map<String, Set<String>> reached,
            Problems problems) {
        Map<String, Set<String>> possible = new LinkedHashMap<>();
        for (Track track : tracks) {
            Set<String> states = new LinkedHashSet<>(reached.getOrDefault(track.name(), Set.of()));
            states.addAll(atStart(track));
            possible.put(track.name(), states);
        }
        for (ConditionDecoder.Asked one : asked) {
            Set<String> states = possible.get(one.track());
            if (one.at().file().equals(file)
                    && states != null
                    && !one.states().isEmpty()
                    && one.states().stream().noneMatch(states::contains)) {
                problems.error(
                        one.at(),
                        "this can never hold: nothing puts " + one.track() + " into " + Names.either(one.states()));
            }
        }
    }

    private static List<String> atStart(Track track) {
        if (track.start() instanceof Start.In in) {
            return List.of(in.state());
        }
        return track.start() instanceof Start.Cut cut
                ? track.states().subList(0, cut.thresholds().size() + 1)
                : track.states();
    }
}
