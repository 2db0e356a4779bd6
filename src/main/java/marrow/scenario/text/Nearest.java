package marrow.scenario.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The name that a mistyped one was probably meant to be: the smallest number of letters inserted, dropped, changed or
 * swapped with their neighbour (optimal string alignment, Damerau 1964), at most a third of the word; or the one name that
 * begins with the word.
 */
public final class Nearest {
    /** Longer words are not compared: the table would be large, and nobody mistypes them into another name. */
    private static final int LONGEST = 80;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int MOST_COMPARED = 1000;

    private Nearest() {}

    /** The nearest of the known names, the first of several, or nothing when all are far. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String nearest = null;
        int fewest = Math.max(1, word.length() / 3) + 1;
        for (String candidate : known.stream().limit(MOST_COMPARED).toList()) {
            int changes = candidate.length() > LONGEST ? LONGEST : changes(plain(word), plain(candidate));
            if (changes < fewest) {
                fewest = changes;
                nearest = candidate;
            }
        }
        return nearest != null ? Optional.of(nearest) : begunBy(word, known);
    }

    /** The one name that begins with this word, where there is just one. */
    private static Optional<String> begunBy(String word, Collection<String> known) {
        List<String> begun = known.stream()
                .limit(MOST_COMPARED)
                .filter(name ->
                        word.length() >= SHORTEST_BEGINNING && plain(name).startsWith(plain(word)))
                .limit(2)
                .toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    private static int changes(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = i == 0 ? j : j == 0 ? i : step(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int step(int[][] table, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int fewest = Math.min(table[i - 1][j - 1] + change, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, table[i - 2][j - 2] + 1) : fewest;
    }
}
