package marrow.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The browser of whoever sits before the machine. */
public final class Browser {
    private Browser() {}

    /** Asks the desktop to show a page. */
    public static int show(Path page, PrintWriter err) {
        try {
            new ProcessBuilder(command(page.toAbsolutePath().normalize().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ExitCode.DONE;
        } catch (IOException missing) {
            err.println("marrow: no browser can be opened from here; the page is " + page);
            return ExitCode.UNWRITTEN;
        }
    }

    private static List<String> command(String page) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return List.of("open", page);
        }
        return system.contains("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", page)
                : List.of("xdg-open", page);
    }
}
