package marrow.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import marrow.montecarlo.Progress;
import marrow.run.Conduct;

/**
 * How far a run is: one line that is written over on a terminal, a line every ten seconds in a pipe, nothing when quiet.
 */
public final class RunProgress implements Conduct.Watcher {
    private static final String CLEAR = "\r\u001b[K";
    private static final double EVERY_SECONDS_ON_TERMINAL = 0.2;
    private static final double EVERY_SECONDS_IN_PIPE = 10;

    private final PrintWriter err;
    private final boolean quiet;
    private final boolean terminal;
    private long lastNanos = System.nanoTime();

    public RunProgress(PrintWriter err, boolean quiet, boolean terminal) {
        this.err = err;
        this.quiet = quiet;
        this.terminal = terminal;
    }

    /** Progress through the trials of one truth. */
    @Override
    public Progress of(String truth) {
        long began = System.nanoTime();
        return (done, all) -> {
            double seconds = (System.nanoTime() - began) / 1e9;
            if (isDue() && done > 0) {
                double rate = done / seconds;
                show(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d trials, %,.0f a second, %,.0f s left",
                        truth,
                        done,
                        all,
                        rate,
                        (all - done) / rate));
            }
        };
    }

    @Override
    public void says(String what) {
        if (terminal && !quiet) {
            show(what);
        }
    }

    /** Says where something is, to somebody at a terminal. */
    public void tell(String what) {
        if (terminal && !quiet) {
            err.println(what);
            err.flush();
        }
    }

    /** The line is taken away. */
    public void done() {
        if (terminal && !quiet) {
            err.print(CLEAR);
            err.flush();
        }
    }

    private boolean isDue() {
        double since = (System.nanoTime() - lastNanos) / 1e9;
        boolean due = !quiet && since > (terminal ? EVERY_SECONDS_ON_TERMINAL : EVERY_SECONDS_IN_PIPE);
        if (due) {
            lastNanos = System.nanoTime();
        }
        return due;
    }

    private void show(String line) {
        err.print(terminal ? CLEAR + line : line + System.lineSeparator());
        err.flush();
    }
}
