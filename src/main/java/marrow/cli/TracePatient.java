package marrow.cli;

import java.io.PrintWriter;
import java.util.Optional;
import marrow.cli.option.Format;
import marrow.cli.option.ScenarioOptions;
import marrow.cli.terminal.ExitCode;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Trace;
import marrow.journey.life.TraceRecorder;
import marrow.report.journey.TraceJson;
import marrow.report.journey.TraceText;
import marrow.scenario.Scenario;
import marrow.trial.Arm;
import picocli.CommandLine.Model.CommandSpec;

/** `marrow trace --patient`: one patient's life, found by its address, event by event. */
final class TracePatient {
    private final CommandSpec spec;
    private final ScenarioOptions options;
    private final Main main;

    TracePatient(CommandSpec spec, ScenarioOptions options, Main main) {
        this.spec = spec;
        this.options = options;
        this.main = main;
    }

    /** @param armName the arm to which the trial allocates the patient if null */
    int print(long replicate, long patient, String armName, Format format) {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Scenario> read = options.read(err);
        if (read.isEmpty()) {
            return ExitCode.REFUSED;
        }
        ShownArm shown = new ShownArm(read.get(), spec);
        Optional<Arm> arm =
                armName == null ? shown.ofPatient(options.seed(read.get()), replicate, patient) : shown.named(armName);
        Scenario scenario = arm.map(read.get()::of).orElse(read.get());
        Trace trace = TraceRecorder.of(
                CompiledJourney.of(scenario.journey(), scenario.entry()),
                options.seed(scenario),
                replicate,
                patient,
                scenario.horizonDays());
        PrintWriter out = spec.commandLine().getOut();
        Optional<String> named =
                arm.map(Arm::name).filter(name -> !ShownArm.of(read.get()).isEmpty());
        out.print(
                format == Format.JSON ? TraceJson.of(trace, named) : main.drawn(TraceText.of(trace, scenario, named)));
        if (trace.stopped() != null) {
            out.flush();
            err.println(options.file() + ": " + trace.stopped());
            return ExitCode.REFUSED;
        }
        return ExitCode.DONE;
    }
}
