package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import marrow.cli.folder.KeptFolder;
import marrow.cli.option.Format;
import marrow.cli.option.SeedOption;
import marrow.cli.option.ThreadsOption;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Interruption;
import marrow.cli.terminal.Refusals;
import marrow.cli.terminal.RunProgress;
import marrow.cli.terminal.Terminal;
import marrow.cli.terminal.Version;
import marrow.compare.Comparison;
import marrow.compare.Place;
import marrow.compare.Question;
import marrow.compare.Question.Judge;
import marrow.report.compare.ComparisonJson;
import marrow.report.compare.ComparisonText;
import marrow.scenario.trial.ToldMetrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** `marrow compare`: two runs, or a run that is kept and one made now, and whether they differ. */
@Command(
        name = "compare",
        description = "Says whether two runs differ: in which numbers, and at which event of which patient they part.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:they do not differ", "4:they differ", "2:they cannot be compared"})
final class CompareRuns implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "The folder of a run.")
    private Path before;

    @Parameters(
            index = "1",
            paramLabel = "B",
            description = "The folder of another, or a scenario, which is then run now with as many trials as A has.")
    private Path after;

    @Option(
            names = "--by",
            paramLabel = "JUDGE",
            description =
                    "What makes them differ: any other trial or number (trials), or a number that chance does not explain (metrics). If not given, trials where both have the same seed.")
    private Judge judge;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "Chance of a false alarm among all numbers together (default: ${DEFAULT-VALUE}).")
    private double alpha = 0.01;

    @Option(
            names = "--tolerance",
            split = ",",
            paramLabel = "METRIC=X",
            description = "How far a metric may move, wherever it is told: power=0.01.")
    private Map<String, Double> tolerance = new LinkedHashMap<>();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "For the scenario that is run now, as in run. May be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedOption.class,
            description = "For the scenario that is run now.")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder for what is run now. If not given, nothing of it is kept.")
    private Path out;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        Question question = question();
        PrintWriter err = spec.commandLine().getErr();
        Interruption interruption = Interruption.watch();
        try {
            return compared(opened(before), question);
        } catch (CannotCompareException refused) {
            err.println("marrow: " + refused.getMessage());
            return ExitCode.REFUSED;
        } catch (IOException failed) {
            err.println("marrow: cannot compare: " + Refusals.reason(failed));
            return ExitCode.REFUSED;
        } catch (CancellationException interrupted) {
            err.println("marrow: interrupted");
            return ExitCode.INTERRUPTED;
        } finally {
            err.flush(); // once the hook knows that all is over, the process may end at any moment
            interruption.over();
        }
    }

    private int compared(KeptFolder one, Question question) throws IOException, CannotCompareException {
        requireTold(one);
        if (!Files.isRegularFile(after)) {
            requireNoRun();
            KeptFolder other = opened(after);
            return told(one, other, after.toString(), other.scenario(), question);
        }
        Path into = out == null ? Files.createTempDirectory("marrow-compare-") : out;
        try {
            RunNow now = new RunNow(after, set, seed);
            int code = now.run(
                    one, into, threads.count(), quiet, spec.commandLine().getErr());
            return code == ExitCode.DONE ? told(one, opened(into), after + ", run now", now.words(), question) : code;
        } finally {
            if (out == null) {
                RunNow.remove(into);
            }
        }
    }

    /** The message is for the user. */
    private static final class CannotCompareException extends Exception {
        private static final long serialVersionUID = 1;

        CannotCompareException(String message, Throwable why) {
            super(message, why);
        }
    }

    private Question question() {
        threads.check(spec.commandLine());
        try {
            return new Question(alpha, tolerance, Optional.ofNullable(judge));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    /** What A does not tell is compared with nothing, and may move as far as it likes. */
    private void requireTold(KeptFolder one) {
        Set<String> told = one.numbersOf("").numbers().keySet().stream()
                .map(Place::metric)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String metric : tolerance.keySet()) {
            if (!told.contains(metric)) {
                throw new ParameterException(spec.commandLine(), "--tolerance: " + ToldMetrics.refusal(metric, told));
            }
        }
    }

    private void requireNoRun() {
        if (!set.isEmpty() || seed != null || out != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--set, --seed and --out are for a scenario that is run now, and " + after + " is a folder");
        }
    }

    private static KeptFolder opened(Path folder) throws CannotCompareException {
        try {
            return KeptFolder.of(folder);
        } catch (IOException failed) {
            throw new CannotCompareException("cannot compare " + folder + ": " + Refusals.reason(failed), failed);
        }
    }

    private int told(KeptFolder one, KeptFolder other, String name, String scenario, Question question)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        RunProgress progress = new RunProgress(err, quiet, Terminal.writesOver());
        Comparison comparison = one.isSameAs(other)
                ? Comparison.identical(one.numbersOf(before.toString()), other.numbersOf(name), question)
                : Comparison.of(
                        one.run(before.toString(), one.scenario(), threads.count(), progress, err),
                        other.run(name, scenario, threads.count(), progress, err),
                        question);
        progress.done();
        PrintWriter writer = spec.commandLine().getOut();
        writer.print(format == Format.JSON ? ComparisonJson.of(comparison) : main.drawn(ComparisonText.of(comparison)));
        writer.flush();
        return comparison.differs() ? ExitCode.DIFFERENT : ExitCode.DONE;
    }
}
