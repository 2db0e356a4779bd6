package marrow.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.journey.Case;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Journey;
import marrow.journey.Outcome;
import marrow.journey.Track;

/** The moves that the clocks of a journey can make, in the order of the clocks. */
final class Moves {
    private record Key(String track, Set<String> from, String to) {}

    private final List<Move> all = new ArrayList<>();
    private final Map<String, Track> tracks = new LinkedHashMap<>();

    private Moves(Journey journey) {
        journey.tracks().forEach(track -> tracks.put(track.name(), track));
        journey.clocks().forEach(this::add);
    }

    static List<Move> of(Journey journey) {
        return List.copyOf(new Moves(journey).all);
    }

    private void add(Clock clock) {
        Map<Key, List<Move.Way>> found = new LinkedHashMap<>();
        boolean alwaysChooses = false;
        for (Case one : clock.cases()) {
            if (!contradicts(clock.condition(), one.when())) {
                add(found, clock, one);
            }
            alwaysChooses |= one.when().allowed().isEmpty();
        }
        if (!alwaysChooses) {
            clock.effect().sets().forEach((track, to) -> add(found, clock.condition(), track, to, null));
        }
        found.forEach((key, ways) -> all.add(new Move(key.track, key.from, key.to, clock, List.copyOf(ways))));
    }

    private void add(Map<Key, List<Move.Way>> found, Clock clock, Case one) {
        Condition condition = clock.condition().and(one.when());
        Map<String, Map<String, Double>> chances = new LinkedHashMap<>();
        for (Outcome outcome : one.outcomes()) {
            clock.effect().and(outcome.effect()).sets().forEach((track, to) -> chances.computeIfAbsent(
                            track, none -> new LinkedHashMap<>())
                    .merge(to, outcome.chance(), Double::sum));
        }
        chances.forEach((track, ofStates) -> ofStates.forEach((to, chance) -> {
            boolean always = chance >= 1 - 1e-9 && one.when().allowed().isEmpty() && clock.cases().size() == 1;
            add(found, condition, track, to, always ? null : new Move.Way(chance, one.when()));
        }));
    }

    /** @param way null where the ring always does this */
    private void add(Map<Key, List<Move.Way>> found, Condition condition, String track, String to, Move.Way way) {
        Set<String> from = new LinkedHashSet<>(tracks.get(track).states());
        if (condition.allowed().containsKey(track)) {
            from.retainAll(condition.allowed().get(track));
        }
        from.remove(to);
        if (!from.isEmpty()) {
            List<Move.Way> ways = found.computeIfAbsent(new Key(track, from, to), none -> new ArrayList<>());
            if (way != null) {
                ways.add(way);
            }
        }
    }

    private static boolean contradicts(Condition one, Condition other) {
        return one.allowed().entrySet().stream().anyMatch(entry -> {
            Set<String> shared = new LinkedHashSet<>(entry.getValue());
            Set<String> theirs = other.allowed().get(entry.getKey());
            return theirs != null && !shared.removeAll(theirs);
        });
    }
}
