package marrow.design.metric;

import java.util.List;
import marrow.design.OneTrial;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Block;

/** Reads some numbers off every trial, and tells in the end what they come to. Immutable. */
interface Gauge {
    /** How many numbers it reads off a trial. */
    int width();

    /** Whether a number that is missing in this one of its columns counts as 0. */
    default boolean missingIsZero(int column) {
        return false;
    }

    /** A reader in one thread. */
    Reader reader(OneTrial trial);

    /** What the numbers of all trials come to; they stand in the columns from {@code at} on. */
    List<Metric> metrics(Block block, int at, TrueValues truth);

    /** Scratch of one thread. */
    interface Reader {
        /** Puts the numbers of the present trial in the row from {@code at} on. */
        void read(double[] row, int at);
    }
}
