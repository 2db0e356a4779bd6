package marrow.cli.terminal;

import java.util.regex.Pattern;

/** A word of a command that is printed to be copied into a shell: as it is, or in single quotes where the shell would read it otherwise. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

    private ShellWord() {}

    public static String of(Object word) {
        String text = word.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
