package marrow.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of at most eight capital letters, digits and underscores that begin with a letter, made of those of a scenario: chronic-gvhd
 * becomes CHRONICG. Where two come out alike the later ends with a number.
 */
final class VariableNames {
    private static final int MOST = 8;

    private final Set<String> taken = new HashSet<>();

    VariableNames(Iterable<String> reserved) {
        reserved.forEach(taken::add);
    }

    String of(String name) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String start = letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "X" + letters : letters;
        String made = cut(start, MOST);
        for (int k = 2; !taken.add(made); k++) {
            String number = Integer.toString(k);
            made = cut(start, MOST - number.length()) + number;
        }
        return made;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
