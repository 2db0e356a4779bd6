package marrow.scenario;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.journey.Start;
import marrow.journey.Track;

/** Reports conditions that can never hold, because nothing puts the track into any of the states they ask for. */
final class UnreachableStates {
    private UnreachableStates() {}

    /** @param reached the states that a ring, a door or the entry sets, by track */
    static void report(
            List<ConditionDecoder.Asked> asked, List<Track> tracks, Map<String, Set<String>> reached, Problems problems) {
        Map<String, Set<String>> possible = new LinkedHashMap<>();
        for (Track track : tracks) {
            Set<String> states = new LinkedHashSet<>(reached.getOrDefault(track.name(), Set.of()));
            states.addAll(atStart(track));
            possible.put(track.name(), states);
        }
        for (ConditionDecoder.Asked one : asked) {
            Set<String> states = possible.get(one.track());
            if (states != null && !one.states().isEmpty() && one.states().stream().noneMatch(states::contains)) {
                problems.error(
                        one.at(), "this can never hold: nothing puts " + one.track() + " into " + Names.either(one.states()));
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
