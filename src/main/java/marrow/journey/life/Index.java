package marrow.journey.life;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import marrow.journey.Clock;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Fact;
import marrow.journey.Journey;

/** Numbers for all the names of a journey: states by {@link StateSpace}, marks, accounts and facts by their place. */
record Index(StateSpace space, List<String> marks, List<String> accounts, List<String> facts) {

    static Index of(Journey journey, Entry entry) {
        return new Index(
                new StateSpace(journey.tracks()),
                marks(journey, entry),
                accounts(journey),
                journey.facts().stream().map(Fact::name).toList());
    }

    /** Those of the entry, those of the clocks' own names, then the others. */
    private static List<String> marks(Journey journey, Entry entry) {
        Set<String> names = new LinkedHashSet<>(entry.daysSince().keySet());
        List<String> clocks = new ArrayList<>();
        for (Clock clock : journey.clocks()) {
            if (clocks.contains(clock.name())) {
                throw new IllegalArgumentException("two clocks are called " + clock.name());
            }
            clocks.add(clock.name());
        }
        names.addAll(clocks);
        for (Clock clock : journey.clocks()) {
            clock.effects().forEach(effect -> names.addAll(effect.marks()));
            if (clock.since() != null) {
                names.add(clock.since());
            }
        }
        return List.copyOf(names);
    }

    private static List<String> accounts(Journey journey) {
        return Stream.concat(
                        journey.accruals().stream().flatMap(accrual -> accrual.accounts().stream()),
                        journey.clocks().stream()
                                .flatMap(Clock::effects)
                                .flatMap(effect -> effect.uses().stream())
                                .map(Effect.Use::account))
                .distinct()
                .toList();
    }

    int mark(String name) {
        return found(marks.indexOf(name), "mark", name);
    }

    int account(String name) {
        return found(accounts.indexOf(name), "account", name);
    }

    /** The place of a fact; -1 for null, where no fact is meant. */
    int fact(String name) {
        return name == null ? -1 : found(facts.indexOf(name), "fact", name);
    }

    private static int found(int place, String kind, String name) {
        if (place < 0) {
            throw new IllegalArgumentException("there is no " + kind + " " + name);
        }
        return place;
    }
}
