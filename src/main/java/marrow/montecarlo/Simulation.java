package marrow.montecarlo;

/**
 * Runs replicates in blocks on several threads and merges the blocks in their order, so that every sum is made of the
 * same numbers in the same order whatever the number of threads. A replicate that throws is counted as failed, unless what it
 * throws {@linkplain Replicates#endsTheRun ends the run}.
 */
public final class Simulation {
    /** Replicates a block. Part of the results' last bits: sums are made block by block. */
    public static final int BLOCK = 256;

    private final Replicates replicates;
    private final long count;
    private final Progress progress;
    private final Block total;
    private final InOrder<Block> blocks;

    private Simulation(Replicates replicates, long count, int threads, Progress progress) {
        this.replicates = replicates;
        this.count = count;
        this.progress = progress;
        total = new Block(replicates.width());
        blocks = InOrder.of((count + BLOCK - 1) / BLOCK, threads, BlockMaker::new, this::merge);
    }

    /** A run of replicates 0 .. count - 1. */
    public static Simulation of(Replicates replicates, long count, int threads, Progress progress) {
        if (count < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "at least one replicate and one thread are needed, not " + count + " and " + threads);
        }
        return new Simulation(replicates, count, threads, progress);
    }

    /** One replicate alone. What its worker throws is thrown here. */
    public static Block one(Replicates replicates, long number) {
        double[] row = new double[replicates.width()];
        replicates.worker().replicate(number, row);
        Block alone = new Block(row.length);
        alone.add(row);
        return alone;
    }

    /**
     * Runs to the end, or until {@link #stop} or an interruption of the caller's thread, and gives the sums over the replicates 0 .. replicates() - 1. What ends the
     * run is thrown here; of several such, that of the first block. A simulation runs once.
     */
    public Block run() {
        blocks.run();
        return total;
    }

    /** Ends the run as soon as the blocks that have been begun are done. May be called from any thread. */
    public void stop() {
        blocks.stop();
    }

    private void merge(Block next) {
        total.join(next);
        progress.reached(total.replicates(), count);
    }

    /** Makes blocks in one thread. */
    private final class BlockMaker implements InOrder.Maker<Block> {
        private final double[] row = new double[replicates.width()];
        private Replicates.Worker worker = replicates.worker();

        @Override
        public Block make(long number) {
            Block block = new Block(row.length);
            long end = Math.min(count, (number + 1) * BLOCK);
            for (long r = number * BLOCK; r < end; r++) {
                add(r, block);
            }
            return block;
        }

        /** After a failure with a new worker: what the failed one left behind must not reach another replicate. */
        private void add(long r, Block block) {
            try {
                worker.replicate(r, row);
            } catch (RuntimeException thrown) {
                if (replicates.endsTheRun(thrown)) {
                    throw thrown;
                }
                block.addFailed(Failure.of(r, thrown));
                worker = replicates.worker();
                return;
            }
            block.add(row);
        }
    }
}
