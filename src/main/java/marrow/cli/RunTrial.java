package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import marrow.journey.EndlessJourneyException;
import marrow.montecarlo.Block;
import marrow.montecarlo.Simulation;
import marrow.report.CharacteristicsCsv;
import marrow.report.RunTable;
import marrow.report.SummaryJson;
import marrow.run.Conduct;
import marrow.run.Prepared;
import marrow.run.RefusedTruthException;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;
import marrow.scenario.Scenario;
import marrow.scenario.Trial;
import marrow.scenario.Truth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `marrow run`: the trials of a scenario, many times over, under each of its truths. */
@Command(
        name = "run",
        description = "Simulates the trial of a scenario many times over, and prints what it would achieve.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class RunTrial implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions options;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Trials under each truth, in place of the scenario's.")
    private Long replicates;

    @Option(
            names = "--replicate",
            paramLabel = "R",
            description = "This one trial alone, from 0: what it finds, or why it failed.")
    private Long replicate;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads (default: one a core). The results are the same.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--truth",
            split = ",",
            paramLabel = "NAME",
            description = "These truths alone, separated by commas.")
    private List<String> truths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private RunFormat format = RunFormat.TABLE;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder for the results as files. Made if it is not there.")
    private Path out;

    @Override
    public Integer call() {
        check();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Scenario> read = options.read(err);
        if (read.isEmpty()) {
            return ExitCode.REFUSED;
        }
        Scenario scenario = read.get();
        if (scenario.trial().isEmpty()) {
            err.println(options.file() + ": this scenario has no 'trial' to run");
            return ExitCode.REFUSED;
        }
        if (out != null) {
            try {
                RunFolder.make(out);
            } catch (IOException failed) {
                err.println("marrow: cannot write to " + out + ": " + Refusals.reason(failed));
                return ExitCode.REFUSED;
            }
        }
        return ran(scenario, err);
    }

    private int ran(Scenario scenario, PrintWriter err) {
        long began = System.nanoTime();
        RunProgress progress = new RunProgress(err, options.quiet(), Terminal.writesOver());
        Interruption interruption = Interruption.watch();
        try {
            RunResult result = run(scenario, scenario.trial().orElseThrow(), progress, interruption);
            interruption.letWrite();
            progress.done();
            print(result);
            if (out != null) {
                RunFolder.write(out, result, options.resolved(), (System.nanoTime() - began) / 1e9);
            }
            int code = FailedTrials.told(result, options.again(scenario), err);
            return interruption.happened() ? interrupted(result, err) : code;
        } catch (RefusedTruthException refused) {
            progress.done();
            err.println(options.file() + ": " + refused.getMessage());
            return ExitCode.REFUSED;
        } catch (EndlessJourneyException caught) {
            progress.done();
            StuckPatient.tell(caught, scenario, options, err);
            return ExitCode.REFUSED;
        } catch (IOException failed) {
            err.println("marrow: cannot write to " + out + ": " + Refusals.reason(failed));
            return ExitCode.INTERNAL_FAULT;
        } finally {
            interruption.over();
        }
    }

    private void check() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is at least 1, and this is " + threads);
        }
        if (replicates != null && replicates < 1) {
            throw new ParameterException(spec.commandLine(), "--replicates is at least 1, and this is " + replicates);
        }
        if (replicate != null && replicate < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--replicate is a number from 0 on, and this is " + replicate);
        }
    }

    private RunResult run(Scenario scenario, Trial trial, RunProgress progress, Interruption interruption)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        long wanted = replicates == null ? trial.replicates() : replicates;
        long seed = options.seed(scenario);
        Conduct conduct = Conduct.of(trial, seed, threads, values -> options.readWith(values, err), progress);
        List<TruthOutcome> outcomes = new ArrayList<>();
        try {
            for (Truth truth : chosen(trial.truths())) {
                if (!interruption.happened()) {
                    Prepared prepared = conduct.under(truth);
                    outcomes.add(prepared.outcome(simulated(conduct, prepared, wanted)));
                }
            }
        } catch (CancellationException interrupted) {
            // Nothing is known of this truth, nor of those after it.
        }
        outcomes.removeIf(outcome -> outcome.results().replicates() == 0);
        return new RunResult(scenario, seed, replicate == null ? wanted : 1, outcomes);
    }

    private Block simulated(Conduct conduct, Prepared prepared, long wanted) throws IOException {
        if (replicate != null) {
            return Simulation.one(prepared.replicates(), replicate);
        }
        return conduct.trials(prepared, wanted).run();
    }

    private List<Truth> chosen(List<Truth> all) {
        List<String> names = all.stream().map(Truth::name).toList();
        for (String name : truths) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "there is no truth '" + name + "': there are " + String.join(", ", names));
            }
        }
        return all.stream()
                .filter(truth -> truths.isEmpty() || truths.contains(truth.name()))
                .toList();
    }

    private void print(RunResult result) {
        PrintWriter writer = spec.commandLine().getOut();
        writer.print(
                switch (format) {
                    case TABLE -> RunTable.of(result);
                    case JSON -> SummaryJson.of(result);
                    case CSV -> CharacteristicsCsv.of(result);
                });
        writer.flush();
    }

    private static int interrupted(RunResult result, PrintWriter err) {
        String there = result.outcomes().stream()
                .map(outcome ->
                        outcome.truth().name() + " " + outcome.results().replicates() + " of " + result.wanted())
                .collect(Collectors.joining(", "));
        err.println("marrow: interrupted; trials that were run: " + (there.isEmpty() ? "none" : there));
        err.flush();
        return ExitCode.INTERRUPTED;
    }
}
