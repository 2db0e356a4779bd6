package marrow.montecarlo;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Parts 0, 1, 2, ... of something, made on several threads and taken in their order, so that what they are put together to is
 * the same for any number of threads. A thread makes the next part that nobody has; one that is done before its turn waits in
 * memory, and no thread runs further ahead than a few parts. It runs once.
 */
public final class InOrder<T> {
    private static final int AHEAD_PER_THREAD = 16;

    private final long parts;
    private final int threads;
    private final Supplier<? extends Maker<T>> makers;
    private final Consumer<? super T> taker;

    private final AtomicLong next = new AtomicLong();
    private final Map<Long, T> early = new HashMap<>();
    private long taken;
    private Throwable failure;
    private long failedPart = Long.MAX_VALUE;
    private volatile boolean stopped;

    /** Makes parts one after the other, in scratch of its own thread. */
    @FunctionalInterface
    public interface Maker<T> {
        T make(long part);
    }

    private InOrder(long parts, int threads, Supplier<? extends Maker<T>> makers, Consumer<? super T> taker) {
        this.parts = parts;
        this.threads = (int) Math.min(threads, parts);
        this.makers = makers;
        this.taker = taker;
    }

    /**
     * Parts 0 .. parts - 1.
     *
     * @param threads this many at the most, the caller's being one of them
     * @param makers  gives each thread its maker
     * @param taker   called for each part in its order, one call at a time, from any of the threads
     */
    public static <T> InOrder<T> of(
            long parts, int threads, Supplier<? extends Maker<T>> makers, Consumer<? super T> taker) {
        return new InOrder<>(parts, threads, makers, taker);
    }

    /**
     * Runs until all parts are taken, or until {@link #stop}, or until the caller's thread is interrupted, and says whether all
     * were. Taken are parts 0, 1, ... without a gap. What a maker throws ends the run and is thrown here; of several failures,
     * that of the first part.
     */
    public boolean run() {
        Thread[] helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(this::work, "marrow-" + (i + 2));
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
        return taken == parts;
    }

    /** Ends the run as soon as the parts that have been begun are done. May be called from any thread. */
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
        long part = -1;
        try {
            Maker<T> maker = makers.get();
            while (!stopped && !Thread.currentThread().isInterrupted()) {
                part = next.getAndIncrement();
                if (part >= parts) {
                    return;
                }
                awaitTurn(part);
                take(part, maker.make(part));
            }
            giveUp();
        } catch (
                Throwable
                        thrown) { // also what was thrown undeclared: else the others would wait for this part for ever
            fail(part, thrown);
        }
    }

    private synchronized void awaitTurn(long part) {
        while (part > taken + (long) AHEAD_PER_THREAD * threads && !stopped) {
            try {
                wait();
            } catch (InterruptedException e) {
                giveUp();
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void giveUp() {
        stopped = true;
        notifyAll();
    }

    private synchronized void take(long part, T made) {
        early.put(part, made);
        for (T due = early.remove(taken); due != null; due = early.remove(taken)) {
            taker.accept(due);
            taken++;
        }
        notifyAll();
    }

    /** Whatever the threads, the first part to fail is the same one: all parts before it have been begun, and are made. */
    private synchronized void fail(long part, Throwable thrown) {
        if (part < failedPart) {
            failedPart = part;
            failure = thrown;
        }
        giveUp();
    }
}
