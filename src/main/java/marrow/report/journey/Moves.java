package marrow.report.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.journey.Case;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Journey;
import marrow.journey.Outcome;
import marrow.journey.Track;

/** The moves that the clocks of a journey can make, in the order of the clocks, and in that of the outcomes of each. */
final class Moves {
    private record Key(String track, Set<String> from, String to) {}

    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final Clock clock;
    private final Map<Key, List<Move.Way>> found = new LinkedHashMap<>();

    private Moves(Journey journey, Clock clock) {
        journey.tracks().forEach(track -> tracks.put(track.name(), track));
        this.clock = clock;
    }

    static List<Move> of(Journey journey) {
        List<Move> all = new ArrayList<>();
        journey.clocks().forEach(clock -> all.addAll(new Moves(journey, clock).all()));
        return all;
    }

    private List<Move> all() {
        Set<String> moved = new LinkedHashSet<>(clock.effect().sets().keySet());
        clock.cases().forEach(one -> one.outcomes()
                .forEach(outcome -> moved.addAll(outcome.effect().sets().keySet())));
        for (String track : moved) {
            if (alwaysTheSame(track)) {
                add(
                        track,
                        Set.copyOf(tracks.get(track).states()),
                        clock.effect().sets().get(track),
                        null);
            } else {
                choices(track);
            }
        }
        List<Move> moves = new ArrayList<>();
        found.forEach((key, ways) -> moves.add(new Move(key.track, key.from, key.to, clock, List.copyOf(ways))));
        return moves;
    }

    /** Whether the clock sets this track whatever is chosen. */
    private boolean alwaysTheSame(String track) {
        return clock.effect().sets().containsKey(track)
                && clock.cases().stream()
                        .flatMap(one -> one.outcomes().stream())
                        .noneMatch(outcome -> outcome.effect().sets().containsKey(track));
    }

    private void choices(String track) {
        Set<String> taken = new LinkedHashSet<>();
        boolean otherwise = false;
        for (Case one : clock.cases()) {
            Set<String> here = one.when().allowed().get(track);
            Condition elsewhere = without(one.when(), track);
            Set<String> from = here == null ? Set.copyOf(tracks.get(track).states()) : here;
            for (Map.Entry<String, Double> chance : chances(one, track).entrySet()) {
                Set<String> left = new LinkedHashSet<>(from);
                left.removeAll(taken);
                boolean certain =
                        chance.getValue() >= 1 - 1e-9 && elsewhere.allowed().isEmpty() && !otherwise;
                Move.Way way = certain ? null : new Move.Way(chance.getValue(), elsewhere, otherwise);
                add(track, left, chance.getKey(), way);
            }
            if (elsewhere.allowed().isEmpty()) {
                taken.addAll(from);
            } else {
                otherwise = true;
            }
        }
        String plain = clock.effect().sets().get(track);
        if (plain != null) {
            Set<String> left = new LinkedHashSet<>(tracks.get(track).states());
            left.removeAll(taken);
            add(track, left, plain, otherwise ? new Move.Way(1, Condition.ALWAYS, true) : null);
        }
    }

    /** The chance of each state that the outcomes of a case may put the track into. */
    private Map<String, Double> chances(Case one, String track) {
        Map<String, Double> chances = new LinkedHashMap<>();
        for (Outcome outcome : one.outcomes()) {
            Effect effect = clock.effect().and(outcome.effect());
            String to = effect.sets().get(track);
            if (to != null && outcome.chance() > 0) {
                chances.merge(to, outcome.chance(), Double::sum);
            }
        }
        return chances;
    }

    /** @param way null where the clock always does this when it rings in one of these states */
    private void add(String track, Set<String> states, String to, Move.Way way) {
        Set<String> from = new LinkedHashSet<>(tracks.get(track).states());
        from.retainAll(states);
        from.retainAll(clock.condition().allowed().getOrDefault(track, from));
        from.remove(to);
        if (!from.isEmpty()) {
            List<Move.Way> ways = found.computeIfAbsent(new Key(track, from, to), none -> new ArrayList<>());
            if (way != null) {
                ways.add(way);
            }
        }
    }

    private static Condition without(Condition condition, String track) {
        Map<String, Set<String>> others = new LinkedHashMap<>(condition.allowed());
        others.remove(track);
        return new Condition(others);
    }
}
