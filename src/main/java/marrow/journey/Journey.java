package marrow.journey;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A journey as declared: what a patient is (tracks, facts), what may happen (clocks), what is used (accruals). The
 * order of the clocks is the order of simultaneous rings. Courses have already been written out as tracks, clocks and
 * accruals.
 */
public record Journey(List<Fact> facts, List<Track> tracks, List<Clock> clocks, List<Accrual> accruals) {
    public Journey {
        facts = List.copyOf(facts);
        tracks = List.copyOf(tracks);
        clocks = List.copyOf(clocks);
        accruals = List.copyOf(accruals);
    }

    /** The same journey with the hazards of some clocks multiplied, always and on top of their own factors. */
    public Journey tilted(Map<String, Double> factors) {
        List<Clock> tilted = clocks.stream()
                .map(clock -> factors.containsKey(clock.name()) ? clock.alsoTimes(factors.get(clock.name())) : clock)
                .toList();
        return new Journey(facts, tracks, tilted, accruals);
    }

    /** The tracks and facts that the state of a track at entry is found from, itself among them. */
    public Set<String> foundFrom(String track) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(track));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (found.add(name)) {
                tracks.stream()
                        .filter(one -> one.name().equals(name))
                        .forEach(one -> open.addAll(Needs.of(one.start()).names()));
                facts.stream()
                        .filter(one -> one.name().equals(name))
                        .forEach(one -> open.addAll(Needs.of(one.formula()).names()));
            }
        }
        return found;
    }

    public static Journey of(List<Track> tracks, List<Clock> clocks) {
        return new Journey(List.of(), tracks, clocks, List.of());
    }
}
