package marrow.scenario;

import java.util.ArrayList;
import java.util.List;
import marrow.scenario.Node.Entry;
import marrow.scenario.Node.Mapping;

/** The names that a course brings with it: its track, its marks, its lines of toxicity. */
final class CourseNames {
    static final List<String> STATES = List.of("before", "running", "held", "after");

    /** Marks and clocks that a course makes itself, beside its lines; those of doses and companions end in a day. */
    static final List<String> OWN = List.of("end", "stop", "last-day", "extended", "resume", "discharge");

    /** What every course may count; see {@link marrow.journey.CourseExpansion}. */
    static final List<String> ACCOUNTS = List.of("ug", "infusion-days", "vials", "hospital-days", "cost");

    private CourseNames() {}

    /** The lines of the toxicity table, as far as there is one. */
    static List<Entry> lines(Entry course) {
        return course.value() instanceof Mapping mapping
                        && mapping.get("toxicity").orElse(null) instanceof Mapping toxicity
                        && toxicity.get("lines").orElse(null) instanceof Mapping lines
                ? lines.entries()
                : List.of();
    }

    static String line(String course, String line) {
        return course + "/" + line;
    }

    static String severe(String course, String line) {
        return course + "/" + line + "-3+";
    }

    static List<String> marks(Entry course) {
        String name = course.name();
        List<String> marks = new ArrayList<>(List.of(name, name + "/end", name + "/stop"));
        for (Entry line : lines(course)) {
            marks.add(line(name, line.name()));
            marks.add(severe(name, line.name()));
        }
        return marks;
    }
}
