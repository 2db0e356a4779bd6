package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import marrow.analysis.Analysis;
import marrow.check.Tally;
import marrow.cli.folder.BlockFolder;
import marrow.cli.folder.ResultFolder;
import marrow.cli.option.RunFormat;
import marrow.cli.option.ScenarioOptions;
import marrow.cli.option.SweepOptions;
import marrow.cli.option.TrialOptions;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Interruption;
import marrow.cli.terminal.Version;
import marrow.design.metric.Precision;
import marrow.montecarlo.BlockFile;
import marrow.montecarlo.KeptBlocks;
import marrow.report.journey.ProblemList;
import marrow.report.story.sweep.SweepReport;
import marrow.report.sweep.SweepCsv;
import marrow.report.sweep.SweepJson;
import marrow.report.sweep.SweepTable;
import marrow.scenario.Axis;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioFiles;
import marrow.scenario.ScenarioReader;
import marrow.scenario.Sweep;
import marrow.scenario.SweepCheck;
import marrow.scenario.text.Problem;
import marrow.scenario.text.Problem.Severity;
import marrow.scenario.trial.Trial;
import marrow.sweep.CellReader;
import marrow.sweep.Cells;
import marrow.sweep.SweepConduct;
import marrow.sweep.SweepResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `marrow sweep`: the trials of a scenario at many points, on the same patients. */
@Command(
        name = "sweep",
        description =
                "Simulates the trial of a scenario at many points, on the same patients, and prints how they differ.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class SweepTrial implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions options;

    @Mixin
    private SweepOptions points;

    @Mixin
    private TrialOptions trials;

    @Mixin
    private KeptOptions kept;

    @Mixin
    private ReportOptions report;

    @Option(
            names = "--analysis",
            paramLabel = "NAME",
            description = "Which analysis the table shows (default: the first that tests).")
    private String analysis;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private RunFormat format = RunFormat.TABLE;

    @Override
    public Integer call() {
        trials.check();
        kept.check();
        report.check(kept.out() != null && !kept.isShard());
        PrintWriter err = spec.commandLine().getErr();
        if (options.readTrial("sweep", err).isEmpty()) {
            return ExitCode.REFUSED;
        }
        ScenarioFiles files = options.files();
        Scenario scenario =
                ScenarioReader.again(files, options.given()).scenario().orElseThrow();
        Sweep sweep = points.of(scenario);
        if (trials.nameTruths()
                && sweep.axes().stream().anyMatch(axis -> axis.name().equals(Axis.TRUTH))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the sweep names its truths itself: --truth has no place beside --vary truth=...");
        }
        Analysis shown = shown(scenario);
        Trial written = scenario.trial().orElseThrow();
        trials.requireTold(written.study(), trials.chosen(written.truths()));
        if (hasMistakes(files, scenario, sweep, err)) {
            return ExitCode.REFUSED;
        }
        String resolved = ScenarioReader.resolved(files, options.given(), sweep);
        return new Undertaking(scenario, options, kept.folder(), err).carryOut((progress, interruption) -> {
            try (BlockFolder folder = kept.open(resolved).orElse(null)) {
                long began = System.nanoTime();
                Trial trial = scenario.trial().orElseThrow();
                SweepConduct conduct = SweepConduct.of(
                        scenario,
                        sweep,
                        CellReader.of(files, options.given()),
                        trials.chosen(trial.truths()),
                        kept.shard(),
                        trials.threads(),
                        progress);
                Optional<SweepResult> ran = simulated(conduct, trial, folder);
                interruption.letWrite();
                progress.done();
                if (ran.isPresent() && !kept.isShard()) {
                    print(ran.get(), shown);
                    if (folder != null
                            && !(interruption.happened()
                                    && kept.folder().keepsMore(ran.get().done(), err))) {
                        ResultFolder.write(
                                kept.out(),
                                ran.get(),
                                report.wanted() ? Optional.of(SweepReport.of(ran.get(), shown)) : Optional.empty(),
                                resolved,
                                (System.nanoTime() - began) / 1e9);
                        report.tell(kept.out(), progress, err);
                    }
                }
                return code(ran, trials.precision(trial), interruption, err);
            }
        });
    }

    /** Told before anything is simulated. */
    private boolean hasMistakes(ScenarioFiles files, Scenario scenario, Sweep sweep, PrintWriter err) {
        List<Problem> problems = SweepCheck.of(files, options.given(), scenario, sweep);
        err.print(ProblemList.text(problems.stream()
                .filter(problem -> !options.quiet() || problem.severity() == Severity.ERROR)
                .toList()));
        err.flush();
        return ProblemList.count(problems, Severity.ERROR) > 0;
    }

    /** The analysis that is asked for, or else the first that tests, or the first. */
    private Analysis shown(Scenario scenario) {
        List<Analysis> all = scenario.trial().orElseThrow().study().analyses();
        if (all.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "the scenario has no analysis whose results could differ");
        }
        if (analysis == null) {
            return all.stream()
                    .filter(one -> one.hypothesis() != null)
                    .findFirst()
                    .orElse(all.get(0));
        }
        return all.stream()
                .filter(one -> one.name().equals(analysis))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no analysis '" + analysis + "': there are "
                                + all.stream().map(Analysis::name).collect(Collectors.joining(", "))));
    }

    private Optional<SweepResult> simulated(SweepConduct conduct, Trial trial, BlockFolder folder) throws IOException {
        Optional<Cells> ready = conduct.survey();
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        long most = trials.wanted(trial);
        Precision precision = trials.precision(trial);
        if (folder == null) {
            return Optional.of(conduct.run(ready.get(), most, precision, KeptBlocks.NONE));
        }
        try (BlockFile blocks = folder.blocksOf(ready.get(), spec.commandLine().getErr())) {
            return Optional.of(conduct.run(ready.get(), most, precision, blocks));
        }
    }

    private int code(Optional<SweepResult> ran, Precision precision, Interruption interruption, PrintWriter err) {
        if (ran.isEmpty() || interruption.happened()) {
            return SweepShortfalls.interrupted(ran, err);
        }
        int failed = SweepShortfalls.failed(ran.get(), options, err);
        int imprecise = SweepShortfalls.imprecise(ran.get(), precision, err);
        if (kept.isShard() && !options.quiet()) {
            err.println("marrow: " + Tally.of(ran.get().replicates(), "trial") + " at "
                    + Tally.of(ran.get().size(), "point") + " are in " + kept.out());
        }
        return failed == ExitCode.DONE ? imprecise : failed;
    }

    private void print(SweepResult result, Analysis shown) throws IOException {
        PrintWriter writer = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> writer.print(SweepTable.of(result, shown));
            case JSON -> SweepJson.write(result, writer);
            case CSV -> SweepCsv.write(result, writer);
        }
        writer.flush();
    }
}
