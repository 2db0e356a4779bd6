package marrow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command `marrow`. It does nothing itself: each subcommand is a class of this package. */
@Command(
        name = "marrow",
        version = "marrow 0.1.0",
        description = "Designs clinical trials in B-cell acute lymphoblastic leukaemia by simulating them.",
        mixinStandardHelpOptions = true,
        subcommands = {})
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
