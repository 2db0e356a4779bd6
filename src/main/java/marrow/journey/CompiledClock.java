package marrow.journey;

import java.util.List;
import marrow.dist.Distribution;
import marrow.dist.Hazard;
import marrow.dist.Law;
import marrow.random.AddressedRandom;

/**
 * A {@link Clock} in numbers.
 *
 * @param key where its times stand among the random numbers; {@code chanceKey} and {@code choiceKey} likewise for
 *     whether it is armed and for what it chooses
 * @param hazard its hazard, or null where it has a waiting time
 * @param waiting its waiting time, or null where it has a hazard
 * @param since the mark its time runs from, or -1
 * @param factorForbids per factor, the states that its condition forbids
 * @param plainEffect what it does when none of its cases holds
 */
record CompiledClock(
        String name,
        long key,
        long chanceKey,
        long choiceKey,
        Hazard hazard,
        Distribution waiting,
        int since,
        double chance,
        boolean keeps,
        boolean repeats,
        long[][] factorForbids,
        double[] factors,
        CompiledCase[] cases,
        int plainEffect) {

    static CompiledClock of(Clock clock, StateSpace space, List<String> marks, List<CompiledEffect> effects) {
        int ownMark = marks.indexOf(clock.name());
        CompiledCase[] cases = clock.cases().stream()
                .map(one -> CompiledCase.of(one, clock.effect(), ownMark, space, marks, effects))
                .toArray(CompiledCase[]::new);
        effects.add(CompiledEffect.of(clock.effect(), ownMark, space, marks));
        Law law = clock.law();
        return new CompiledClock(
                clock.name(),
                AddressedRandom.clockKey(clock.name()),
                AddressedRandom.clockKey("chance of " + clock.name()),
                AddressedRandom.clockKey("choice of " + clock.name()),
                law instanceof Hazard hazard ? hazard : null,
                law instanceof Distribution waiting ? waiting : null,
                clock.since() == null ? -1 : marks.indexOf(clock.since()),
                clock.chance(),
                clock.keeps(),
                clock.repeats(),
                clock.factors().stream().map(factor -> space.forbidden(factor.when())).toArray(long[][]::new),
                clock.factors().stream().mapToDouble(Factor::by).toArray(),
                cases,
                effects.size() - 1);
    }
}
