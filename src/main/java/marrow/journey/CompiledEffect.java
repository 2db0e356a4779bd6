package marrow.journey;

import java.util.List;

/** An {@link Effect} of one clock in numbers. */
final class CompiledEffect {
    /** The tracks it sets, and the global bits of the states it sets them to. */
    final int[] tracks;

    final int[] bits;

    /** The marks it sets, the clock's own first. */
    final int[] marks;

    /** In words, what it sets and marks beside the clock's own mark. */
    final String label;

    CompiledEffect(Effect effect, int ownMark, StateSpace space, List<String> markNames) {
        tracks = effect.sets().keySet().stream().mapToInt(space::track).toArray();
        bits = effect.sets().entrySet().stream()
                .mapToInt(set -> space.bit(set.getKey(), set.getValue()))
                .toArray();
        marks = new int[effect.marks().size() + 1];
        marks[0] = ownMark;
        StringBuilder words = new StringBuilder();
        effect.sets().forEach((track, state) -> append(words, track + ": " + state));
        for (int i = 1; i < marks.length; i++) {
            String mark = effect.marks().get(i - 1);
            marks[i] = markNames.indexOf(mark);
            append(words, "mark " + mark);
        }
        label = words.toString();
    }

    private static void append(StringBuilder words, String more) {
        words.append(words.isEmpty() ? "" : ", ").append(more);
    }
}
