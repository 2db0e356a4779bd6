package marrow.scenario.patient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/**
 * Where everything is named. Facts, tracks and the tracks of courses share one set of names, because they need each other
 * at entry; clocks and courses share another.
 *
 * @param states facts, tracks and courses
 * @param clocks clocks and courses
 */
public record Naming(Map<String, Position> states, Map<String, Position> clocks) {

    /** Tells the vocabulary of everything that may be spoken of, and reports names given twice. */
    public static Naming of(
            Declarations declared, List<DeclaredTrack> tracks, Vocabulary vocabulary, Problems problems) {
        Naming naming = new Naming(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (DeclaredTrack track : tracks) {
            naming.states.put(track.name(), track.at());
            if (track.states().isEmpty()) {
                vocabulary.addUnclear(track.name());
            } else {
                vocabulary.addTrack(track.name(), track.states());
            }
        }
        for (Entry fact : declared.of(Section.POPULATION)) {
            place(fact, naming.states, "a track", problems);
        }
        for (Entry clock : declared.of(Section.CLOCKS)) {
            Names.check(clock.key(), "a clock", problems);
            naming.clocks.put(clock.name(), clock.key().at());
            vocabulary.addMark(clock.name());
        }
        for (Entry course : declared.of(Section.COURSES)) {
            Names.check(course.key(), "a course", problems);
            place(course, naming.states, "a track or fact", problems);
            place(course, naming.clocks, "a clock", problems);
            vocabulary.addCourse(course.name());
            CourseNames.marks(course).forEach(mark -> vocabulary.addMark(mark, course.name()));
        }
        return naming;
    }

    private static void place(Entry entry, Map<String, Position> places, String other, Problems problems) {
        Position earlier = places.putIfAbsent(entry.name(), entry.key().at());
        if (earlier != null) {
            problems.error(
                    entry.key().at(), "'" + entry.name() + "' is the name of " + other + " already, in " + earlier);
        }
    }
}
