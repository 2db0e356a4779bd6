package marrow.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import marrow.cli.option.Format;
import marrow.cli.option.ScenarioOptions;
import marrow.cli.option.TrialOptions;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.RunProgress;
import marrow.cli.terminal.Terminal;
import marrow.design.AnalysedTrial;
import marrow.journey.life.EndlessJourneyException;
import marrow.report.run.TrialJson;
import marrow.report.run.TrialText;
import marrow.run.Conduct;
import marrow.run.RefusedTruthException;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Truth;
import picocli.CommandLine.Model.CommandSpec;

/** `marrow trace --trial`: one trial of a run, month by month. */
final class TraceTrial {
    private final CommandSpec spec;
    private final ScenarioOptions options;

    TraceTrial(CommandSpec spec, ScenarioOptions options) {
        this.spec = spec;
        this.options = options;
    }

    /** @param truthName the first of the scenario if null */
    int print(String truthName, long replicate, Format format) {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Scenario> read = options.readTrial("trace", err);
        if (read.isEmpty()) {
            return ExitCode.REFUSED;
        }
        Scenario scenario = read.get();
        Truth truth = TrialOptions.chosen(
                        scenario.trial().orElseThrow().truths(),
                        Optional.ofNullable(truthName).map(List::of).orElse(List.of()),
                        spec)
                .get(0);
        RunProgress progress = new RunProgress(err, options.quiet(), Terminal.writesOver());
        Conduct conduct = Conduct.of(
                scenario.trial().orElseThrow(),
                options.seed(scenario),
                Runtime.getRuntime().availableProcessors(),
                values -> options.readWith(values, err),
                progress);
        try {
            AnalysedTrial trial = AnalysedTrial.of(conduct.study(truth));
            trial.simulate(replicate);
            progress.done();
            spec.commandLine()
                    .getOut()
                    .print(
                            format == Format.JSON
                                    ? TrialJson.of(trial, scenario, truth)
                                    : TrialText.of(trial, scenario, truth));
            return ExitCode.DONE;
        } catch (RefusedTruthException refused) {
            progress.done();
            err.println(refused.told(options.file()));
        } catch (EndlessJourneyException caught) {
            progress.done();
            StuckPatient.tell(caught, scenario, options, err);
        }
        return ExitCode.REFUSED;
    }
}
