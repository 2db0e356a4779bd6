package marrow.journey.life;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.journey.Condition;
import marrow.journey.Track;

/**
 * Numbers for names: every state of every track has a bit, the states of a track side by side. A patient's situation is
 * the set of the bits of the present states. A condition becomes the set of bits that it forbids, so that it holds
 * where {@code situation AND forbidden} is empty.
 */
final class StateSpace {
    private final Map<String, Integer> trackIndex = new LinkedHashMap<>();
    private final List<Map<String, Integer>> stateIndex = new ArrayList<>();
    private final List<String> stateNames = new ArrayList<>();
    private final int[] firstBit;

    StateSpace(List<Track> tracks) {
        firstBit = new int[tracks.size() + 1];
        for (Track track : tracks) {
            int index = trackIndex.size();
            if (trackIndex.put(track.name(), index) != null) {
                throw new IllegalArgumentException("two tracks are called " + track.name());
            }
            Map<String, Integer> bits = new LinkedHashMap<>();
            for (String state : track.states()) {
                bits.put(state, stateNames.size());
                stateNames.add(state);
            }
            stateIndex.add(bits);
            firstBit[index + 1] = stateNames.size();
        }
    }

    int tracks() {
        return stateIndex.size();
    }

    /** Number of 64-bit words that hold all states. */
    int words() {
        return Math.max(1, (stateNames.size() + 63) >>> 6);
    }

    int track(String name) {
        Integer index = trackIndex.get(name);
        if (index == null) {
            throw new IllegalArgumentException("there is no track " + name);
        }
        return index;
    }

    int bit(String track, String state) {
        Integer bit = stateIndex.get(track(track)).get(state);
        if (bit == null) {
            throw new IllegalArgumentException("track " + track + " has no state " + state);
        }
        return bit;
    }

    int firstBit(int track) {
        return firstBit[track];
    }

    int states(int track) {
        return firstBit[track + 1] - firstBit[track];
    }

    String[] trackNames() {
        return trackIndex.keySet().toArray(String[]::new);
    }

    String[] stateNames() {
        return stateNames.toArray(String[]::new);
    }

    long[] forbidden(Condition condition) {
        long[] mask = new long[words()];
        condition.allowed().forEach((track, allowed) -> {
            allowed.forEach(state -> bit(track, state));
            stateIndex.get(track(track)).forEach((state, bit) -> {
                if (!allowed.contains(state)) {
                    mask[bit >>> 6] |= 1L << bit;
                }
            });
        });
        return mask;
    }

    /**
     * Whether a situation has nothing of what is forbidden in the words from a place on. The first two without a loop: few journeys
     * have more.
     */
    static boolean allows(long[] forbids, int at, long[] situation) {
        long met = situation[0] & forbids[at];
        if (situation.length > 1) {
            met |= situation[1] & forbids[at + 1];
            for (int w = 2; w < situation.length; w++) {
                met |= situation[w] & forbids[at + w];
            }
        }
        return met == 0;
    }
}
