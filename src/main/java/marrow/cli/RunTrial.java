package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import marrow.cli.folder.BlockFolder;
import marrow.cli.folder.ResultFolder;
import marrow.cli.option.RunFormat;
import marrow.cli.option.ScenarioOptions;
import marrow.cli.option.TrialOptions;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Interruption;
import marrow.cli.terminal.RunProgress;
import marrow.cli.terminal.Version;
import marrow.design.sketch.Sketch;
import marrow.montecarlo.BlockFile;
import marrow.montecarlo.Simulation;
import marrow.report.run.CharacteristicsCsv;
import marrow.report.run.RunTable;
import marrow.report.run.SummaryJson;
import marrow.report.story.RunReport;
import marrow.run.Conduct;
import marrow.run.Prepared;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Trial;
import marrow.scenario.trial.Truth;
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

    @Mixin
    private TrialOptions trials;

    @Mixin
    private KeptOptions kept;

    @Mixin
    private ReportOptions report;

    @Option(
            names = "--replicate",
            paramLabel = "R",
            description = "This one trial alone, from 0: what it finds, or why it failed.")
    private Long replicate;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private RunFormat format = RunFormat.TABLE;

    @Override
    public Integer call() {
        check();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Scenario> read = options.readTrial("run", err);
        if (read.isEmpty()) {
            return ExitCode.REFUSED;
        }
        Scenario scenario = read.get();
        Trial trial = scenario.trial().get();
        if (kept.isShard() && !trials.precision(trial).isNone()) {
            throw new ParameterException(
                    spec.commandLine(), "a shard cannot know when all shards together are precise enough");
        }
        List<Truth> truths = trials.chosen(trial.truths());
        trials.requireTold(trial.study(), truths);
        return new Undertaking(scenario, options, kept.folder(), err).carryOut((progress, interruption) -> {
            try (BlockFolder folder = kept.open(options.resolved()).orElse(null)) {
                return ran(scenario, truths, folder, progress, interruption);
            }
        });
    }

    private int ran(
            Scenario scenario, List<Truth> truths, BlockFolder folder, RunProgress progress, Interruption interruption)
            throws IOException {
        long began = System.nanoTime();
        Map<String, Sketch> sketches = new LinkedHashMap<>();
        RunResult result = run(scenario, truths, folder, sketches, progress, interruption);
        interruption.letWrite();
        progress.done();
        if (!kept.isShard()) {
            print(result);
            if (folder != null && !leavesThose(result, interruption)) {
                ResultFolder.write(
                        kept.out(),
                        result,
                        report.wanted() ? Optional.of(RunReport.of(result, sketches)) : Optional.empty(),
                        options.resolved(),
                        (System.nanoTime() - began) / 1e9);
                report.tell(kept.out(), progress, spec.commandLine().getErr());
            }
        }
        return code(
                result,
                scenario.trial().orElseThrow(),
                interruption,
                spec.commandLine().getErr());
    }

    /** Whether the folder keeps the results that it has, if any: an interrupted run has nothing, or less. */
    private boolean leavesThose(RunResult result, Interruption interruption) {
        return interruption.happened()
                && (kept.folder().keepsMore(result.done(), spec.commandLine().getErr())
                        || result.outcomes().isEmpty());
    }

    private int code(RunResult result, Trial trial, Interruption interruption, PrintWriter err) {
        int failed = FailedTrials.told(result, options.again(result.scenario()), err);
        if (interruption.happened()) {
            return Shortfalls.interrupted(result, err);
        }
        if (kept.isShard() && result.outcomes().isEmpty()) {
            err.println("marrow: no trials are in " + kept.out() + ": " + result.wanted()
                    + " trials are fewer blocks of " + Simulation.BLOCK + " than there are shards");
        }
        if (kept.isShard() && !options.quiet()) {
            result.outcomes()
                    .forEach(outcome ->
                            err.println("marrow: " + outcome.results().replicates() + " of " + result.wanted()
                                    + " trials under " + outcome.truth().name() + " are in " + kept.out()));
        }
        int imprecise = replicate == null ? Shortfalls.imprecise(result, trials.precision(trial), err) : ExitCode.DONE;
        return failed == ExitCode.DONE ? imprecise : failed;
    }

    private void check() {
        trials.check();
        kept.check();
        if (replicate != null && replicate < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--replicate is a number from 0 on, and this is " + replicate);
        }
        if (replicate != null && kept.out() != null) {
            throw new ParameterException(
                    spec.commandLine(), "--replicate is one trial alone, and --out is for the results of all of them");
        }
        if (replicate != null && trials.sayHowMany()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--replicate is one trial alone, and --replicates and --precision say how many there are");
        }
        report.check(kept.out() != null && !kept.isShard());
    }

    private RunResult run(
            Scenario scenario,
            List<Truth> truths,
            BlockFolder folder,
            Map<String, Sketch> sketches,
            RunProgress progress,
            Interruption interruption)
            throws IOException {
        Trial trial = scenario.trial().orElseThrow();
        PrintWriter err = spec.commandLine().getErr();
        long seed = options.seed(scenario);
        Conduct conduct = Conduct.of(trial, seed, trials.threads(), values -> options.readWith(values, err), progress);
        List<TruthOutcome> outcomes = new ArrayList<>();
        try {
            // Of all truths before the first trial: one that cannot be is refused while nothing is lost by it.
            Map<String, List<TruthOutcome.Found>> tilts = new LinkedHashMap<>();
            truths.forEach(truth -> tilts.put(truth.name(), conduct.tilts(truth)));
            for (Truth truth : truths) {
                if (!interruption.happened()) {
                    Prepared prepared = conduct.under(truth, conduct.groundwork(truth, tilts.get(truth.name())));
                    outcomes.add(simulated(conduct, prepared, trial, folder));
                    if (folder != null && report.wanted() && !kept.isShard() && !interruption.happened()) {
                        sketches.put(truth.name(), conduct.sketch(prepared));
                    }
                }
            }
        } catch (CancellationException interrupted) {
            // Nothing is known of this truth, or it cannot be pictured, and nothing of those after it.
        }
        outcomes.removeIf(outcome -> outcome.results().replicates() == 0);
        return new RunResult(scenario, seed, replicate == null ? trials.wanted(trial) : 1, outcomes);
    }

    private TruthOutcome simulated(Conduct conduct, Prepared prepared, Trial trial, BlockFolder folder)
            throws IOException {
        if (replicate != null) {
            return prepared.outcome(Simulation.one(prepared.replicates(), replicate), false);
        }
        Simulation simulation = conduct.trials(prepared, trials.wanted(trial))
                .until(trials.precision(trial).of(prepared.replicates().characteristics()))
                .only(kept.shard());
        if (folder == null) {
            return prepared.outcome(simulation.run(), simulation.suffices());
        }
        try (BlockFile blocks = folder.blocksOf(prepared, spec.commandLine().getErr())) {
            return prepared.outcome(simulation.keeping(blocks).run(), simulation.suffices());
        }
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
}
