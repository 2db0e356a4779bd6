package marrow.cli.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the terminal can show, by what the environment says of its locale. */
public final class Terminal {
    private Terminal() {}

    /**
     * Whether it has lines and arrows, that is UTF-8. The first of the three variables that is set decides, as in POSIX, unless the launcher
     * knows better: it gives the JVM a locale that can spell every file where the user's cannot.
     */
    public static boolean showsLines(Map<String, String> environment) {
        if (Boolean.getBoolean("marrow.ascii")) {
            return false;
        }
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(locale -> locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8"))
                .orElse(false);
    }

    /** Whether standard error is a terminal, on which a line can be written over. The launcher knows; the JVM does not, before 22. */
    public static boolean writesOver() {
        return Boolean.getBoolean("marrow.terminal");
    }
}
