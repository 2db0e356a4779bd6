package marrow.report.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.journey.Clock;
import marrow.journey.Course;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Start;
import marrow.journey.Track;

/**
 * What the diagrams of a journey draw: its tracks, of each the states that a patient who enters here may come to be in, and
 * the moves between them. The tracks and clocks that courses are written out as are left out; what a course does to
 * the tracks of the journey, by its start and its end, stays.
 */
public final class JourneyMap {
    private final Journey journey;
    private final Entry entry;
    private final List<Course> courses;
    private final Map<String, String> about;
    private final Map<String, Set<String>> reached = new HashMap<>();
    private final Map<String, List<Move>> movesOf = new HashMap<>();

    private JourneyMap(Journey journey, Entry entry, List<Course> courses, Map<String, String> about) {
        this.journey = journey;
        this.entry = entry;
        this.courses = List.copyOf(courses);
        this.about = Map.copyOf(about);
        Map<String, List<Move>> moves = new LinkedHashMap<>();
        for (Move move : Moves.of(journey)) {
            moves.computeIfAbsent(move.track(), none -> new ArrayList<>()).add(move);
        }
        journey.tracks().forEach(track -> follow(track, moves.getOrDefault(track.name(), List.of())));
    }

    /**
     * @param journey with these courses written out in it
     * @param about sentences for the reader, by the name of the clock or course
     */
    static JourneyMap of(Journey journey, Entry entry, List<Course> courses, Map<String, String> about) {
        return new JourneyMap(journey, entry, courses, about);
    }

    /** Keeps the moves that start from a state which is a start or the target of another such move. */
    private void follow(Track track, List<Move> moves) {
        String start = start(track);
        Set<String> states = new LinkedHashSet<>(start == null ? track.states() : List.of(start));
        int before;
        do {
            before = states.size();
            for (Move move : moves) {
                if (move.from().stream().anyMatch(states::contains)) {
                    states.add(move.to());
                }
            }
        } while (states.size() > before);
        List<Move> possible = new ArrayList<>();
        for (Move move : moves) {
            Set<String> from = new LinkedHashSet<>(move.from());
            from.retainAll(states);
            if (!from.isEmpty()) {
                possible.add(move.from(from));
            }
        }
        reached.put(track.name(), states);
        movesOf.put(track.name(), List.copyOf(possible));
    }

    public Journey journey() {
        return journey;
    }

    /** The door through which its patients come in. */
    Entry entry() {
        return entry;
    }

    public List<Course> courses() {
        return courses;
    }

    /** The tracks of the journey itself, not those of its courses. */
    List<Track> tracks() {
        return journey.tracks().stream()
                .filter(track -> !isOfCourse(track.name()))
                .toList();
    }

    /** The tracks on which something may move. */
    public List<Track> movingTracks() {
        return tracks().stream().filter(track -> !moves(track).isEmpty()).toList();
    }

    /** The tracks that stay for life as they were at entry. */
    List<Track> fixedTracks() {
        return tracks().stream().filter(track -> moves(track).isEmpty()).toList();
    }

    public List<Move> moves(Track track) {
        return movesOf.get(track.name());
    }

    /** The states in which a patient may come to be, in the order declared. */
    public List<String> reached(Track track) {
        return track.states().stream()
                .filter(reached.get(track.name())::contains)
                .toList();
    }

    /** The clocks that move no track: they leave a mark. */
    List<Clock> clocksThatOnlyMark() {
        Set<String> moving = new LinkedHashSet<>();
        Moves.of(journey).forEach(move -> moving.add(move.clock().name()));
        return journey.clocks().stream()
                .filter(clock -> !moving.contains(clock.name()) && !isOfCourse(clock.name()))
                .toList();
    }

    /** The state in which all patients start, or null where that differs between them. */
    public String start(Track track) {
        String entered = entry.states().get(track.name());
        return entered == null && track.start() instanceof Start.In in ? in.state() : entered;
    }

    /** Whether all states but the target lead there, so that an arrow from each would say nothing more. */
    public boolean isFromAnywhere(Move move) {
        return move.from().size() > 1
                && move.from().size() + 1 == reached.get(move.track()).size();
    }

    /** A sentence for the reader about this clock or course; empty where there is none. */
    public String about(String name) {
        return about.getOrDefault(name, "");
    }

    /** Whether this track, clock, mark or account is one of those a course is written out as. */
    boolean isOfCourse(String name) {
        return courses.stream().anyMatch(course -> name.equals(course.name()) || name.startsWith(course.name() + "/"));
    }
}
