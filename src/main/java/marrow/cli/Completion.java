package marrow.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Version;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** `marrow completion`: what makes a shell complete commands, options and their values. */
@Command(
        name = "completion",
        description =
                "Prints a script that makes bash or zsh complete commands and options: source <(marrow completion bash)",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Completion implements Callable<Integer> {
    /** The shells that one script serves: in zsh it asks for bash's way of completing. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        CommandLine marrow = Main.commandLine(out, spec.commandLine().getErr(), false);
        out.println("# In ~/." + shell + "rc: source <(marrow completion " + shell + ")");
        out.print(AutoComplete.bash(marrow.getCommandName(), marrow));
        return ExitCode.DONE;
    }
}
