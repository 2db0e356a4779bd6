package marrow.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a command said on standard output and standard error, and its exit code. */
record Ran(String out, String err, int code) {

    /** Runs `marrow` with these arguments in this process, in a terminal that shows lines. */
    static Ran marrow(String... arguments) {
        return marrow(true, arguments);
    }

    static Ran marrow(boolean drawsLines, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(arguments, out, err, drawsLines);
        return new Ran(text(out), text(err), code);
    }

    /** Both streams in the order in which they were written, as on a screen. */
    static String screen(String... arguments) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        Main.run(arguments, both, both, true);
        return text(both);
    }

    /** Standard error and exit code when standard output is this. */
    static Ran into(OutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(arguments, out, err, true);
        return new Ran("", text(err), code);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
