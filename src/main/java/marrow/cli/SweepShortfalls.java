package marrow.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import marrow.check.Tally;
import marrow.cli.option.ScenarioOptions;
import marrow.cli.terminal.ExitCode;
import marrow.design.metric.Precision;
import marrow.design.metric.Results;
import marrow.scenario.Scenario;
import marrow.sweep.CellOutcome;
import marrow.sweep.SweepResult;

/** What a sweep fell short of, told on standard error, with the exit code that says the same. Of many points, the first is named. */
final class SweepShortfalls {
    private SweepShortfalls() {}

    /** An interruption: how much there is. */
    static int interrupted(Optional<SweepResult> ran, PrintWriter err) {
        err.println("marrow: interrupted; "
                + ran.map(result -> result.replicates() + " of " + result.wanted() * result.size()
                                + " trials were run, at " + result.outcomes().count() + " of "
                                + Tally.of(result.size(), "point"))
                        .orElse("no trials were run"));
        err.flush();
        return ExitCode.INTERRUPTED;
    }

    /** Points whose trials are too few for the precision that was asked for. */
    static int imprecise(SweepResult result, Precision precision, PrintWriter err) {
        if (precision.isNone()) {
            return ExitCode.DONE;
        }
        List<CellOutcome> short0 = result.outcomes()
                .filter(outcome -> !precision.met(outcome.results()))
                .toList();
        if (short0.isEmpty()) {
            return ExitCode.DONE;
        }
        CellOutcome first = short0.get(0);
        err.println("marrow: at " + short0.size() + " of " + Tally.of(result.size(), "point") + " "
                + first.results().replicates() + " trials are not enough for the precision asked for; the first: "
                + first.cell().named());
        return ExitCode.NOT_PRECISE;
    }

    /** Trials that came to no answer: where, and how to see the first of them fail alone. */
    static int failed(SweepResult result, ScenarioOptions options, PrintWriter err) {
        int code = ExitCode.DONE;
        Scenario scenario = result.scenario();
        for (CellOutcome outcome : (Iterable<CellOutcome>) result.outcomes()::iterator) {
            Results results = outcome.results();
            if (results.failed() > 0 && code == ExitCode.DONE) {
                code = ExitCode.FAILED_TRIALS;
                err.println("marrow: trials failed; the first: " + results.failed() + " of " + results.replicates()
                        + " at " + outcome.cell().named() + "; see one: marrow run "
                        + options.with(outcome.cell().values()).again(scenario) + " --truth "
                        + outcome.cell().truth() + " --replicate "
                        + results.firstFailures().get(0).replicate());
            }
        }
        return code;
    }
}
