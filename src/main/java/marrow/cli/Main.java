package marrow.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import marrow.cli.option.NumberOption;
import marrow.cli.option.PathOption;
import marrow.cli.option.WholeOption;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Fault;
import marrow.cli.terminal.Refusals;
import marrow.cli.terminal.RememberingStream;
import marrow.cli.terminal.Terminal;
import marrow.cli.terminal.Version;
import marrow.report.form.PlainDrawing;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command `marrow`. It does nothing itself: each subcommand is a class of this package. */
@Command(
        name = "marrow",
        versionProvider = Version.class,
        description = "Designs clinical trials in B-cell acute lymphoblastic leukaemia by simulating them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private final boolean drawsLines;

    private Main(boolean drawsLines) {
        this.drawsLines = drawsLines;
    }

    public static void main(String[] arguments) {
        if (Commands.readScenarios(arguments)) {
            Ahead.begin();
        }
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        System.exit(run(arguments, out, err, Terminal.showsLines(System.getenv())));
    }

    /** Prints in UTF-8 wherever it runs: the bytes of a result do not depend on the locale of the machine. */
    static int run(String[] arguments, OutputStream out, OutputStream err, boolean drawsLines) {
        RememberingStream watched = new RememberingStream(out);
        PrintWriter outWriter = writer(watched);
        PrintWriter errWriter = writer(err);
        int code = execute(outWriter, errWriter, drawsLines, arguments);
        outWriter.flush();
        if (watched.failure() != null && !isClosedPipe(watched.failure())) {
            errWriter.println(
                    "marrow: cannot write the output: " + watched.failure().getMessage());
            code = ExitCode.UNWRITTEN;
        }
        errWriter.flush();
        return code;
    }

    static int execute(PrintWriter out, PrintWriter err, boolean drawsLines, String... arguments) {
        try {
            String[] words = Commands.asOption(arguments);
            return commandLine(out, err, drawsLines, words).execute(words);
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            return Fault.report(exhausted, arguments, err);
        }
    }

    /** With the command that these arguments call, and no other, or with all: see {@link Commands}. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, boolean drawsLines, String... arguments) {
        return Commands.addTo(new CommandLine(new Main(drawsLines)), arguments)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, new PathOption())
                .registerConverter(Double.class, new NumberOption())
                .registerConverter(double.class, new NumberOption())
                .registerConverter(Integer.class, new WholeOption<>(Integer::valueOf))
                .registerConverter(int.class, new WholeOption<>(Integer::valueOf))
                .registerConverter(Long.class, new WholeOption<>(Long::valueOf))
                .registerConverter(long.class, new WholeOption<>(Long::valueOf))
                .setParameterExceptionHandler(Refusals::usage)
                .setExecutionExceptionHandler((fault, command, parsed) ->
                        Fault.report(fault, parsed.originalArgs().toArray(String[]::new), command.getErr()));
    }

    /** Whoever read the output has read enough (`marrow explain FILE | head`): nothing to complain about. */
    private static boolean isClosedPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(stream), StandardCharsets.UTF_8), false);
    }

    /** Executes this command in place of the one that was called, and has it print where that would have. */
    int instead(String... arguments) {
        CommandLine called = spec.commandLine();
        return execute(called.getOut(), called.getErr(), drawsLines, arguments);
    }

    /** A drawing as the terminal can show it. */
    String drawn(String text) {
        return drawsLines ? text : PlainDrawing.of(text);
    }

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        command.usage(command.getErr());
        return ExitCode.REFUSED;
    }
}
