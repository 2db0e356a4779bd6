package marrow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import marrow.cli.option.Format;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Version;
import marrow.report.journey.ProblemList;
import marrow.scenario.Reading;
import marrow.scenario.ScenarioCheck;
import marrow.scenario.text.Problem;
import marrow.scenario.text.Problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** `marrow validate`: everything that is wrong with scenarios or fragments, at once. */
@Command(
        name = "validate",
        description = "Checks scenarios and fragments. Errors and warnings go to standard error as FILE:LINE:COLUMN.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class Validate implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scenarios or fragments.")
    private List<Path> files;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "The value of a parameter, in place of the scenario's. May be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). json: an array of all problems on standard output.")
    private Format format = Format.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            description = "Errors alone: no warnings, no summary.")
    private boolean quiet;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Problem> told = new ArrayList<>();
        boolean good = true;
        for (Path file : files) {
            Reading reading = ScenarioCheck.of(file, set);
            List<Problem> problems = reading.problems().all().stream()
                    .filter(problem -> !quiet || problem.severity() == Severity.ERROR)
                    .toList();
            good &= !reading.problems().hasErrors();
            told.addAll(problems);
            if (format == Format.TEXT) {
                err.print(ProblemList.text(problems));
                err.flush();
                if (!quiet) {
                    out.println(summary(file, reading));
                    out.flush();
                }
            }
        }
        if (format == Format.JSON) {
            out.print(ProblemList.json(told));
        }
        return good ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String summary(Path file, Reading reading) {
        List<Problem> problems = reading.problems().all();
        List<String> parts = new ArrayList<>();
        long errors = ProblemList.count(problems, Severity.ERROR);
        parts.add(errors == 0 ? "ok" : counted(errors, "error"));
        reading.scenario().ifPresent(scenario -> {
            if (!scenario.fragments().isEmpty()) {
                parts.add(counted(scenario.fragments().size(), "fragment"));
            }
            parts.add(counted(scenario.parameters().size(), "parameter"));
        });
        parts.add(counted(ProblemList.count(problems, Severity.WARNING), "warning"));
        return file + ": " + String.join(", ", parts);
    }

    private static String counted(long n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }
}
