package marrow.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or a polite kill: the thread of the command is interrupted, which ends what it simulates, and the process stays until
 * the command has said what is there. The JVM then ends by itself, with 130 for Ctrl-C.
 */
public final class Interruption {
    private static final long PATIENCE_SECONDS = 10;

    private final Thread hook = new Thread(this::interrupted, "interruption");
    private final Thread command = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean simulating = true;
    private boolean happened;

    private Interruption() {}

    /** From now on the calling thread is interrupted where the process is. */
    public static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    public synchronized boolean happened() {
        return happened;
    }

    /** The simulations are over: what the command writes from now on is not cut off. */
    public synchronized void letWrite() {
        simulating = false;
        Thread.interrupted();
    }

    /** The command is through: nothing to wait for. */
    public void over() {
        over.countDown();
        if (!happened()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The process is being ended at this moment, and has nothing to wait for.
            }
        }
    }

    private synchronized void stop() {
        happened = true;
        if (simulating) {
            command.interrupt();
        }
    }

    private void interrupted() {
        stop();
        try {
            over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
