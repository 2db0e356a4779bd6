package marrow.montecarlo;

import marrow.check.Require;

/**
 * The columns of a row of numbers. All have moments; the last few may be tallied as well, so that their quantiles can be told.
 *
 * @param count   of all
 * @param tallied of the last of them
 */
public record Columns(int count, int tallied) {
    private static final int SHIFT = 24;

    public Columns {
        Require.between(count, 0, (1 << SHIFT) - 1, "columns");
        Require.between(tallied, 0, Math.min(count, 100), "tallied columns");
    }

    /** Columns without a tally. */
    public static Columns of(int count) {
        return new Columns(count, 0);
    }

    /** Both in one number, which is the count where nothing is tallied. */
    int code() {
        return count | tallied << SHIFT;
    }

    static Columns ofCode(int code) {
        return new Columns(code & ((1 << SHIFT) - 1), code >>> SHIFT);
    }

    /** How long a block of them is in a file. */
    int bytes() {
        return count * Moments.BYTES + tallied * Tally.BYTES;
    }
}
