package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import marrow.design.Study;
import marrow.design.StudyReplicates;
import marrow.design.Tilting;
import marrow.design.TrueValues;
import marrow.journey.EndlessJourneyException;
import marrow.montecarlo.Block;
import marrow.montecarlo.Simulation;
import marrow.report.CharacteristicsCsv;
import marrow.report.Outcome;
import marrow.report.RunResult;
import marrow.report.RunTable;
import marrow.report.SummaryJson;
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
        long began = System.nanoTime();
        RunProgress progress = new RunProgress(err, options.quiet(), Terminal.writesOver());
        Interruption interruption = Interruption.watch();
        try {
            RunResult result = run(scenario, scenario.trial().get(), progress, interruption);
            progress.done();
            print(result);
            if (out != null) {
                RunFolder.write(out, result, options.resolved(), (System.nanoTime() - began) / 1e9);
            }
            return interruption.happened() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        } catch (RefusedTruth refused) {
            progress.done();
            err.println(options.file() + ": " + refused.getMessage());
            return ExitCode.REFUSED;
        } catch (EndlessJourneyException caught) {
            progress.done();
            StuckPatient.tell(caught, scenario, options, err);
            return ExitCode.REFUSED;
        } catch (IOException failed) {
            err.println("marrow: cannot write to " + out + ": " + failed.getMessage());
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
    }

    private RunResult run(Scenario scenario, Trial trial, RunProgress progress, Interruption interruption) {
        long wanted = replicates == null ? trial.replicates() : replicates;
        long seed = options.seed(scenario);
        List<Outcome> outcomes = new ArrayList<>();
        for (Truth truth : chosen(trial.truths())) {
            if (!interruption.happened()) {
                outcomes.add(under(truth, trial, seed, wanted, progress, interruption));
            }
        }
        return new RunResult(scenario, seed, wanted, outcomes);
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

    private Outcome under(
            Truth truth, Trial trial, long seed, long wanted, RunProgress progress, Interruption interruption) {
        Truths made = new Truths(options, spec.commandLine().getErr(), threads);
        Study study = made.study(truth, trial).withSeed(seed);
        List<Outcome.Found> found = new ArrayList<>();
        for (Truth.Tilt tilt : truth.tilts()) {
            progress.says(truth.name() + ": tilting " + String.join(", ", tilt.clocks()));
            Tilting.Tilted tilted = made.tilted(truth, tilt, study, wanted);
            found.add(new Outcome.Found(tilt, tilted.factor(), tilted.reached()));
            study = study.with(tilted.plan());
        }
        progress.says(truth.name() + ": true values");
        TrueValues values = TrueValues.of(study.plan(), study.endpoints(), trial.cohort(), threads);
        StudyReplicates trials = StudyReplicates.of(study, truth.role(), values);
        Simulation simulation = Simulation.of(trials, wanted, threads, progress.of(truth.name()));
        interruption.stops(simulation);
        Block sums = simulation.run();
        return new Outcome(truth, study, found, trials.results(sums));
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
