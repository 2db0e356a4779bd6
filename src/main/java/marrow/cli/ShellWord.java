package marrow.cli;

import java.util.regex.Pattern;

/** A word of a command that is printed to be copied into a shell: as it is, or in single quotes where the shell would read it otherwise. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

    private ShellWord() {}

    static String of(Object word) {
        String text = word.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
