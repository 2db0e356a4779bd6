package marrow.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whom a move concerns. For every track and every pair of its states there is the list of the watchers for which a condition
 * (their own, or one of their factors') may become true or false when the track moves from the one to the other.
 */
final class Moves {
    private final StateSpace space;

    /** Per track: where its moves begin in {@code concerned}. */
    private final int[] first;

    /** Per move (track, from, to): the watchers, in order. */
    private final int[][] concerned;

    Moves(StateSpace space, Journey journey) {
        this.space = space;
        List<List<long[]>> watchers = watchers(journey);
        first = new int[space.tracks() + 1];
        for (int track = 0; track < space.tracks(); track++) {
            first[track + 1] = first[track] + space.states(track) * space.states(track);
        }
        concerned = new int[first[space.tracks()]][];
        for (int track = 0; track < space.tracks(); track++) {
            fill(track, watchers);
        }
    }

    /** Per watcher, the masks of all conditions that matter to it. */
    private List<List<long[]>> watchers(Journey journey) {
        List<List<long[]>> watchers = new ArrayList<>();
        journey.clocks()
                .forEach(clock -> watchers.add(Stream.concat(
                                Stream.of(clock.condition()),
                                clock.factors().stream().map(Factor::when))
                        .map(space::forbidden)
                        .toList()));
        journey.accruals().forEach(accrual -> watchers.add(List.of(space.forbidden(accrual.condition()))));
        return watchers;
    }

    private void fill(int track, List<List<long[]>> watchers) {
        int states = space.states(track);
        int firstBit = space.firstBit(track);
        int[] looking = IntStream.range(0, watchers.size())
                .filter(w ->
                        IntStream.range(firstBit, firstBit + states).anyMatch(bit -> forbids(watchers.get(w), bit)))
                .toArray();
        int[] found = new int[looking.length];
        for (int from = firstBit; from < firstBit + states; from++) {
            for (int to = firstBit; to < firstBit + states; to++) {
                int n = 0;
                for (int w : looking) {
                    if (differ(watchers.get(w), from, to)) {
                        found[n++] = w;
                    }
                }
                concerned[move(track, from, to)] = Arrays.copyOf(found, n);
            }
        }
    }

    private static boolean forbids(List<long[]> masks, int bit) {
        return masks.stream().anyMatch(mask -> has(mask, bit));
    }

    private static boolean differ(List<long[]> masks, int from, int to) {
        for (long[] mask : masks) {
            if (has(mask, from) != has(mask, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(long[] mask, int bit) {
        return (mask[bit >>> 6] >>> bit & 1) != 0;
    }

    private int move(int track, int fromBit, int toBit) {
        int firstBit = space.firstBit(track);
        return first[track] + (fromBit - firstBit) * space.states(track) + (toBit - firstBit);
    }

    /** The watchers that the track's move between two of its states (global bits) concerns. */
    int[] concern(int track, int fromBit, int toBit) {
        return concerned[move(track, fromBit, toBit)];
    }
}
