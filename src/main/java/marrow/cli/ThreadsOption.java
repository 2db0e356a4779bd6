package marrow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** On how many threads a command works. */
final class ThreadsOption {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads (default: one a core). The results are the same.")
    private int threads = Runtime.getRuntime().availableProcessors();

    void check(CommandLine command) {
        if (threads < 1) {
            throw new ParameterException(command, "--threads is at least 1, and this is " + threads);
        }
    }

    int count() {
        return threads;
    }
}
