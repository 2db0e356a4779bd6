package marrow.montecarlo;

import java.util.List;
import java.util.Optional;

/**
 * Runs replicates in blocks on several threads and merges the blocks in their order, so that every sum is made of the
 * same numbers in the same order whatever the number of threads. A replicate that throws is counted as failed, unless what it
 * throws {@linkplain Replicates#endsTheRun ends the run}.
 */
public final class Simulation {
    /** Replicates a block. Part of the results' last bits: sums are made block by block. */
    public static final int BLOCK = 256;

    /** The most replicates: as many as shares of them are counted. */
    public static final int MOST = 2_000_000_000;

    private final Replicates replicates;
    private final long count;
    private final Progress progress;
    private final int threads;
    private final Block total;
    private InOrder<Block> blocks;
    private KeptBlocks kept = KeptBlocks.NONE;
    private StoppingRule rule = StoppingRule.NEVER;
    private Shard shard = Shard.WHOLE;
    private boolean enough;

    private Simulation(Replicates replicates, long count, int threads, Progress progress) {
        this.replicates = replicates;
        this.count = count;
        this.threads = threads;
        this.progress = progress;
        total = new Block(replicates.columns());
    }

    /** A run of replicates 0 .. count - 1. */
    public static Simulation of(Replicates replicates, long count, int threads, Progress progress) {
        if (count < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "at least one replicate and one thread are needed, not " + count + " and " + threads);
        }
        return new Simulation(replicates, count, threads, progress);
    }

    /** Takes blocks from here that were made before, and keeps those that are made. */
    public Simulation keeping(KeptBlocks blocksMadeBefore) {
        kept = blocksMadeBefore;
        return this;
    }

    /** Ends as soon as the rule finds that the sums over the first blocks suffice, whatever the number of threads. */
    public Simulation until(StoppingRule suffices) {
        rule = suffices;
        return this;
    }

    /** Makes the blocks of one shard alone; the sums are over those. */
    public Simulation only(Shard part) {
        shard = part;
        return this;
    }

    /** One replicate alone. What its worker throws is thrown here. */
    public static Block one(Replicates replicates, long number) {
        double[] row = new double[replicates.width()];
        replicates.worker().replicate(number, row);
        return Block.of(replicates.columns(), List.of(row));
    }

    /**
     * Runs to the end, or until {@link #stop} or an interruption of the caller's thread, and gives the sums over the replicates 0 .. replicates() - 1. What ends the
     * run is thrown here; of several such, that of the first block. A simulation runs once.
     */
    public Block run() {
        long all = (count + BLOCK - 1) / BLOCK;
        long mine = shard.blocksOf(all);
        if (mine > 0) {
            blocks = InOrder.of(mine, threads, BlockMaker::new, this::merge);
            blocks.run();
        }
        return total;
    }

    /** Whether the rule of {@link #until} ended it. */
    public boolean suffices() {
        return enough;
    }

    /** Ends the run as soon as the blocks that have been begun are done. For who hears of its progress, on whatever thread: there is none before it runs. */
    public void stop() {
        blocks.stop();
    }

    private void merge(Block next) {
        if (enough) {
            return; // made before another thread heard
        }
        total.join(next);
        progress.reached(total.replicates(), count);
        if (rule.suffices(total)) {
            enough = true;
            blocks.stop();
        }
    }

    /** Makes blocks in one thread. */
    private final class BlockMaker implements InOrder.Maker<Block> {
        private final double[] row = new double[replicates.width()];
        private final Sheet sheet = Sheet.of(replicates.columns());
        private final Repeater repeater = new Repeater(replicates);

        @Override
        public Block make(long part) {
            long number = shard.number(part);
            long first = number * BLOCK;
            long end = Math.min(count, first + BLOCK);
            Optional<Block> before = kept.find(number);
            if (before.isPresent() && before.get().replicates() == end - first) {
                return before.get();
            }
            Block block = new Block(replicates.columns());
            for (long r = first; r < end; r++) {
                repeater.repeat(r, row).ifPresent(block::fail);
                sheet.add(row);
            }
            block.addAll(sheet);
            kept.keep(number, block);
            return block;
        }
    }
}
