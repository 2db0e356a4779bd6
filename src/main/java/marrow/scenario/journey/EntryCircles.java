package marrow.scenario.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.journey.Fact;
import marrow.journey.Formula;
import marrow.journey.Start;
import marrow.journey.Track;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/**
 * Reports facts and starting states that need each other at entry, so that neither can be found first: a track cut from a
 * fact whose cases ask for that track.
 */
final class EntryCircles {
    private final Map<String, Set<String>> needs = new LinkedHashMap<>();
    private final List<String> under = new ArrayList<>();
    private final Set<String> found = new LinkedHashSet<>();
    private final Map<String, Position> places;
    private final Problems problems;

    private EntryCircles(Map<String, Position> places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    static void report(List<Fact> facts, List<Track> tracks, Map<String, Position> places, Problems problems) {
        EntryCircles circles = new EntryCircles(places, problems);
        facts.forEach(fact -> circles.needs.put(fact.name(), neededBy(fact.formula())));
        tracks.forEach(track -> circles.needs.put(track.name(), neededBy(track.start())));
        List.copyOf(circles.needs.keySet()).forEach(circles::visit);
    }

    private void visit(String name) {
        if (under.contains(name)) {
            List<String> circle = new ArrayList<>(under.subList(under.indexOf(name), under.size()));
            circle.add(name);
            problems.error(places.get(name), "at entry, " + String.join(" needs ", circle));
        } else if (found.add(name)) {
            under.add(name);
            needs.getOrDefault(name, Set.of()).forEach(this::visit);
            under.remove(name);
        }
    }

    private static Set<String> neededBy(Start start) {
        Set<String> needed = new LinkedHashSet<>();
        if (start instanceof Start.Cut cut) {
            needed.add(cut.fact());
        } else if (start instanceof Start.Drawn drawn) {
            drawn.cases().forEach(one -> needed.addAll(one.when().allowed().keySet()));
        }
        return needed;
    }

    private static Set<String> neededBy(Formula formula) {
        Set<String> needed = new LinkedHashSet<>();
        if (formula instanceof Formula.Of of) {
            needed.add(of.fact());
        } else if (formula instanceof Formula.Lookup lookup) {
            needed.add(lookup.fact());
        } else if (formula instanceof Formula.Sum sum) {
            sum.terms().forEach(term -> needed.addAll(neededBy(term)));
        } else if (formula instanceof Formula.ByCase byCase) {
            byCase.cases().forEach(one -> {
                needed.addAll(one.condition().allowed().keySet());
                needed.addAll(neededBy(one.formula()));
            });
        }
        return needed;
    }
}
