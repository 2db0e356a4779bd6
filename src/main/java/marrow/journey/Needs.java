package marrow.journey;

import java.util.LinkedHashSet;
import java.util.Set;

/** The facts and tracks that must be known before a fact or a starting state can be found. */
public record Needs(Set<String> facts, Set<String> tracks) {

    public static Needs of(Start start) {
        Needs needs = new Needs(new LinkedHashSet<>(), new LinkedHashSet<>());
        if (start instanceof Start.Cut cut) {
            needs.facts.add(cut.fact());
        } else if (start instanceof Start.Drawn drawn) {
            drawn.cases()
                    .forEach(one -> needs.tracks.addAll(one.when().allowed().keySet()));
        }
        return needs;
    }

    public static Needs of(Formula formula) {
        Needs needs = new Needs(new LinkedHashSet<>(), new LinkedHashSet<>());
        needs.add(formula);
        return needs;
    }

    private void add(Formula formula) {
        if (formula instanceof Formula.Of of) {
            facts.add(of.fact());
        } else if (formula instanceof Formula.Lookup lookup) {
            facts.add(lookup.fact());
        } else if (formula instanceof Formula.Sum sum) {
            sum.terms().forEach(this::add);
        } else if (formula instanceof Formula.ByCase byCase) {
            byCase.cases().forEach(one -> {
                tracks.addAll(one.condition().allowed().keySet());
                add(one.formula());
            });
        }
    }

    /** Facts and tracks together, facts first. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(facts);
        names.addAll(tracks);
        return names;
    }
}
