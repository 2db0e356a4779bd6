package marrow.journey;

import java.util.List;

/**
 * An {@link Effect} in numbers: the tracks it sets, the bits of the states it sets them to, and the marks it sets.
 *
 * @param label for the trace: what was set and marked, in words
 */
record CompiledEffect(int[] tracks, int[] bits, int[] marks, String label) {

    static CompiledEffect of(Effect effect, int ownMark, StateSpace space, List<String> markNames) {
        int[] tracks = effect.sets().keySet().stream().mapToInt(space::track).toArray();
        int[] bits = effect.sets().entrySet().stream()
                .mapToInt(set -> space.bit(set.getKey(), set.getValue()))
                .toArray();
        int[] marks = new int[effect.marks().size() + 1];
        marks[0] = ownMark;
        StringBuilder label = new StringBuilder();
        effect.sets().forEach((track, state) -> label.append(label.isEmpty() ? "" : ", ").append(track).append(": ").append(state));
        for (int i = 1; i < marks.length; i++) {
            String mark = effect.marks().get(i - 1);
            marks[i] = markNames.indexOf(mark);
            label.append(label.isEmpty() ? "" : ", ").append("mark ").append(mark);
        }
        return new CompiledEffect(tracks, bits, marks, label.toString());
    }
}
