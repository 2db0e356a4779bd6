package marrow.journey.life;

import java.util.Arrays;
import java.util.List;
import marrow.dist.Distribution;
import marrow.dist.Hazard;
import marrow.dist.Law;
import marrow.journey.Clock;
import marrow.journey.Factor;
import marrow.random.AddressedRandom;

/** A {@link Clock} in numbers. */
final class CompiledClock {
    final String name;

    /** Where among the random numbers its times stand, whether it is armed, and what it chooses; 0 where it is not asked that. */
    final long key;

    final long chanceKey;
    final long choiceKey;

    /** Its hazard, or null where it has a waiting time. */
    final Hazard hazard;

    /** Its waiting time, or null where it has a hazard. */
    final Distribution waiting;

    /** The mark its time runs from, or -1. */
    final int since;

    /** No patient's time begins before this day. */
    final double earliestOrigin;

    private final double chance;
    final boolean keeps;
    final boolean repeats;

    /** Per factor, the states that its condition forbids. */
    final long[][] factorForbids;

    final double[] factors;
    final CompiledCase[] cases;

    /** The effect it has when none of its cases holds. */
    final int plainEffect;

    CompiledClock(Clock clock, double earliestOrigin, Index index, List<CompiledEffect> effects) {
        name = clock.name();
        key = AddressedRandom.clockKey(name);
        chanceKey = clock.chance() < 1 ? AddressedRandom.clockKey("chance of " + name) : 0;
        choiceKey = clock.cases().isEmpty() ? 0 : AddressedRandom.clockKey("choice of " + name);
        Law law = clock.law();
        hazard = law instanceof Hazard h ? h : null;
        waiting = law instanceof Distribution d ? d : null;
        since = clock.since() == null ? -1 : index.mark(clock.since());
        this.earliestOrigin = earliestOrigin;
        chance = clock.chance();
        keeps = clock.keeps();
        repeats = clock.repeats();
        factorForbids = clock.factors().stream()
                .map(factor -> index.space().forbidden(factor.when()))
                .toArray(long[][]::new);
        factors = clock.factors().stream().mapToDouble(Factor::by).toArray();
        int ownMark = index.mark(name);
        cases = clock.cases().stream()
                .map(one -> new CompiledCase(one, clock.effect(), ownMark, index, effects))
                .toArray(CompiledCase[]::new);
        plainEffect = effects.size();
        effects.add(new CompiledEffect(clock.effect(), ownMark, index));
    }

    /** The same clock with one factor more, which always holds. */
    private CompiledClock(CompiledClock clock, double by, int words) {
        name = clock.name;
        key = clock.key;
        chanceKey = clock.chanceKey;
        choiceKey = clock.choiceKey;
        hazard = clock.hazard;
        waiting = clock.waiting;
        since = clock.since;
        earliestOrigin = clock.earliestOrigin;
        chance = clock.chance;
        keeps = clock.keeps;
        repeats = clock.repeats;
        int last = clock.factors.length;
        factorForbids = Arrays.copyOf(clock.factorForbids, last + 1);
        factorForbids[last] = new long[words];
        factors = Arrays.copyOf(clock.factors, last + 1);
        factors[last] = by;
        cases = clock.cases;
        plainEffect = clock.plainEffect;
    }

    CompiledClock alsoTimes(double by, int words) {
        return new CompiledClock(this, by, words);
    }

    /**
     * The chance c that the clock is armed; where it begins late, that of those whom it has not rung for after the days passed,
     * S being what its law leaves of them by then: c S / (1 - c + c S).
     */
    double chanceAfter(double passed) {
        if (chance == 1 || !(passed > 0)) {
            return chance;
        }
        double unrung = chance * waiting.survival(passed);
        return unrung / (1 - chance + unrung);
    }

    /** The product of the factors that hold in a situation. */
    double factor(long[] situation) {
        double product = 1;
        for (int i = 0; i < factors.length; i++) {
            if (StateSpace.allows(factorForbids[i], 0, situation)) {
                product *= factors[i];
            }
        }
        return product;
    }
}
