package marrow.cli;

import java.io.PrintWriter;
import marrow.cli.terminal.ExitCode;
import marrow.design.metric.Results;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;

/** Trials that came to no answer: how many, and how to see the first of them fail alone. */
final class FailedTrials {
    private FailedTrials() {}

    /**
     * Tells of them, truth by truth.
     *
     * @param again the words that bring a command to the same scenario
     * @return the exit code
     */
    static int told(RunResult result, String again, PrintWriter err) {
        int code = ExitCode.DONE;
        for (TruthOutcome outcome : result.outcomes()) {
            Results results = outcome.results();
            if (results.failed() > 0) {
                code = ExitCode.FAILED_TRIALS;
                err.println("marrow: " + results.failed() + " of " + results.replicates() + " trials failed under "
                        + outcome.truth().name() + "; see the first: marrow run " + again + " --truth "
                        + outcome.truth().name() + " --replicates " + result.wanted() + " --replicate "
                        + results.firstFailures().get(0).replicate());
            }
        }
        return code;
    }
}
