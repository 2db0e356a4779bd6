package marrow.cli.option;

import java.util.ArrayList;
import java.util.List;
import marrow.design.Study;
import marrow.design.metric.Precision;
import marrow.montecarlo.Simulation;
import marrow.scenario.trial.ToldMetrics;
import marrow.scenario.trial.Trial;
import marrow.scenario.trial.Truth;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How many trials a command simulates, under which truths, and on how many threads. */
public final class TrialOptions {
    /** The most trials of a run that ends when it is precise enough. */
    private static final long MOST = 1_000_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Trials under each truth, in place of the scenario's; with --precision the most of them.")
    private Long replicates;

    @Option(
            names = "--precision",
            split = ",",
            paramLabel = "GOAL",
            converter = GoalConverter.class,
            description =
                    "Trials until the Monte Carlo error is small enough, power=0.002, or until it is clear on which side a metric lies, power>=0.8.")
    private List<Precision.Goal> goals = new ArrayList<>();

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--truth",
            split = ",",
            paramLabel = "NAME",
            description = "These truths alone, separated by commas.")
    private List<String> truths = List.of();

    /** Reads a goal as a user writes it. */
    static final class GoalConverter implements ITypeConverter<Precision.Goal> {
        @Override
        public Precision.Goal convert(String text) {
            try {
                return Precision.Goal.of(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        }
    }

    public void check() {
        threads.check(spec.commandLine());
        checkReplicates(replicates, spec);
    }

    /** @param replicates null where none were given */
    public static void checkReplicates(Long replicates, CommandSpec command) {
        if (replicates != null && !(replicates >= 1 && replicates <= Simulation.MOST)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--replicates is " + (replicates < 1 ? "at least 1" : "at most " + Simulation.MOST)
                            + ", and this is " + replicates);
        }
    }

    /** Refuses a precision of what no truth tells. */
    public void requireTold(Study study, List<Truth> under) {
        if (!goals.isEmpty()) {
            ToldMetrics.of(study, under).refusal(new Precision(goals)).ifPresent(what -> {
                throw new ParameterException(spec.commandLine(), "--precision: " + what);
            });
        }
    }

    /** Whether the command line says how many trials there are. */
    public boolean sayHowMany() {
        return replicates != null || !goals.isEmpty();
    }

    /** Whether the command line names truths. */
    public boolean nameTruths() {
        return !truths.isEmpty();
    }

    public int threads() {
        return threads.count();
    }

    /** What the command line asks for, or else the scenario. */
    public Precision precision(Trial trial) {
        return goals.isEmpty() ? trial.precision() : new Precision(goals);
    }

    /** How many trials under each truth, at the most. */
    public long wanted(Trial trial) {
        if (replicates != null) {
            return replicates;
        }
        return precision(trial).isNone() ? trial.replicates() : Math.max(MOST, trial.replicates());
    }

    /** The truths asked for, in the order of the scenario. */
    public List<Truth> chosen(List<Truth> all) {
        return chosen(all, truths, spec);
    }

    /** Those of these names, all where there are none; in the order of the scenario. */
    public static List<Truth> chosen(List<Truth> all, List<String> asked, CommandSpec command) {
        List<String> names = all.stream().map(Truth::name).toList();
        if (asked.isEmpty() && command.commandLine().getParseResult().hasMatchedOption("--truth")) {
            throw new ParameterException(
                    command.commandLine(), "--truth names no truth: there are " + String.join(", ", names));
        }
        for (String name : asked) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        command.commandLine(),
                        "there is no truth '" + name + "': there are " + String.join(", ", names));
            }
        }
        return all.stream()
                .filter(truth -> asked.isEmpty() || asked.contains(truth.name()))
                .toList();
    }
}
