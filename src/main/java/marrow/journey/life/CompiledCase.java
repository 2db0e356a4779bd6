package marrow.journey.life;

import java.util.List;
import marrow.journey.Case;
import marrow.journey.Effect;
import marrow.journey.Outcome;

/** A {@link Case} in numbers. */
final class CompiledCase {
    /** The states that its condition forbids. */
    final long[] forbids;

    /** Per outcome, the sum of the chances up to and including it; the last is 1. */
    private final double[] upTo;

    private final int[] effects;

    /** With all: the effects of the journey so far, to which those of this case are added */
    CompiledCase(Case one, Effect always, int ownMark, Index index, List<CompiledEffect> all) {
        forbids = index.space().forbidden(one.when());
        int outcomes = one.outcomes().size();
        upTo = new double[outcomes];
        effects = new int[outcomes];
        double sum = 0;
        for (int i = 0; i < outcomes; i++) {
            Outcome outcome = one.outcomes().get(i);
            sum += outcome.chance();
            upTo[i] = i == outcomes - 1 ? 1 : sum;
            effects[i] = all.size();
            all.add(new CompiledEffect(always.and(outcome.effect()), ownMark, index));
        }
    }

    /** The effect at the uniform {@code u}. */
    int at(double u) {
        int i = 0;
        while (u > upTo[i]) {
            i++;
        }
        return effects[i];
    }
}
