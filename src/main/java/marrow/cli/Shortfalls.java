package marrow.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import marrow.check.Tally;
import marrow.cli.terminal.ExitCode;
import marrow.design.metric.Precision;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;

/** What a run fell short of, told on standard error, with the exit code that says the same. */
final class Shortfalls {
    private Shortfalls() {}

    /** An interruption: which trials there are. */
    static int interrupted(RunResult result, PrintWriter err) {
        String there = result.outcomes().stream()
                .map(outcome ->
                        outcome.truth().name() + " " + outcome.results().replicates() + " of " + result.wanted())
                .collect(Collectors.joining(", "));
        err.println("marrow: interrupted; trials that were run: " + (there.isEmpty() ? "none" : there));
        err.flush();
        return ExitCode.INTERRUPTED;
    }

    /** Too few trials for the precision that was asked for. */
    static int imprecise(RunResult result, Precision precision, PrintWriter err) {
        int code = ExitCode.DONE;
        for (TruthOutcome outcome : result.outcomes()) {
            if (!precision.met(outcome.results())) {
                code = ExitCode.NOT_PRECISE;
                err.println("marrow: " + Tally.of(outcome.results().replicates(), "trial") + " under "
                        + outcome.truth().name() + (outcome.results().replicates() == 1 ? " is" : " are")
                        + " not enough for the precision asked for");
            }
        }
        return code;
    }
}
