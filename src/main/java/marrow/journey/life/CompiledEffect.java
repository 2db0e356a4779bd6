package marrow.journey.life;

import java.util.List;
import java.util.stream.IntStream;
import marrow.journey.Effect;

/** An {@link Effect} of one clock in numbers. */
final class CompiledEffect {
    /** The tracks it sets, and the global bits of the states it sets them to. */
    final int[] tracks;

    final int[] bits;

    /** The marks it sets, each once, the clock's own first. */
    final int[] marks;

    /** What it uses: accounts, amounts, and the facts that multiply them, or -1. */
    final int[] accounts;

    final double[] amounts;
    final int[] scales;

    /** In words, what it sets, marks beside the clock's own mark, and uses. */
    final String label;

    CompiledEffect(Effect effect, int ownMark, Index index) {
        StateSpace space = index.space();
        tracks = effect.sets().keySet().stream().mapToInt(space::track).toArray();
        bits = effect.sets().entrySet().stream()
                .mapToInt(set -> space.bit(set.getKey(), set.getValue()))
                .toArray();
        marks = IntStream.concat(IntStream.of(ownMark), effect.marks().stream().mapToInt(index::mark))
                .distinct()
                .toArray();
        List<Effect.Use> uses = effect.uses();
        accounts = uses.stream().mapToInt(use -> index.account(use.account())).toArray();
        amounts = uses.stream().mapToDouble(Effect.Use::amount).toArray();
        scales = uses.stream().mapToInt(use -> index.fact(use.scaledBy())).toArray();
        label = label(effect);
    }

    private static String label(Effect effect) {
        StringBuilder words = new StringBuilder();
        effect.sets().forEach((track, state) -> append(words, track + ": " + state));
        effect.marks().forEach(mark -> append(words, "mark " + mark));
        effect.uses().forEach(use -> append(words, "use " + use.account()));
        return words.toString();
    }

    private static void append(StringBuilder words, String more) {
        words.append(words.isEmpty() ? "" : ", ").append(more);
    }
}
