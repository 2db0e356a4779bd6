package marrow.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whom a move concerns. For every track and every pair of its states there is the list of the watchers for which a condition
 * (their own, or one of their factors') may become true or false when the track moves from the one to the other. Clocks whose own
 * condition forbids the new state stand in a list apart: they need not be asked whether it holds.
 */
final class Moves {
    private final StateSpace space;
    private final int clocks;

    /** Per track: where its moves begin in {@code concerned}. */
    private final int[] first;

    /** Per move (track, from, to): the watchers to ask, in order. */
    private final int[][] concerned;

    /** Per move: the clocks that stop if they run. */
    private final int[][] ended;

    Moves(StateSpace space, Journey journey) {
        this.space = space;
        List<List<long[]>> watchers = watchers(journey);
        first = new int[space.tracks() + 1];
        for (int track = 0; track < space.tracks(); track++) {
            first[track + 1] = first[track] + space.states(track) * space.states(track);
        }
        concerned = new int[first[space.tracks()]][];
        ended = new int[concerned.length][];
        clocks = journey.clocks().size();
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
        for (int from = firstBit; from < firstBit + states; from++) {
            for (int to = firstBit; to < firstBit + states; to++) {
                int left = from;
                int entered = to;
                int[] all = Arrays.stream(looking)
                        .filter(w -> differ(watchers.get(w), left, entered))
                        .toArray();
                IntPredicate ends = w -> w < clocks && has(watchers.get(w).get(0), entered);
                ended[number(track, from, to)] = Arrays.stream(all).filter(ends).toArray();
                concerned[number(track, from, to)] =
                        Arrays.stream(all).filter(ends.negate()).toArray();
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

    /** The number of a track's move between two of its states (global bits). */
    int number(int track, int fromBit, int toBit) {
        int firstBit = space.firstBit(track);
        return first[track] + (fromBit - firstBit) * space.states(track) + (toBit - firstBit);
    }

    /** The clocks whose own condition fails with this move. */
    int[] ends(int move) {
        return ended[move];
    }

    /** The other watchers that the move concerns. */
    int[] concerns(int move) {
        return concerned[move];
    }
}
