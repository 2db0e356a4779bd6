package marrow.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marrow.analysis.Analysis;
import marrow.design.size.AccrualForecast;
import marrow.design.size.SizeSearch;
import marrow.journey.EndlessJourneyException;
import marrow.report.PowerAnswer;
import marrow.report.PowerTable;
import marrow.report.RecipeAnswer;
import marrow.report.RecipeTable;
import marrow.report.SizeAnswer;
import marrow.report.SizeJson;
import marrow.report.SizeTable;
import marrow.run.Conduct;
import marrow.run.RefusedTruthException;
import marrow.scenario.Scenario;
import marrow.scenario.Trial;
import marrow.scenario.Truth;
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

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads (default: one a core). The results are the same.")
    private int threads = Runtime.getRuntime().availableProcessors();

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
        RunProgress progress = new RunProgress(err, options.quiet(), Terminal.writesOver());
        try {
            String answer = answer(scenario, scenario.trial().get(), progress);
            progress.done();
            spec.commandLine().getOut().print(answer);
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        } catch (RefusedTruthException refused) {
            progress.done();
            err.println(options.file() + ": " + refused.getMessage());
            return ExitCode.REFUSED;
        } catch (EndlessJourneyException caught) {
            progress.done();
            StuckPatient.tell(caught, scenario, options, err);
            return ExitCode.REFUSED;
        }
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
        if (threads < 1) {
            throw wrong("--threads is at least 1, and this is " + threads);
        }
        if (replicates != null && replicates < 1) {
            throw wrong("--replicates is at least 1, and this is " + replicates);
        }
    }

    private void requireShare(Double value, String option) {
        if (value != null && !(value > 0 && value < 1)) {
            throw wrong(option + " lies between 0 and 1, and this is " + value);
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

    private String answer(Scenario scenario, Trial trial, RunProgress progress) {
        long seed = options.seed(scenario);
        if (explained != null) {
            requireAbove(alpha == null ? 0 : alpha);
            return explanation(scenario, trial, seed);
        }
        Analysis asked = named(trial);
        double level = alpha == null ? asked.hypothesis().alpha() : alpha;
        requireAbove(level);
        SizeSubject subject = new SizeSubject(
                scenario,
                asked,
                level,
                seed,
                replicates == null ? trial.replicates() : replicates,
                threads,
                Conduct.of(
                        trial,
                        seed,
                        threads,
                        values -> options.readWith(values, spec.commandLine().getErr()),
                        progress),
                progress);
        Truth under = truth == null ? subject.usualTruth() : named(trial.truths());
        if (power != null) {
            SizeAnswer answer = new PatientsForPower(subject, asked, level, power).under(under);
            return format == Format.JSON ? SizeJson.of(answer) : SizeTable.of(answer);
        }
        PowerAnswer answer = new PowerOfPatients(subject, asked, level, patients).under(under);
        return format == Format.JSON ? SizeJson.of(answer) : PowerTable.of(answer);
    }

    private String explanation(Scenario scenario, Trial trial, long seed) {
        RecipeAnswer answer = new RecipeAnswer(
                scenario,
                explained,
                Recipes.of(
                        explained,
                        alpha == null ? Recipes.USUAL_ALPHAS : List.of(alpha),
                        power == null ? Recipes.USUAL_POWERS : List.of(power)),
                AccrualForecast.of(trial.study().plan().withSeed(seed).ofSize(explained)));
        return format == Format.JSON ? SizeJson.of(answer) : RecipeTable.of(answer);
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
