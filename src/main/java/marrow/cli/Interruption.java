package marrow.cli;

import marrow.montecarlo.Simulation;

/**
 * Ctrl-C, or a polite kill: the simulation is asked to stop, and the process stays until the command has said what is there.
 * The JVM then ends with 130 by itself.
 */
final class Interruption {
    private static final long PATIENCE_MS = 10_000;

    private final Thread hook = new Thread(this::interrupted, "interruption");
    private final Thread command = Thread.currentThread();
    private volatile Simulation simulation;
    private volatile boolean happened;

    private Interruption() {}

    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** From now on this is what is stopped. */
    void stops(Simulation running) {
        simulation = running;
        if (happened) {
            running.stop();
        }
    }

    boolean happened() {
        return happened;
    }

    /** The command is through: nothing to wait for. */
    void over() {
        if (!happened) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void interrupted() {
        happened = true;
        Simulation running = simulation;
        if (running != null) {
            running.stop();
        }
        try {
            command.join(PATIENCE_MS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
