package marrow.scenario.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.dist.Fixed;
import marrow.journey.Clock;
import marrow.journey.Journey;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/**
 * Finds clocks that set each other off without any time passing, for ever. Followed are clocks that ring at once and for
 * certain: from what a ring leaves, the first clock, in their order, whose condition begins to hold. Loops through a chance are not
 * found here; the simulation stops at them.
 */
final class ZeroTimeLoops {
    private final List<Clock> instant;

    private ZeroTimeLoops(Journey journey) {
        instant = journey.clocks().stream()
                .filter(clock -> clock.law() instanceof Fixed wait && wait.value() == 0 && clock.chance() == 1)
                .filter(clock -> clock.since() == null)
                .toList();
    }

    /** @param places where the clocks are named; loops of clocks that a course made are named by the course */
    static void report(Journey journey, Map<String, Position> places, Problems problems) {
        ZeroTimeLoops loops = new ZeroTimeLoops(journey);
        for (Clock clock : loops.instant) {
            List<String> loop = loops.from(clock);
            Position at = places.get(clock.name());
            if (!loop.isEmpty() && at != null) {
                problems.error(at, "these clocks ring for ever without any time passing: " + String.join(" > ", loop));
                return;
            }
        }
    }

    /** The names of the loop through this clock, the first again at its end; empty where there is none. */
    private List<String> from(Clock first) {
        List<String> rung = new ArrayList<>(List.of(first.name()));
        Map<String, Set<String>> known = new LinkedHashMap<>(first.condition().allowed());
        Clock clock = first;
        for (int rings = 0; rings <= instant.size(); rings++) {
            Map<String, Set<String>> before = new LinkedHashMap<>(known);
            applyRing(clock, known);
            Clock rang = clock;
            Optional<Clock> next = instant.stream()
                    .filter(other -> holds(other, known)
                            && (begins(other, before)
                                    || (other.repeats() && other.name().equals(rang.name()))))
                    .findFirst();
            if (next.isEmpty()) {
                return List.of();
            }
            clock = next.get();
            rung.add(clock.name());
            if (clock.name().equals(first.name())) {
                return rung;
            }
        }
        return List.of();
    }

    /** What is known of the tracks after the ring: those that a choice may set are no longer known. */
    private static void applyRing(Clock clock, Map<String, Set<String>> known) {
        clock.effect().sets().forEach((track, state) -> known.put(track, Set.of(state)));
        clock.cases().forEach(one -> one.outcomes().forEach(outcome -> known.keySet()
                .removeAll(outcome.effect().sets().keySet())));
    }

    private static boolean holds(Clock clock, Map<String, Set<String>> known) {
        return clock.condition().allowed().entrySet().stream()
                .allMatch(asked ->
                        known.containsKey(asked.getKey()) && asked.getValue().containsAll(known.get(asked.getKey())));
    }

    /** Whether the condition did not hold before. */
    private static boolean begins(Clock clock, Map<String, Set<String>> before) {
        return clock.condition().allowed().entrySet().stream()
                .anyMatch(asked -> before.containsKey(asked.getKey())
                        && before.get(asked.getKey()).stream().noneMatch(asked.getValue()::contains));
    }
}
