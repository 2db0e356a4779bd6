package marrow.journey;

import java.util.List;

/**
 * A {@link Case} in numbers.
 *
 * @param forbids the states that its condition forbids
 * @param upTo per outcome, the sum of the chances up to and including it; the last is 1
 * @param effects per outcome, the index of its effect
 */
record CompiledCase(long[] forbids, double[] upTo, int[] effects) {

    static CompiledCase of(
            Case one, Effect always, int ownMark, StateSpace space, List<String> marks, List<CompiledEffect> effects) {
        int outcomes = one.outcomes().size();
        double[] upTo = new double[outcomes];
        int[] indices = new int[outcomes];
        double sum = 0;
        for (int i = 0; i < outcomes; i++) {
            Outcome outcome = one.outcomes().get(i);
            sum += outcome.chance();
            upTo[i] = i == outcomes - 1 ? 1 : sum;
            indices[i] = effects.size();
            effects.add(CompiledEffect.of(always.and(outcome.effect()), ownMark, space, marks));
        }
        return new CompiledCase(space.forbidden(one.when()), upTo, indices);
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
