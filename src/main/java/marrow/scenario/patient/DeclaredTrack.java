package marrow.scenario.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/**
 * A track with its states as all files together name them, before anything is known of how it starts.
 *
 * @param states none where they were refused
 * @param start the entry with {@code cut} or {@code draw}, or null for a track that starts in its first state
 */
public record DeclaredTrack(String name, Position at, List<String> states, Entry start) {

    /** The engine keeps a list for each move between two states. */
    private static final int MOST_STATES = 100;

    /** All tracks, in order of first mention. The states of the start come first: a cut counts its bands from there. */
    public static List<DeclaredTrack> all(Declarations declarations, Problems problems) {
        Map<String, Entry> starts = new LinkedHashMap<>();
        declarations.of(Section.TRACKS).forEach(entry -> starts.put(entry.name(), entry));
        Set<String> names = new LinkedHashSet<>(declarations.trackListings().keySet());
        names.addAll(starts.keySet());
        List<DeclaredTrack> tracks = new ArrayList<>();
        for (String name : names) {
            List<Entry> listings = declarations.trackListings().getOrDefault(name, List.of());
            Entry start = starts.get(name);
            Scalar key = (start != null ? start : listings.get(0)).key();
            int before = problems.errors();
            Names.check(key, "a track", problems);
            Set<String> states = new LinkedHashSet<>();
            if (start != null) {
                states.addAll(statesOfStart(start.value(), problems));
            }
            also(start).ifPresent(list -> states.addAll(states(list, problems)));
            listings.forEach(listing -> states.addAll(states(listing.value(), problems)));
            if (states.size() > MOST_STATES) {
                problems.error(key.at(), "a track has at most " + MOST_STATES + " states, not " + states.size());
            }
            List<String> clear = problems.errors() > before ? List.of() : List.copyOf(states);
            tracks.add(new DeclaredTrack(name, key.at(), clear, start));
        }
        return tracks;
    }

    /** States in which nobody starts. */
    private static Optional<Node> also(Entry start) {
        return start != null && start.value() instanceof Mapping mapping ? mapping.get("also") : Optional.empty();
    }

    private static Set<String> states(Node list, Problems problems) {
        Set<String> states = new LinkedHashSet<>();
        for (Node item : Fields.items(list)) {
            if (!(item instanceof Scalar scalar)) {
                problems.error(item.at(), "the name of a state is needed here, and this is " + item.named());
            } else if (Names.check(scalar, "a state", problems) && !states.add(scalar.text())) {
                problems.error(scalar.at(), "the state '" + scalar.text() + "' is listed twice");
            }
        }
        if (states.isEmpty() && Fields.items(list).isEmpty()) {
            problems.error(list.at(), "a track has at least one state");
        }
        return states;
    }

    private static Set<String> statesOfStart(Node start, Problems problems) {
        if (!(start instanceof Mapping mapping)) {
            problems.error(
                    start.at(),
                    "a track is a list of states, or starts by 'cut' or 'draw', and this is " + start.named());
            return Set.of();
        }
        Optional<Node> bands = mapping.get("states");
        Set<String> states =
                new LinkedHashSet<>(bands.map(list -> states(list, problems)).orElse(Set.of()));
        for (Node one : mapping.get("draw").map(Fields::items).orElse(List.of())) {
            Node among = one instanceof Mapping drawCase ? drawCase.get("among").orElse(one) : one;
            if (among instanceof Mapping chances) {
                chances.entries().stream()
                        .filter(entry -> Names.check(entry.key(), "a state", problems))
                        .forEach(entry -> states.add(entry.name()));
            }
        }
        return states;
    }
}
