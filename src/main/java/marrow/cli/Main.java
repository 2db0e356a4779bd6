package marrow.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command `marrow`. It does nothing itself: each subcommand is a class of this package. */
@Command(
        name = "marrow",
        versionProvider = Version.class,
        description = "Designs clinical trials in B-cell acute lymphoblastic leukaemia by simulating them.",
        mixinStandardHelpOptions = true,
        subcommands = {})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** Prints in UTF-8 wherever it runs: the bytes of a result do not depend on the locale of the machine. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
