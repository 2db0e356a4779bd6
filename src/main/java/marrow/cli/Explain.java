package marrow.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import marrow.cli.option.ExplainFormat;
import marrow.cli.option.ScenarioOptions;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Version;
import marrow.journey.life.EndlessJourneyException;
import marrow.report.journey.Explanation;
import marrow.report.journey.Explanation.Section;
import marrow.report.journey.ExplanationJson;
import marrow.report.journey.ExplanationText;
import marrow.scenario.Scenario;
import marrow.trial.Arm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** `marrow explain`: what a scenario assumes, what was solved, how patients move, and what happens to them. */
@Command(
        name = "explain",
        description = "Shows the evidence, what was solved, the journey as a diagram, and the expected event rates.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class Explain implements Callable<Integer> {
    /** All their days are held until the medians are known, about a kilobyte a patient. */
    private static final int MOST_PATIENTS = 200_000;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions options;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SECTION",
            description = "Some of ${COMPLETION-CANDIDATES}, separated by commas (default: all).")
    private List<Section> only = List.of();

    @Option(
            names = "--arm",
            paramLabel = "NAME",
            description = "The arm whose journey and patients are shown (default: the first).")
    private String arm;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). dot (Graphviz) and mermaid give the diagram.")
    private ExplainFormat format = ExplainFormat.TEXT;

    @Option(
            names = "--patients",
            paramLabel = "N",
            description =
                    "Patients that the rates are found from, 2 to " + MOST_PATIENTS + " (default: ${DEFAULT-VALUE}).")
    private int patients = 20_000;

    @Override
    public Integer call() {
        if (patients < 2 || patients > MOST_PATIENTS) {
            throw new ParameterException(
                    spec.commandLine(), "--patients lies between 2 and " + MOST_PATIENTS + ", and this is " + patients);
        }
        Optional<Scenario> read = options.read(spec.commandLine().getErr());
        if (read.isEmpty()) {
            return ExitCode.REFUSED;
        }
        Optional<Arm> shown = new ShownArm(read.get(), spec).named(arm);
        Scenario scenario = shown.map(read.get()::of).orElse(read.get());
        try {
            explain(scenario, shown.map(Arm::name), spec.commandLine().getOut());
            return ExitCode.DONE;
        } catch (EndlessJourneyException caught) {
            StuckPatient.tell(caught, scenario, options, spec.commandLine().getErr());
            return ExitCode.REFUSED;
        }
    }

    private void explain(Scenario scenario, Optional<String> named, PrintWriter out) {
        Set<Section> sections = only.isEmpty() ? EnumSet.allOf(Section.class) : EnumSet.copyOf(only);
        switch (format) {
            case DOT -> out.print(Explanation.dot(scenario, named));
            case MERMAID -> out.print(Explanation.mermaid(scenario, named));
            case TEXT, JSON -> {
                Explanation explanation = Explanation.of(scenario, named, options.seed(scenario), patients, sections);
                out.print(
                        format == ExplainFormat.JSON
                                ? ExplanationJson.of(explanation)
                                : main.drawn(ExplanationText.of(explanation)));
            }
        }
    }
}
