package marrow.montecarlo;

import marrow.check.Require;

/**
 * The columns of a row of numbers. All have moments; the last few of the row's own may be tallied as well, so that their quantiles can be told.
 *
 * @param own     columns of the row itself
 * @param tallied of the last of them
 * @param paired  whether as many columns of differences from another row stand behind them
 */
public record Columns(int own, int tallied, boolean paired) {
    private static final int SHIFT = 24;
    private static final int PAIRED = 1 << 31;

    public Columns {
        Require.between(own, 0, (1 << SHIFT) - 1, "columns");
        Require.between(tallied, 0, Math.min(own, 100), "tallied columns");
    }

    public Columns(int own, int tallied) {
        this(own, tallied, false);
    }

    /** Columns without a tally. */
    public static Columns of(int count) {
        return new Columns(count, 0);
    }

    /** The same with differences behind them. */
    public Columns withDifferences() {
        return new Columns(own, tallied, true);
    }

    /** How many there are in all. */
    public int count() {
        return paired ? 2 * own : own;
    }

    int firstTallied() {
        return own - tallied;
    }

    /** All in one number, which is the count where nothing is tallied or paired. */
    int code() {
        return own | tallied << SHIFT | (paired ? PAIRED : 0);
    }

    static Columns ofCode(int code) {
        return new Columns(code & ((1 << SHIFT) - 1), (code & ~PAIRED) >>> SHIFT, code < 0);
    }

    /** How long a block of them is in a file. */
    int bytes() {
        return count() * Moments.BYTES + tallied * Tally.BYTES;
    }
}
