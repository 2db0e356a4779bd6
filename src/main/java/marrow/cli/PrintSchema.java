package marrow.cli;

import java.util.concurrent.Callable;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Version;
import marrow.report.form.JsonWriter;
import marrow.scenario.schema.ScenarioSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** `marrow schema`: the language of scenarios as editors understand it. */
@Command(
        name = "schema",
        description =
                "Prints the JSON Schema of scenarios and fragments, with which editors complete and explain their keys.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PrintSchema implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(JsonWriter.write(ScenarioSchema.tree()));
        return ExitCode.DONE;
    }
}
