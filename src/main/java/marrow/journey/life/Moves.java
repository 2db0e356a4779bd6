package marrow.journey.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import marrow.journey.Factor;
import marrow.journey.Journey;

/**
 * Whom a move concerns. For every track and every pair of its states there is the list of the watchers for which a condition
 * (their own, or one of their factors') may become true or false when the track moves from the one to the other. Clocks whose own
 * condition forbids the new state stand in a list apart: they need not be asked whether it holds.
 */
final class Moves {
    private final StateSpace space;
    private final int clocks;

    /** Per state (global bit): the number of the move from it to bit 0 of all, if there were one. */
    private final int[] base;

    /** Move by move: the clocks that stop if they run, then the watchers to ask, in order. One array, since every ring reads it. */
    private final int[] watchers;

    /** Per move, two: where its clocks that stop begin in {@code watchers}, and where those to ask. */
    private final int[] from;

    Moves(StateSpace space, Journey journey) {
        this.space = space;
        clocks = journey.clocks().size();
        base = new int[space.firstBit(space.tracks())];
        List<int[]> lists = new ArrayList<>();
        List<List<long[]>> masks = masks(journey);
        for (int track = 0; track < space.tracks(); track++) {
            add(track, masks, lists);
        }
        watchers = lists.stream().flatMapToInt(Arrays::stream).toArray();
        from = new int[lists.size() + 1];
        for (int i = 0; i < lists.size(); i++) {
            from[i + 1] = from[i] + lists.get(i).length;
        }
    }

    /** Per watcher, the masks of all conditions that matter to it. */
    private List<List<long[]>> masks(Journey journey) {
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

    // In loops: a stream would be compiled by the JVM for the few journeys that a run compiles.
    private void add(int track, List<List<long[]>> masks, List<int[]> lists) {
        int firstBit = space.firstBit(track);
        int endBit = firstBit + space.states(track);
        int[] looking = looking(masks, firstBit, endBit);
        int[] ended = new int[looking.length];
        int[] concerned = new int[looking.length];
        for (int left = firstBit; left < endBit; left++) {
            base[left] = lists.size() / 2 - firstBit;
            for (int entered = firstBit; entered < endBit; entered++) {
                int ends = 0;
                int asks = 0;
                for (int w : looking) {
                    if (differ(masks.get(w), left, entered)) {
                        if (w < clocks && has(masks.get(w).get(0), entered)) {
                            ended[ends++] = w;
                        } else {
                            concerned[asks++] = w;
                        }
                    }
                }
                lists.add(Arrays.copyOf(ended, ends));
                lists.add(Arrays.copyOf(concerned, asks));
            }
        }
    }

    /** The watchers that any of these states is forbidden to. */
    private static int[] looking(List<List<long[]>> masks, int firstBit, int endBit) {
        int[] looking = new int[masks.size()];
        int count = 0;
        for (int w = 0; w < looking.length; w++) {
            if (forbidsAny(masks.get(w), firstBit, endBit)) {
                looking[count++] = w;
            }
        }
        return Arrays.copyOf(looking, count);
    }

    private static boolean forbidsAny(List<long[]> masks, int firstBit, int endBit) {
        for (long[] mask : masks) {
            for (int bit = firstBit; bit < endBit; bit++) {
                if (has(mask, bit)) {
                    return true;
                }
            }
        }
        return false;
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
    int number(int fromBit, int toBit) {
        return base[fromBit] + toBit;
    }

    /** Where the clocks whose own condition fails with this move begin among the {@link #watcher}s. */
    int firstEnded(int move) {
        return from[2 * move];
    }

    /** Where the other watchers that the move concerns begin; they end where those of the next move begin. */
    int firstConcerned(int move) {
        return from[2 * move + 1];
    }

    int watcher(int place) {
        return watchers[place];
    }
}
