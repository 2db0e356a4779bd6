package marrow.montecarlo;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs replicates in blocks on several threads and merges the blocks in their order, so that every sum is made of the
 * same numbers in the same order whatever the number of threads. Threads take the next block that nobody has; one that is
 * done before its turn waits in memory, and no thread runs further ahead than a few blocks.
 */
public final class Simulation {
    /** Replicates a block. Part of the results' last bits: sums are made block by block. */
    public static final int BLOCK = 256;

    private static final int AHEAD_PER_THREAD = 16;

    private final Replicates replicates;
    private final long count;
    private final long blocks;
    private final int threads;
    private final Progress progress;

    private final AtomicLong nextBlock = new AtomicLong();
    private final Map<Long, Block> early = new HashMap<>();
    private final Block total;
    private long merged;
    private Throwable failure;
    private long failedBlock = Long.MAX_VALUE;
    private volatile boolean stopped;

    private Simulation(Replicates replicates, long count, int threads, Progress progress) {
        this.replicates = replicates;
        this.count = count;
        blocks = (count + BLOCK - 1) / BLOCK;
        this.threads = (int) Math.min(threads, blocks);
        this.progress = progress;
        total = new Block(replicates.width());
    }

    /** A run of replicates 0 .. count - 1. */
    public static Simulation of(Replicates replicates, long count, int threads, Progress progress) {
        if (count < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "at least one replicate and one thread are needed, not " + count + " and " + threads);
        }
        return new Simulation(replicates, count, threads, progress);
    }

    /**
     * Runs to the end, or until {@link #stop}, and gives the sums over the replicates 0 .. replicates() - 1. What a worker
     * throws ends the run and is thrown here; of several failures, that of the first replicate. A simulation runs once.
     */
    public Block run() {
        Thread[] helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(this::work, "replicates-" + (i + 2));
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
        work();
        for (Thread helper : helpers) {
            join(helper);
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure instanceof Error thrown) {
            throw thrown;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return total;
    }

    /** Ends the run as soon as the blocks that have been taken are done. May be called from any thread. */
    public void stop() {
        stopped = true;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        long b = -1;
        try {
            Replicates.Worker worker = replicates.worker();
            double[] row = new double[replicates.width()];
            while (!stopped) {
                b = nextBlock.getAndIncrement();
                if (b >= blocks) {
                    return;
                }
                awaitTurn(b);
                merge(b, made(b, worker, row));
            }
        } catch (
                Throwable
                        thrown) { // also what was thrown undeclared: else the others would wait for this block for ever
            fail(b, thrown);
        }
    }

    private Block made(long b, Replicates.Worker worker, double[] row) {
        Block block = new Block(row.length);
        long end = Math.min(count, (b + 1) * BLOCK);
        for (long r = b * BLOCK; r < end; r++) {
            worker.replicate(r, row);
            block.add(row);
        }
        return block;
    }

    private synchronized void awaitTurn(long block) {
        boolean interrupted = false;
        while (block > merged + (long) AHEAD_PER_THREAD * threads && !stopped) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void merge(long b, Block block) {
        early.put(b, block);
        Block next = early.remove(merged);
        while (next != null) {
            total.join(next);
            merged++;
            next = early.remove(merged);
        }
        progress.reached(total.replicates(), count);
        notifyAll();
    }

    /** Whatever the threads, the first block to fail is the same one: all blocks before it have been taken, and are made. */
    private synchronized void fail(long b, Throwable thrown) {
        if (b < failedBlock) {
            failedBlock = b;
            failure = thrown;
        }
        stopped = true;
        notifyAll();
    }
}
