package marrow.journey.life;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.journey.Entry;
import marrow.journey.Fact;
import marrow.journey.Journey;
import marrow.journey.Needs;

/** The order in which facts and starting states are found: each after those it needs, else as declared. */
final class BaselineOrder {
    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Set<String> found = new LinkedHashSet<>();
    private final List<String> under = new ArrayList<>();

    private BaselineOrder() {}

    /** Names of facts and tracks. A name shared by a fact and a track is refused, so that an order is unambiguous. */
    static List<String> of(Journey journey, Entry entry) {
        BaselineOrder order = new BaselineOrder();
        journey.tracks()
                .forEach(track -> order.needs.put(
                        track.name(),
                        entry.states().containsKey(track.name())
                                ? Set.of()
                                : Needs.of(track.start()).names()));
        for (Fact fact : journey.facts()) {
            if (order.needs.put(fact.name(), Needs.of(fact.formula()).names()) != null) {
                throw new IllegalArgumentException("two facts or tracks are called " + fact.name());
            }
        }
        journey.facts().forEach(fact -> order.visit(fact.name()));
        journey.tracks().forEach(track -> order.visit(track.name()));
        return List.copyOf(order.found);
    }

    private void visit(String name) {
        if (found.contains(name)) {
            return;
        }
        if (under.contains(name)) {
            throw new IllegalArgumentException("at entry, "
                    + String.join(" needs ", under.subList(under.indexOf(name), under.size())) + " needs " + name);
        }
        Set<String> needed = needs.get(name);
        if (needed == null) {
            throw new IllegalArgumentException("there is no fact or track " + name);
        }
        under.add(name);
        needed.forEach(this::visit);
        under.remove(name);
        found.add(name);
    }
}
