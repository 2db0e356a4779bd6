package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marrow.analysis.Analysis;
import marrow.cli.folder.BlockFolder;
import marrow.cli.folder.Provenance;
import marrow.cli.folder.ResultFolder;
import marrow.cli.folder.SizeFolder;
import marrow.cli.option.Format;
import marrow.cli.option.ScenarioOptions;
import marrow.cli.option.ThreadsOption;
import marrow.cli.option.TrialOptions;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Interruption;
import marrow.cli.terminal.RunProgress;
import marrow.cli.terminal.Version;
import marrow.design.size.AccrualForecast;
import marrow.design.size.SizeSearch;
import marrow.report.form.Readout;
import marrow.report.page.Report;
import marrow.report.size.PowerAnswer;
import marrow.report.size.PowerTable;
import marrow.report.size.RecipeAnswer;
import marrow.report.size.RecipeTable;
import marrow.report.size.SizeAnswer;
import marrow.report.size.SizeJson;
import marrow.report.size.SizeTable;
import marrow.report.story.size.SizeReport;
import marrow.run.Conduct;
import marrow.run.RefusedTruthException;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Trial;
import marrow.scenario.trial.Truth;
import marrow.stats.recipe.Recipes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `marrow size`: patients for a power, the power of so many patients, or where so many patients may come from. */
@Command(
        name = "size",
        description = "Finds how many patients a power takes, or what a number of patients can find.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class SizeTrial implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions options;

    @Mixin
    private FolderOptions folder;

    @Mixin
    private ReportOptions report;

    @Option(names = "--power", paramLabel = "P", description = "The power wanted: finds the number of patients.")
    private Double power;

    @Option(names = "--n", paramLabel = "N", description = "The number of patients: finds their power.")
    private Integer patients;

    @Option(
            names = "--explain-n",
            paramLabel = "N",
            description =
                    "The number of patients: lists designs that end at it, those of --alpha and --power if given.")
    private Integer explained;

    @Option(names = "--alpha", paramLabel = "A", description = "Level, in place of that of the analysis.")
    private Double alpha;

    @Option(names = "--analysis", paramLabel = "NAME", description = "The analysis (default: the first that tests).")
    private String analysis;

    @Option(
            names = "--truth",
            paramLabel = "NAME",
            description = "The truth (default: an alternative tilted to a value of what is tested, or the first one).")
    private String truth;

    @Option(names = "--replicates", paramLabel = "N", description = "Trials a size, in place of the scenario's.")
    private Long replicates;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        check();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Scenario> read = options.readTrial("size", err);
        if (read.isEmpty()) {
            return ExitCode.REFUSED;
        }
        Scenario scenario = read.get();
        Undertaking undertaking = new Undertaking(scenario, options, folder, err);
        return undertaking.carryOut((progress, interruption) -> {
            try {
                return explained != null
                        ? told(explanation(scenario), progress, interruption)
                        : sized(scenario, progress, interruption);
            } catch (CancellationException interrupted) {
                interruption.letWrite();
                progress.done();
                err.println("marrow: interrupted"
                        + (folder.out() == null
                                ? "; with --out DIR its trials would have been kept"
                                : "; trials that were finished are kept in " + folder.out()));
                return ExitCode.INTERRUPTED;
            }
        });
    }

    /** An answer in all of its forms. */
    private record Answer(String text, String json, Optional<Report> report) {}

    private int told(Answer answer, RunProgress progress, Interruption interruption) {
        interruption.letWrite();
        progress.done();
        spec.commandLine().getOut().print(format == Format.JSON ? answer.json : answer.text);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private int sized(Scenario scenario, RunProgress progress, Interruption interruption)
            throws IOException, Provenance.OtherTrialsException {
        long began = System.nanoTime();
        Trial trial = scenario.trial().orElseThrow();
        Analysis asked = named(trial);
        double level = level(asked);
        requireAbove(level);
        Truth under = truth == null ? SizeSubject.usualTruth(trial, asked) : named(trial.truths());
        String resolved = folder.out() == null ? "" : options.resolved();
        String question = "analysis: " + asked.name() + "\nalpha: " + level + "\ntruth: " + under.name() + "\n";
        PrintWriter err = spec.commandLine().getErr();
        Optional<BlockFolder> blocks = folder.open(resolved, question);
        try (SizeFolder kept = new SizeFolder(blocks, err)) {
            Answer answer = answer(scenario, asked, level, under, kept, progress);
            int code = told(answer, progress, interruption);
            if (blocks.isPresent()) {
                double seconds = (System.nanoTime() - began) / 1e9;
                ResultFolder.writeSize(
                        folder.out(), made(scenario, trial), answer.json, answer.report, resolved, question, seconds);
                report.tell(folder.out(), progress, err);
            }
            return code;
        }
    }

    private Map<String, Object> made(Scenario scenario, Trial trial) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("scenario", scenario.name());
        made.put("seed", options.seed(scenario));
        made.put("replicates", wanted(trial));
        return made;
    }

    private long wanted(Trial trial) {
        return replicates == null ? trial.replicates() : replicates;
    }

    private void check() {
        boolean one = explained != null ? patients == null : (power == null) != (patients == null);
        if (!one) {
            throw wrong("say one of --power P, --n N and --explain-n N");
        }
        requireShare(power, "--power");
        requireShare(alpha, "--alpha");
        requireBetween(patients, SizeSearch.MOST_PATIENTS, "--n");
        requireBetween(explained, Recipes.MOST_PATIENTS, "--explain-n");
        if (explained != null && folder.out() != null) {
            throw wrong("--out keeps trials, and --explain-n makes none");
        }
        folder.check(spec.commandLine());
        report.check(folder.out() != null);
        threads.check(spec.commandLine());
        TrialOptions.checkReplicates(replicates, spec);
    }

    private void requireShare(Double value, String option) {
        if (value != null && !(value > 0 && value < 1)) {
            throw wrong(option + " lies between 0 and 1, and this is " + Readout.number(value)
                    + (value > 1 && value < 100 ? "; did you mean " + Readout.number(value) + " %?" : ""));
        }
    }

    /** That of the analysis, or the one that is given in its place. */
    private double level(Analysis asked) {
        try {
            return alpha == null
                    ? asked.hypothesis().alpha()
                    : asked.hypothesis().at(alpha).alpha();
        } catch (IllegalArgumentException refused) {
            throw wrong("--alpha: " + refused.getMessage());
        }
    }

    private void requireAbove(double level) {
        if (power != null && power <= level) {
            throw wrong("--power is above the level of the test, and " + power + " is not above " + level);
        }
    }

    private void requireBetween(Integer value, int most, String option) {
        if (value != null && (value < 1 || value > most)) {
            throw wrong(option + " lies between 1 and " + most + ", and this is " + value);
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private Answer answer(
            Scenario scenario, Analysis asked, double level, Truth under, SizeFolder kept, RunProgress progress) {
        Trial trial = scenario.trial().orElseThrow();
        long seed = options.seed(scenario);
        Conduct conduct = Conduct.of(
                trial,
                seed,
                threads.count(),
                values -> options.readWith(values, spec.commandLine().getErr()),
                progress);
        SizeSubject subject =
                new SizeSubject(scenario, asked, level, seed, wanted(trial), threads.count(), conduct, progress, kept);
        if (power != null) {
            SizeAnswer answer = new PatientsForPower(subject, asked, level, power).under(under);
            return new Answer(SizeTable.of(answer), SizeJson.of(answer), page(() -> SizeReport.of(answer)));
        }
        PowerAnswer answer = new PowerOfPatients(subject, asked, level, patients).under(under);
        return new Answer(PowerTable.of(answer), SizeJson.of(answer), page(() -> SizeReport.of(answer)));
    }

    private Optional<Report> page(Supplier<Report> made) {
        return folder.out() != null && report.wanted() ? Optional.of(made.get()) : Optional.empty();
    }

    private Answer explanation(Scenario scenario) {
        requireAbove(alpha == null ? 0 : alpha);
        RecipeAnswer answer = new RecipeAnswer(
                scenario,
                explained,
                Recipes.of(
                        explained,
                        alpha == null ? Recipes.USUAL_ALPHAS : List.of(alpha),
                        power == null ? Recipes.USUAL_POWERS : List.of(power)),
                AccrualForecast.of(scenario.trial()
                        .orElseThrow()
                        .study()
                        .plan()
                        .withSeed(options.seed(scenario))
                        .ofSize(explained)));
        return new Answer(RecipeTable.of(answer), SizeJson.of(answer), Optional.empty());
    }

    private Analysis named(Trial trial) {
        List<Analysis> tests = trial.study().analyses().stream()
                .filter(one -> one.hypothesis() != null)
                .toList();
        return tests.stream()
                .filter(one -> analysis == null || one.name().equals(analysis))
                .findFirst()
                .orElseThrow(() -> tests.isEmpty()
                        ? new RefusedTruthException("this scenario has no analysis that tests a hypothesis")
                        : wrong("there is no analysis '" + analysis + "' that tests: there are "
                                + names(tests.stream().map(Analysis::name))));
    }

    private Truth named(List<Truth> truths) {
        return truths.stream()
                .filter(one -> one.name().equals(truth))
                .findFirst()
                .orElseThrow(() -> wrong("there is no truth '" + truth + "': there are "
                        + names(truths.stream().map(Truth::name))));
    }

    private static String names(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }
}
