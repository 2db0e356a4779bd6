package marrow.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marrow.journey.Clock;
import marrow.journey.Course;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Start;
import marrow.journey.Track;

/**
 * What the diagrams of a journey draw: its tracks with the moves on them. The tracks and clocks that courses are written
 * out as are left out; what a course does to the tracks of the journey, by its start and its end, stays.
 */
public final class JourneyMap {
    private final Journey journey;
    private final Entry entry;
    private final List<Course> courses;
    private final Map<String, List<Move>> movesOf;

    private JourneyMap(Journey journey, Entry entry, List<Course> courses) {
        this.journey = journey;
        this.entry = entry;
        this.courses = List.copyOf(courses);
        movesOf = Moves.of(journey).stream()
                .filter(move -> !isOfCourse(move.track()))
                .collect(Collectors.groupingBy(Move::track, LinkedHashMap::new, Collectors.toList()));
    }

    /** @param journey with these courses written out in it */
    public static JourneyMap of(Journey journey, Entry entry, List<Course> courses) {
        return new JourneyMap(journey, entry, courses);
    }

    Journey journey() {
        return journey;
    }

    List<Course> courses() {
        return courses;
    }

    /** The tracks on which something moves. */
    List<Track> movingTracks() {
        return journey.tracks().stream().filter(track -> movesOf.containsKey(track.name())).toList();
    }

    /** The tracks that stay for life as they were at entry. */
    List<Track> fixedTracks() {
        return journey.tracks().stream()
                .filter(track -> !movesOf.containsKey(track.name()) && !isOfCourse(track.name()))
                .toList();
    }

    List<Move> moves(Track track) {
        return movesOf.getOrDefault(track.name(), List.of());
    }

    /** The clocks that move no track: they leave a mark. */
    List<Clock> clocksThatOnlyMark() {
        Set<Clock> moving = new LinkedHashSet<>();
        movesOf.values().forEach(moves -> moves.forEach(move -> moving.add(move.clock())));
        return journey.clocks().stream()
                .filter(clock -> !moving.contains(clock) && !isOfCourse(clock.name()))
                .toList();
    }

    /** The state in which all patients start, or null where that differs between them. */
    String start(Track track) {
        String entered = entry.states().get(track.name());
        return entered == null && track.start() instanceof Start.In in ? in.state() : entered;
    }

    /** Whether any state but the target leads there, so that an arrow from each would say nothing more. */
    boolean isFromAnywhere(Move move) {
        return move.from().size() > 1 && move.from().size() + 1 == track(move).states().size();
    }

    private Track track(Move move) {
        return journey.tracks().stream().filter(track -> track.name().equals(move.track())).findFirst().orElseThrow();
    }

    /** Whether this track, clock, mark or account is one of those a course is written out as. */
    boolean isOfCourse(String name) {
        return courses.stream().anyMatch(course -> name.equals(course.name()) || name.startsWith(course.name() + "/"));
    }
}
