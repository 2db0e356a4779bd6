package marrow.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command gets that cannot be done: one line, what was meant, where to read on. */
public final class Refusals {
    private Refusals() {}

    /** Why a file cannot be written, without its name, which the message has already. */
    public static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return "this is a file, not a folder";
        }
        String reason = failed instanceof FileSystemException system ? system.getReason() : failed.getMessage();
        return reason == null ? failed.getClass().getSimpleName() : reason;
    }

    public static int usage(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("marrow: " + what(mistake));
        UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.REFUSED;
    }

    /** A mistyped option makes its value a file, and the file one too many: picocli names both as options. */
    private static String what(ParameterException mistake) {
        if (!(mistake instanceof UnmatchedArgumentException unmatched)) {
            return mistake.getMessage().replace("option option", "option"); // picocli doubles it
        }
        List<String> left = unmatched.getUnmatched();
        List<String> options =
                left.stream().filter(argument -> argument.startsWith("-")).toList();
        if (!options.isEmpty()) {
            return (options.size() == 1 ? "unknown option: " : "unknown options: ") + quoted(options);
        }
        boolean wantsCommand = !mistake.getCommandLine().getSubcommands().isEmpty();
        return wantsCommand
                ? "no such command: " + quoted(left.subList(0, 1))
                : "more than is asked for: " + quoted(left);
    }

    private static String quoted(List<String> arguments) {
        return arguments.stream().map(argument -> "'" + argument + "'").collect(Collectors.joining(", "));
    }
}
