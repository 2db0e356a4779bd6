package marrow.scenario.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import marrow.dist.Cause;
import marrow.dist.Hazard;
import marrow.dist.IncidenceSolver;
import marrow.scenario.clock.ClockDraft;
import marrow.scenario.law.HazardDraft.Known;
import marrow.scenario.law.HazardDraft.Reaching;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;

/**
 * Solves the hazards that are given by what they must reach. Clocks that name each other under {@code beside}, directly or
 * round about, are solved together; one that names clocks which do not name it is solved after them.
 */
final class HazardSolving {
    private final Map<String, ClockDraft> drafts = new LinkedHashMap<>();
    private final Map<String, Optional<Hazard>> hazards = new LinkedHashMap<>();
    private final List<Solved> solved = new ArrayList<>();
    private final Problems problems;

    HazardSolving(List<ClockDraft> clocks, Problems problems) {
        clocks.forEach(clock -> drafts.put(clock.name(), clock));
        this.problems = problems;
    }

    /** What was solved, in the order of the clocks. */
    List<Solved> solveAll() {
        drafts.values().stream().filter(draft -> draft.hazard() != null).forEach(draft -> hazard(draft.name()));
        return List.copyOf(solved);
    }

    /** The hazard of a clock as given or solved, or null where it could not be. */
    Hazard solvedFor(String clock) {
        return hazards.getOrDefault(clock, Optional.empty()).orElse(null);
    }

    private Optional<Hazard> hazard(String clock) {
        if (!hazards.containsKey(clock)) {
            if (drafts.get(clock).hazard() instanceof Known known) {
                hazards.put(clock, Optional.of(known.hazard()));
            } else {
                solve(group(clock));
            }
        }
        return hazards.get(clock);
    }

    private static List<String> rivals(ClockDraft draft) {
        return draft.hazard() instanceof Reaching reaching ? reaching.rivals() : List.of();
    }

    /** The clocks that need this one solved, and that it needs, in the order declared. */
    private List<String> group(String clock) {
        Set<String> needed = neededBy(clock);
        return drafts.keySet().stream()
                .filter(other -> other.equals(clock)
                        || (needed.contains(other) && neededBy(other).contains(clock)))
                .toList();
    }

    private Set<String> neededBy(String clock) {
        Set<String> needed = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(rivals(drafts.get(clock)));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (drafts.containsKey(next) && needed.add(next)) {
                open.addAll(rivals(drafts.get(next)));
            }
        }
        return needed;
    }

    private void solve(List<String> group) {
        group.forEach(member -> hazards.put(member, Optional.empty()));
        Set<String> together = new LinkedHashSet<>(group);
        for (String member : group) {
            if (!rivalsAreHazards(drafts.get(member))) {
                return;
            }
            together.addAll(rivals(drafts.get(member)));
        }
        if (!sameRivals(group, together)) {
            return;
        }
        List<Cause> causes = new ArrayList<>();
        for (String name : together) {
            Optional<Hazard> other = group.contains(name) ? Optional.empty() : hazard(name);
            if (other.isPresent()) {
                causes.add(Cause.known(name, other.get()));
            } else if (group.contains(name)) {
                causes.add(reaching(name).cause(name));
            } else {
                return;
            }
        }
        Problems ofAll = new Problems();
        ofAll.attempt(reaching(group.get(0)).at(), () -> IncidenceSolver.solve(causes))
                .ifPresentOrElse(solution -> keep(group, causes, solution), () -> tell(group, ofAll));
    }

    /** What a hazard cannot reach even alone, it cannot reach beside others: then it is the one to be mended, whichever is declared first. */
    private void tell(List<String> group, Problems ofAll) {
        int before = problems.errors();
        if (group.size() > 1) {
            group.forEach(member -> problems.attempt(
                    reaching(member).at(),
                    () -> IncidenceSolver.solve(List.of(reaching(member).cause(member)))));
        }
        if (problems.errors() == before) {
            ofAll.all().forEach(problems::add);
        }
    }

    private Reaching reaching(String clock) {
        return (Reaching) drafts.get(clock).hazard();
    }

    private void keep(List<String> group, List<Cause> causes, IncidenceSolver.Solution solution) {
        for (int i = 0; i < causes.size(); i++) {
            String name = causes.get(i).name();
            if (group.contains(name)) {
                Hazard hazard = solution.hazards().get(i);
                hazards.put(name, Optional.of(hazard));
                solution.reached().stream()
                        .filter(point -> point.cause().equals(name))
                        .map(point -> new Solved(
                                name, point.target(), point.by(), rivals(drafts.get(name)), point.reached(), hazard))
                        .forEach(solved::add);
            }
        }
    }

    /** Every name under {@code beside} is another clock with a hazard, whose time runs from the same origin. */
    private boolean rivalsAreHazards(ClockDraft draft) {
        boolean good = true;
        for (Scalar beside : ((Reaching) draft.hazard()).beside()) {
            ClockDraft rival = drafts.get(beside.text());
            if (rival == null) {
                good = false;
            } else if (rival.name().equals(draft.name())) {
                problems.error(beside.at(), "a clock does not compete with itself");
                good = false;
            } else if (rival.hazard() == null) {
                problems.error(beside.at(), "competitors have hazards, and " + rival.name() + " has a waiting time");
                good = false;
            } else if (!Objects.equals(rival.sinceMark(), draft.sinceMark())) {
                problems.warning(
                        beside.at(),
                        draft.name() + " and " + rival.name()
                                + " are solved as if their time ran from the same day, but " + draft.name()
                                + origin(draft) + " and " + rival.name() + origin(rival));
            }
        }
        return good;
    }

    private static String origin(ClockDraft draft) {
        return draft.since() == null ? " runs from when its condition holds" : " runs since " + draft.sinceMark();
    }

    /** Solved together, clocks compete with the same others: the incidence of each is that beside all. */
    private boolean sameRivals(List<String> group, Set<String> together) {
        for (String member : group) {
            Set<String> mine = new LinkedHashSet<>(rivals(drafts.get(member)));
            mine.add(member);
            if (!mine.equals(together)) {
                Set<String> missing = new LinkedHashSet<>(together);
                missing.removeAll(mine);
                problems.error(
                        reaching(member).at(),
                        Names.all(group) + " are solved together, so " + member + " competes with " + Names.all(missing)
                                + " as well: list it under 'beside'");
                return false;
            }
        }
        return true;
    }
}
