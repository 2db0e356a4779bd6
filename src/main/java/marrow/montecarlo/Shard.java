package marrow.montecarlo;

import marrow.check.Require;

/**
 * One of several parts of a run that are made apart: every {@code of}-th block, from block {@code index} on.
 *
 * @param index 0 .. of - 1
 */
public record Shard(int index, int of) {
    /** The run as one. */
    public static final Shard WHOLE = new Shard(0, 1);

    public Shard {
        Require.between(of, 1, 1_000_000, "the number of shards");
        Require.between(index, 0, of - 1, "the shard");
    }

    /** How many of so many blocks are in it. */
    long blocksOf(long blocks) {
        return (blocks - index + of - 1) / of;
    }

    /** The number of its {@code part}-th block. */
    long number(long part) {
        return part * of + index;
    }
}
