package marrow.scenario.patient;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/**
 * The names that conditions and effects may use: tracks with their states, and marks. Reports those that are not there, with
 * the nearest that is. Of a fragment alone, what it does not define may be in another: then only states of tracks that
 * it does define are checked.
 */
public final class Vocabulary {
    private final Map<String, List<String>> tracks = new LinkedHashMap<>();
    private final Set<String> marks = new LinkedHashSet<>();
    private final Map<String, String> courseOfMark = new LinkedHashMap<>();
    private final Set<String> courses = new LinkedHashSet<>();
    private final Set<String> unclear = new LinkedHashSet<>();
    private boolean unclearMarks;
    private final boolean all;
    private final Problems problems;

    public Vocabulary(boolean all, Problems problems) {
        this.all = all;
        this.problems = problems;
    }

    void addTrack(String name, List<String> states) {
        tracks.put(name, List.copyOf(states));
    }

    /** A track whose own states were refused: nothing is said about it again. */
    void addUnclear(String name) {
        unclear.add(name);
    }

    /** A course has a track, which it alone moves. */
    void addCourse(String name) {
        addTrack(name, CourseNames.STATES);
        courses.add(name);
    }

    /** A mark that a course alone sets. */
    void addMark(String mark, String course) {
        marks.add(mark);
        courseOfMark.put(mark, course);
    }

    /** The course that alone sets this mark, if it is one of those. */
    Optional<String> courseOf(String mark) {
        return Optional.ofNullable(courseOfMark.get(mark));
    }

    boolean isCourse(String track) {
        return courses.contains(track);
    }

    void addMark(String mark) {
        marks.add(mark);
    }

    /** Marks whose names were refused may be any: nothing is said of those that seem not to be there. */
    void addUnclearMarks() {
        unclearMarks = true;
    }

    List<String> states(String track) {
        return tracks.getOrDefault(track, List.of());
    }

    public Set<String> tracks() {
        return tracks.keySet();
    }

    /** All tracks, with those whose states were refused. */
    public Set<String> namedTracks() {
        Set<String> named = new LinkedHashSet<>(tracks.keySet());
        named.addAll(unclear);
        return named;
    }

    Set<String> marks() {
        return marks;
    }

    /** Whether everything that can be named is known here. */
    boolean isWhole() {
        return all;
    }

    /** Whether the track is there; if not, that is reported where it must be. */
    public boolean checkTrack(String name, Position at) {
        if (tracks.containsKey(name)) {
            return true;
        }
        if (all && !unclear.contains(name)) {
            Optional<String> nearest = Nearest.to(name, tracks.keySet());
            String have = nearest.isPresent() ? "" : ": there are " + Names.all(tracks.keySet());
            problems.error(at, "there is no track '" + name + "'" + (tracks.isEmpty() ? "" : have), nearest);
        }
        return false;
    }

    /** Whether a track that is there has this state. */
    boolean checkState(String track, String state, Position at) {
        List<String> states = tracks.get(track);
        if (states.contains(state)) {
            return true;
        }
        Optional<String> nearest = Nearest.to(state, states);
        String has = nearest.isPresent() ? "" : ", which is " + Names.either(states);
        problems.error(at, "'" + state + "' is no state of " + track + has, nearest);
        return false;
    }

    public void checkMark(String mark, Position at) {
        if (all && !knowsMark(mark)) {
            Optional<String> nearest = Nearest.to(mark, marks);
            problems.error(
                    at, "nothing sets the mark '" + mark + "'" + (nearest.isPresent() ? "" : instead(mark)), nearest);
        }
    }

    /** What a name is that is no mark, and the marks that there are: those of clocks, where there are some. */
    private String instead(String name) {
        String is = tracks.containsKey(name)
                ? ": it is a track"
                : tracks.entrySet().stream()
                        .filter(track -> track.getValue().contains(name))
                        .findFirst()
                        .map(track -> ": it is a state of " + track.getKey())
                        .orElse("");
        List<String> ofClocks =
                marks.stream().filter(mark -> !courseOfMark.containsKey(mark)).toList();
        return is + "; there are " + Names.all(ofClocks.isEmpty() ? marks : ofClocks);
    }

    boolean knowsMark(String mark) {
        return unclearMarks || marks.contains(mark);
    }
}
