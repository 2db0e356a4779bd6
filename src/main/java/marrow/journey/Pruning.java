package marrow.journey;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;

/**
 * Leaves out of a journey what no requested result depends on. Because every random number has its own address, the
 * patients of the smaller journey live the same lives, bit for bit, in all that is left.
 *
 * <p>A clock is kept if it sets a mark or a track, or enters an account, that is asked for, or that anything kept looks at; with it everything that
 * its condition, its factors, its choices and its origin look at.
 */
public final class Pruning {
    private final Journey journey;
    private final Set<String> marks;
    private final Set<String> accounts;
    private final Set<String> tracks;
    private final Set<String> facts;

    // By identity: to compare declarations by what they say takes longer than all the rest.
    private final Set<Clock> clocks = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Accrual> accruals = Collections.newSetFromMap(new IdentityHashMap<>());

    private Pruning(
            Journey journey,
            Collection<String> marks,
            Collection<String> accounts,
            Collection<String> tracks,
            Collection<String> facts) {
        this.journey = journey;
        this.marks = new HashSet<>(marks);
        this.accounts = new HashSet<>(accounts);
        this.tracks = new HashSet<>(tracks);
        this.facts = new HashSet<>(facts);
    }

    /** The journey that is left when only these marks, accounts, tracks and facts are read off the patients. */
    public static Journey to(
            Journey journey,
            Collection<String> marks,
            Collection<String> accounts,
            Collection<String> tracks,
            Collection<String> facts) {
        Pruning pruning = new Pruning(journey, marks, accounts, tracks, facts);
        journey.accruals().stream()
                .filter(accrual -> accrual.accounts().stream().anyMatch(accounts::contains))
                .forEach(pruning::keep);
        return pruning.left();
    }

    private Journey left() {
        int before;
        do {
            before = clocks.size() + tracks.size() + facts.size() + marks.size();
            journey.clocks().stream().filter(this::matters).forEach(this::keep);
            journey.tracks().stream()
                    .filter(track -> tracks.contains(track.name()))
                    .forEach(this::keep);
            journey.facts().stream().filter(fact -> facts.contains(fact.name())).forEach(this::keep);
        } while (clocks.size() + tracks.size() + facts.size() + marks.size() > before);
        return new Journey(
                journey.facts().stream()
                        .filter(fact -> facts.contains(fact.name()))
                        .toList(),
                journey.tracks().stream()
                        .filter(track -> tracks.contains(track.name()))
                        .toList(),
                journey.clocks().stream().filter(clocks::contains).toList(),
                journey.accruals().stream().filter(accruals::contains).toList());
    }

    private boolean matters(Clock clock) {
        return marks.contains(clock.name()) || clock.effects().anyMatch(this::matters);
    }

    private boolean matters(Effect effect) {
        return effect.marks().stream().anyMatch(marks::contains)
                || effect.sets().keySet().stream().anyMatch(tracks::contains)
                || effect.uses().stream().anyMatch(use -> accounts.contains(use.account()));
    }

    private void keep(Clock clock) {
        clocks.add(clock);
        look(clock.condition());
        clock.factors().forEach(factor -> look(factor.when()));
        clock.cases().forEach(one -> look(one.when()));
        clock.effects().forEach(this::keep);
        if (clock.since() != null) {
            marks.add(clock.since());
        }
    }

    private void keep(Effect effect) {
        tracks.addAll(effect.sets().keySet());
        effect.uses().stream()
                .map(Effect.Use::scaledBy)
                .filter(Objects::nonNull)
                .forEach(facts::add);
    }

    private void keep(Accrual accrual) {
        accruals.add(accrual);
        look(accrual.condition());
        if (accrual.scaledBy() != null) {
            facts.add(accrual.scaledBy());
        }
    }

    private void keep(Track track) {
        Needs needs = Needs.of(track.start());
        tracks.addAll(needs.tracks());
        facts.addAll(needs.facts());
    }

    private void keep(Fact fact) {
        Needs needs = Needs.of(fact.formula());
        tracks.addAll(needs.tracks());
        facts.addAll(needs.facts());
    }

    private void look(Condition condition) {
        tracks.addAll(condition.allowed().keySet());
    }
}
