package marrow.export;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Labels of at most 40 bytes, as version 5 of the SAS transport format has them, made of names of a scenario: longer names are cut, and of two that come out
 * alike the later has a number behind its name.
 */
final class VariableLabels {
    private static final int MOST = 40;

    private final Set<String> taken = new HashSet<>();

    VariableLabels(Iterable<String> reserved) {
        reserved.forEach(taken::add);
    }

    /** @param what is said behind the name, in full */
    String of(String name, String what) {
        String made = fitted(name, what);
        for (int k = 2; !taken.add(made); k++) {
            made = fitted(name, " " + k + what);
        }
        return made;
    }

    private static String fitted(String name, String end) {
        int most = MOST - bytes(end);
        int kept = name.length();
        while (bytes(name.substring(0, kept)) > most) {
            kept = name.offsetByCodePoints(kept, -1);
        }
        return name.substring(0, kept) + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
