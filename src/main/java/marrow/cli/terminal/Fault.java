package marrow.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A defect of Marrow itself. The user gets two lines; the stack trace goes to a file, or with {@code -Dmarrow.debug} (or
 * MARROW_DEBUG in the environment) to standard error.
 */
public final class Fault {
    private Fault() {}

    public static int report(Throwable fault, String[] arguments, PrintWriter err) {
        if (fault instanceof OutOfMemoryError) {
            err.println("marrow: out of memory. Give it more with JAVA_TOOL_OPTIONS=-Xmx4g.");
            return ExitCode.INTERNAL_FAULT;
        }
        String what = fault.getClass().getSimpleName() + (fault.getMessage() == null ? "" : ": " + fault.getMessage());
        err.println("marrow: internal fault: " + what);
        String story = story(fault, arguments);
        if (System.getProperty("marrow.debug") != null || System.getenv("MARROW_DEBUG") != null) {
            err.print(story);
        } else {
            err.println("This is a defect of Marrow, not of the scenario. " + howToReport(story));
        }
        return ExitCode.INTERNAL_FAULT;
    }

    private static String howToReport(String story) {
        try {
            Path file = Files.createTempFile("marrow-fault-", ".txt");
            Files.writeString(file, story);
            return "Please report it with " + file + " and the scenario.";
        } catch (IOException unwritable) {
            return "Please report it with the scenario and what MARROW_DEBUG=1 prints.";
        }
    }

    private static String story(Throwable fault, String[] arguments) {
        StringWriter story = new StringWriter();
        PrintWriter lines = new PrintWriter(story);
        lines.println(new Version().getVersion()[0] + ", " + System.getProperty("os.name"));
        lines.println("marrow " + String.join(" ", arguments));
        fault.printStackTrace(lines);
        return story.toString();
    }
}
