package marrow.cli;

import java.io.PrintWriter;
import java.util.Optional;
import marrow.journey.CompiledJourney;
import marrow.journey.Trace;
import marrow.journey.TraceRecorder;
import marrow.report.TraceJson;
import marrow.report.TraceText;
import marrow.scenario.Scenario;
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

    int print(long replicate, long patient, Format format) {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Scenario> read = options.read(err);
        if (read.isEmpty()) {
            return ExitCode.REFUSED;
        }
        Scenario scenario = read.get();
        Trace trace = TraceRecorder.of(
                CompiledJourney.of(scenario.journey(), scenario.entry()),
                options.seed(scenario),
                replicate,
                patient,
                scenario.horizonDays());
        PrintWriter out = spec.commandLine().getOut();
        out.print(format == Format.JSON ? TraceJson.of(trace) : main.drawn(TraceText.of(trace, scenario)));
        if (trace.stopped() != null) {
            out.flush();
            err.println(options.file() + ": " + trace.stopped());
            return ExitCode.REFUSED;
        }
        return ExitCode.DONE;
    }
}
