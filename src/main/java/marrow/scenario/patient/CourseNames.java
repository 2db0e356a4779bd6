package marrow.scenario.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;

/** The keys that a course is written with, and the names that it brings with it: its track, its marks, its lines of toxicity. */
public final class CourseNames {
    public static final List<String> TOXICITY = List.of("evidence", "source", "onset", "lines", "about");

    public static final List<String> KEYS = List.of(
            "drug",
            "starts",
            "needs",
            "per",
            "doses",
            "length",
            "extend",
            "hold",
            "toxicity",
            "with",
            "vial",
            "hospital",
            "prices",
            "ends",
            "about");

    public static final List<String> STATES = List.of("before", "running", "held", "after");

    /** Marks and clocks that a course makes itself, beside its lines; those of doses and companions end in a day. */
    public static final List<String> OWN = List.of("end", "stop", "last-day", "extended", "resume", "discharge");

    /** What the vials and the days in hospital come to in money. */
    public static final String COST = "cost";

    /** What every course may count; see {@link marrow.journey.CourseExpansion}. */
    public static final List<String> ACCOUNTS = List.of("ug", "infusion-days", "vials", "hospital-days", COST);

    private CourseNames() {}

    /** The lines of the toxicity table, as far as there is one. */
    public static List<Entry> lines(Entry course) {
        return toxicity(course)
                .map(table -> Fields.meant(table, TOXICITY))
                .flatMap(table -> table.get("lines"))
                .filter(Mapping.class::isInstance)
                .map(lines -> ((Mapping) lines).entries())
                .orElse(List.of());
    }

    /** The toxicity table, as far as there is one. */
    public static Optional<Mapping> toxicity(Entry course) {
        return Optional.of(course.value())
                .filter(Mapping.class::isInstance)
                .map(mapping -> Fields.meant((Mapping) mapping, KEYS))
                .flatMap(mapping -> mapping.get("toxicity"))
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast);
    }

    public static String line(String course, String line) {
        return course + "/" + line;
    }

    public static String severe(String course, String line) {
        return course + "/" + line + "-3+";
    }

    public static List<String> marks(Entry course) {
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
