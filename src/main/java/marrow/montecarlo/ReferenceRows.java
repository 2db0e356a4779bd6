package marrow.montecarlo;

import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * The rows of references, block by block: made by the thread that needs them first, held while others may meet them. Keys rise in the
 * order in which blocks are taken.
 */
final class ReferenceRows {
    private final ConcurrentNavigableMap<Long, Place> places = new ConcurrentSkipListMap<>();

    /** The numbers of a block, row after row; a failed replicate has NaN throughout. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Rows(double[] numbers, Block sums) {}

    private static final class Place {
        private Rows rows;

        synchronized Rows rows(Supplier<Rows> maker) {
            if (rows == null) {
                rows = maker.get();
            }
            return rows;
        }
    }

    Rows of(long key, Supplier<Rows> maker) {
        return places.computeIfAbsent(key, k -> new Place()).rows(maker);
    }

    /** Nobody meets those before this key any more. */
    void forgetBefore(long key) {
        places.headMap(key).clear();
    }
}
