package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import marrow.check.Tally;
import marrow.cli.folder.WholeFile;
import marrow.cli.option.ExportFormat;
import marrow.cli.option.ScenarioOptions;
import marrow.cli.option.ThreadsOption;
import marrow.cli.option.TrialOptions;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Refusals;
import marrow.cli.terminal.RunProgress;
import marrow.cli.terminal.Terminal;
import marrow.cli.terminal.Version;
import marrow.design.AnalysedTrial;
import marrow.export.DataSet;
import marrow.export.DataSetCsv;
import marrow.export.DatasetJson;
import marrow.export.ExportedTrial;
import marrow.export.ReplicateRows;
import marrow.journey.life.EndlessJourneyException;
import marrow.run.Conduct;
import marrow.run.RefusedTruthException;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Truth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `marrow export`: simulated trials as data that R, SAS or a spreadsheet read. */
@Command(
        name = "export",
        description = "Writes one simulated trial as analysis data sets, or what the analyses find in many as a table.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ExportTrial implements Callable<Integer> {
    private static final String FINDINGS = "findings.csv";
    private static final String VARIABLES = "variables.csv";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions options;

    @Option(
            names = "--truth",
            split = ",",
            paramLabel = "NAME",
            description = "The truth (default: the first; with csv all of them).")
    private List<String> truthNames = List.of();

    @Option(
            names = "--replicate",
            paramLabel = "R",
            description = "The trial, from 0 (default: 0; with csv all trials of --replicates).")
    private Long replicate;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "With csv: so many trials under each truth, in place of the scenario's.")
    private Long replicates;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). The first two are analysis data sets of one trial, csv is what the analyses find, a row a trial and analysis.")
    private ExportFormat format = ExportFormat.ADAM_CSV;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder for the files. Made if it is not there. Without it csv is printed.")
    private Path out;

    @Mixin
    private ThreadsOption threads;

    @Override
    public Integer call() {
        check();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Scenario> read = options.readTrial("export", err);
        if (read.isEmpty()) {
            return ExitCode.REFUSED;
        }
        Scenario scenario = read.get();
        List<Truth> truths = TrialOptions.chosen(scenario.trial().orElseThrow().truths(), truthNames, spec);
        try {
            if (out != null) {
                Files.createDirectories(out);
            }
        } catch (IOException failed) {
            err.println("marrow: cannot write to " + out + ": " + Refusals.reason(failed));
            return ExitCode.UNWRITTEN;
        }
        return exported(scenario, truths, err);
    }

    private void check() {
        threads.check(spec.commandLine());
        TrialOptions.checkReplicates(replicates, spec);
        if (replicate != null && replicate < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--replicate is a number from 0 on, and this is " + replicate);
        }
        if (replicates != null && (format != ExportFormat.CSV || replicate != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    replicate == null
                            ? "--replicates goes with --format csv: " + format + " is of one trial, that of --replicate"
                            : "--replicate is one trial alone, and --replicates says how many there are");
        }
        if (format != ExportFormat.CSV && out == null) {
            throw new ParameterException(
                    spec.commandLine(), "--format " + format + " needs --out, a folder for its files");
        }
    }

    private int exported(Scenario scenario, List<Truth> truths, PrintWriter err) {
        RunProgress progress = new RunProgress(err, options.quiet(), Terminal.writesOver());
        Conduct conduct = Conduct.of(
                scenario.trial().orElseThrow(),
                options.seed(scenario),
                threads.count(),
                values -> options.readWith(values, err),
                progress);
        try {
            if (format == ExportFormat.CSV) {
                return rows(scenario, truths, conduct, progress, err);
            }
            dataSets(scenario, truths.get(0), conduct);
            progress.done();
            return ExitCode.DONE;
        } catch (RefusedTruthException refused) {
            progress.done();
            err.println(refused.told(options.file()));
            return ExitCode.REFUSED;
        } catch (EndlessJourneyException caught) {
            progress.done();
            StuckPatient.tell(caught, scenario, options, err);
            return ExitCode.REFUSED;
        } catch (IOException | UncheckedIOException failed) {
            progress.done();
            IOException cause =
                    failed instanceof UncheckedIOException wrapped ? wrapped.getCause() : (IOException) failed;
            err.println("marrow: cannot write to " + out + ": " + Refusals.reason(cause));
            return ExitCode.UNWRITTEN;
        }
    }

    private void dataSets(Scenario scenario, Truth truth, Conduct conduct) throws IOException {
        AnalysedTrial trial = AnalysedTrial.of(conduct.study(truth));
        trial.simulate(replicate == null ? 0 : replicate);
        ExportedTrial exported = ExportedTrial.of(scenario, truth, trial.trial());
        List<DataSet> sets = exported.dataSets();
        for (DataSet set : sets) {
            boolean json = format == ExportFormat.DATASET_JSON;
            String name = set.name().toLowerCase(Locale.ROOT) + (json ? ".json" : ".csv");
            write(name, json ? DatasetJson.of(set, exported, Version.number()) : DataSetCsv.of(set));
        }
        write(VARIABLES, DataSetCsv.variables(sets));
        ReplicateRows rows =
                ReplicateRows.of(scenario, truth, trial.trial().study().analyses());
        write(FINDINGS, ReplicateRows.HEADING + rows.of(trial));
    }

    private void write(String name, String text) throws IOException {
        WholeFile.replace(out.resolve(name), text);
    }

    private int rows(Scenario scenario, List<Truth> truths, Conduct conduct, RunProgress progress, PrintWriter err)
            throws IOException {
        long first = replicate == null ? 0 : replicate;
        long all = replicates == null ? scenario.trial().orElseThrow().replicates() : replicates;
        long end = replicate == null ? all : replicate + 1;
        ReplicateExport export = new ReplicateExport(scenario, conduct, progress, first, end);
        long failed = out == null ? export.print(truths, spec.commandLine().getOut()) : export.write(truths, out);
        progress.done();
        if (failed > 0) {
            err.println("marrow: " + Tally.of(failed, "trial") + " failed; "
                    + (failed == 1 ? "its row holds" : "their rows hold") + " no numbers");
        }
        return failed > 0 ? ExitCode.FAILED_TRIALS : ExitCode.DONE;
    }
}
