package marrow.cli.option;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.cli.terminal.ShellWord;
import marrow.report.journey.ProblemList;
import marrow.scenario.Reading;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioFiles;
import marrow.scenario.ScenarioReader;
import marrow.scenario.TruthCheck;
import marrow.scenario.text.Problem;
import marrow.scenario.text.Problem.Severity;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The scenario that a command works on, with what the command line changes in it. */
public final class ScenarioOptions {
    @Parameters(paramLabel = "FILE", description = "The scenario.")
    private Path file;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedOption.class,
            description = "Seed of the random numbers, in place of the scenario's.")
    private Long seed;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "The value of a parameter, or of a place such as trial.patients, instead of the scenario's: --set 'relapse-1y=20 %%'. May be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "No warnings.")
    private boolean quiet;

    private ScenarioFiles files;

    /** Its files as they were when they were first read: one scenario from the first trial to the last file that is written. */
    public ScenarioFiles files() {
        if (files == null) {
            files = ScenarioFiles.of(file);
        }
        return files;
    }

    /** The scenario, or nothing where it was refused. Prints what is wrong with it. */
    public Optional<Scenario> read(PrintWriter err) {
        Reading reading = ScenarioReader.read(files(), set);
        List<Problem> problems = reading.problems().all();
        err.print(ProblemList.text(problems.stream()
                .filter(problem -> !quiet || problem.severity() == Severity.ERROR)
                .toList()));
        err.flush();
        return reading.scenario();
    }

    /**
     * A scenario that has a trial, or nothing where it was refused, by itself or with what a truth sets, or has none. Prints why.
     *
     * @param to what the trial is needed for
     */
    public Optional<Scenario> readTrial(String to, PrintWriter err) {
        Optional<Scenario> read = read(err);
        if (read.isPresent() && read.get().trial().isEmpty()) {
            err.println(file + ": this scenario has no 'trial' to " + to);
            return Optional.empty();
        }
        List<Problem> ofTruths =
                read.map(scenario -> TruthCheck.of(files(), set, scenario)).orElse(List.of());
        err.print(ProblemList.text(ofTruths));
        err.flush();
        return ofTruths.isEmpty() ? read : Optional.empty();
    }

    /** The scenario with further values in place of its parameters', or nothing where it was refused, which is printed. */
    public Optional<Scenario> readWith(Map<String, String> more, PrintWriter err) {
        Map<String, String> all = new LinkedHashMap<>(set);
        all.putAll(more);
        Reading reading = ScenarioReader.again(files(), all);
        if (reading.scenario().isEmpty()) {
            err.print(ProblemList.text(reading.problems().all()));
            err.flush();
        }
        return reading.scenario();
    }

    /** The scenario with its fragments in one file, and with what the command line changed. */
    public String resolved() {
        return ScenarioReader.resolved(files(), given());
    }

    /** All values that the command line gives, the seed among them. */
    public Map<String, String> given() {
        Map<String, String> all = new LinkedHashMap<>(set);
        if (seed != null) {
            all.put("run.seed", Long.toString(seed));
        }
        return all;
    }

    /** The same scenario with further values. */
    public ScenarioOptions with(Map<String, String> more) {
        ScenarioOptions other = new ScenarioOptions();
        other.file = file;
        other.files = files();
        other.seed = seed;
        other.quiet = true;
        other.set.putAll(set);
        other.set.putAll(more);
        return other;
    }

    public boolean quiet() {
        return quiet;
    }

    public Path file() {
        return file;
    }

    /** The seed given, or else that of the scenario. */
    public long seed(Scenario scenario) {
        return seed == null ? scenario.seed() : seed;
    }

    /** The words that bring another command to the same scenario. */
    public String again(Scenario scenario) {
        StringBuilder words =
                new StringBuilder(ShellWord.of(file)).append(" --seed ").append(seed(scenario));
        set.forEach((name, value) -> words.append(" --set ").append(ShellWord.of(name + "=" + value)));
        return words.toString();
    }
}
