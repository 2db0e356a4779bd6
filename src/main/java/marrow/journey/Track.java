package marrow.journey;

import java.util.List;

/**
 * One aspect of a patient: disease, graft, vital status, a baseline band, the arm. A patient is in exactly one of its
 * states at any time.
 */
public record Track(String name, List<String> states, Start start) {

    public Track {
        states = List.copyOf(states);
        if (states.isEmpty() || states.stream().distinct().count() < states.size()) {
            throw new IllegalArgumentException(name + ": a track has at least one state, each named once: " + states);
        }
    }

    /** A track that starts in its first state. */
    public static Track of(String name, String... states) {
        return new Track(name, List.of(states), new Start.In(states[0]));
    }
}
