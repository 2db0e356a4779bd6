package marrow.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.scenario.Node.Entry;
import marrow.scenario.Node.Mapping;

/** The names that a course brings with it: its track, its marks, its lines of toxicity. */
final class CourseNames {
    static final List<String> STATES = List.of("before", "running", "held", "after");

    /** Marks and clocks that a course makes itself, beside its lines; those of doses and companions end in a day. */
    static final List<String> OWN = List.of("end", "stop", "last-day", "extended", "resume", "discharge");

    /** What the vials and the days in hospital come to in money. */
    static final String COST = "cost";

    /** What every course may count; see {@link marrow.journey.CourseExpansion}. */
    static final List<String> ACCOUNTS = List.of("ug", "infusion-days", "vials", "hospital-days", COST);

    private CourseNames() {}

    /** The lines of the toxicity table, as far as there is one. */
    static List<Entry> lines(Entry course) {
        return toxicity(course)
                .map(table -> Fields.meant(table, CourseDecoder.TOXICITY))
                .flatMap(table -> table.get("lines"))
                .filter(Mapping.class::isInstance)
                .map(lines -> ((Mapping) lines).entries())
                .orElse(List.of());
    }

    /** The toxicity table, as far as there is one. */
    static Optional<Mapping> toxicity(Entry course) {
        return Optional.of(course.value())
                .filter(Mapping.class::isInstance)
                .map(mapping -> Fields.meant((Mapping) mapping, CourseDecoder.KEYS))
                .flatMap(mapping -> mapping.get("toxicity"))
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast);
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
            if (!(line.value() instanceof Mapping grades)
                    || grades.entry("grade-3").isPresent()) {
                marks.add(severe(name, line.name()));
            }
        }
        return marks;
    }
}
