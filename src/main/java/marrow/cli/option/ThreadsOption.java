package marrow.cli.option;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** On how many threads a command works. */
public final class ThreadsOption {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads (default: one a core). The results are the same.")
    private int threads = Runtime.getRuntime().availableProcessors();

    public void check(CommandLine command) {
        if (threads < 1) {
            throw new ParameterException(command, "--threads is at least 1, and this is " + threads);
        }
    }

    public int count() {
        return threads;
    }
}
