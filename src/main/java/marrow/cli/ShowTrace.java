package marrow.cli;

import java.util.concurrent.Callable;
import marrow.cli.option.Format;
import marrow.cli.option.ScenarioOptions;
import marrow.cli.terminal.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** `marrow trace`: one patient's life, found by its address, event by event; or one trial, month by month. */
@Command(
        name = "trace",
        description = "Shows the life of one patient, event by event, or one trial, month by month.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ShowTrace implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions options;

    @Option(
            names = "--replicate",
            paramLabel = "R",
            description =
                    "The replicate, from 0 (default: ${DEFAULT-VALUE}). Those of the large cohorts, from which true values are found, are below 0.")
    private long replicate = 0;

    @Option(names = "--patient", paramLabel = "P", description = "The patient, from 0.")
    private Long patient;

    @Option(
            names = "--arm",
            paramLabel = "NAME",
            description =
                    "With --patient: the life in this arm (default: in the one to which the trial allocates this patient).")
    private String arm;

    @Option(
            names = "--trial",
            description = "The whole trial of that replicate, as a run makes it, in place of a patient.")
    private boolean wholeTrial;

    @Option(names = "--truth", paramLabel = "NAME", description = "With --trial: the truth (default: the first).")
    private String truth;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        check();
        return wholeTrial
                ? new TraceTrial(spec, options).print(truth, replicate, format)
                : new TracePatient(spec, options, main).print(replicate, patient, arm, format);
    }

    private void check() {
        if (wholeTrial == (patient != null)) {
            throw refused("give --patient P for the life of a patient, or --trial for a whole trial");
        }
        if (patient != null && patient < 0) {
            throw refused("--patient is a number from 0 on");
        }
        if (wholeTrial && replicate < 0) {
            throw refused("--trial is of a --replicate from 0 on, and this is " + replicate);
        }
        if (wholeTrial && arm != null) {
            throw refused("--arm goes with --patient: a trial has all its arms");
        }
        if (!wholeTrial && truth != null) {
            throw refused("--truth goes with --trial: a patient is traced in the scenario as it is written");
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
