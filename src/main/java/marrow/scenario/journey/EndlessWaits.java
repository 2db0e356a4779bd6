package marrow.scenario.journey;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.journey.Case;
import marrow.journey.Effect;
import marrow.scenario.clock.ClockDraft;
import marrow.scenario.clock.CourseDraft;
import marrow.scenario.patient.CourseNames;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Problems;

/**
 * Reports clocks of a scenario that can never ring, because they wait for a mark that only they set, or only clocks that wait as
 * well. In a fragment that is no mistake: another scenario may come in with the mark.
 */
final class EndlessWaits {
    private final Map<String, ClockDraft> clocks = new LinkedHashMap<>();
    private final Map<String, Set<String>> marks = new LinkedHashMap<>();

    private EndlessWaits(List<ClockDraft> clockDrafts, List<CourseDraft> courseDrafts, List<Node.Entry> courses) {
        for (ClockDraft clock : clockDrafts) {
            clocks.put(clock.name(), clock);
            marks.put(clock.name(), new LinkedHashSet<>(Set.of(clock.name())));
            add(clock.name(), clock.effect(), clock.cases());
        }
        courses.forEach(course -> marks.put(course.name(), new LinkedHashSet<>(CourseNames.marks(course))));
        for (CourseDraft course : courseDrafts) {
            String name = course.start().name();
            clocks.put(name, course.start());
            add(name, course.start().effect(), course.start().cases());
            add(name, course.end(), course.endCases());
        }
    }

    private void add(String clock, Effect effect, List<Case> cases) {
        marks.get(clock).addAll(effect.marks());
        cases.forEach(one -> one.outcomes()
                .forEach(outcome -> marks.get(clock).addAll(outcome.effect().marks())));
    }

    /**
     * Looks at the clocks of one file.
     *
     * @param file     the scenario's own file
     * @param cameWith marks with which patients may come in
     */
    static void report(
            String file,
            List<ClockDraft> clockDrafts,
            List<CourseDraft> courseDrafts,
            List<Node.Entry> courses,
            Set<String> cameWith,
            Problems problems) {
        EndlessWaits waits = new EndlessWaits(clockDrafts, courseDrafts, courses);
        Set<String> endless = waits.endless(new LinkedHashSet<>(cameWith));
        for (String name : endless) {
            Node.Scalar since = waits.clocks.get(name).since();
            if (since.at().file().equals(file)) {
                problems.error(since.at(), "this clock never rings: " + waits.why(name, since.text()));
            }
        }
    }

    /** The clocks that are left when all have rung that can, one after the other. */
    private Set<String> endless(Set<String> reached) {
        Set<String> waiting = new LinkedHashSet<>(clocks.keySet());
        boolean more = true;
        while (more) {
            more = waiting.removeIf(name -> {
                String since = clocks.get(name).sinceMark();
                boolean rings = since == null || reached.contains(since);
                if (rings) {
                    reached.addAll(marks.get(name));
                }
                return rings;
            });
        }
        return waiting;
    }

    private String why(String clock, String mark) {
        List<String> setters = clocks.keySet().stream()
                .filter(other -> marks.get(other).contains(mark))
                .toList();
        return setters.equals(List.of(clock))
                ? "it waits for the mark '" + mark + "', which only it sets itself"
                : "it waits for the mark '" + mark + "', which is set by " + Names.all(setters) + " alone, and "
                        + (setters.size() == 1 ? "that waits" : "those wait") + " for ever as well";
    }
}
