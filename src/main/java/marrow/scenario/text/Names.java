package marrow.scenario.text;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What names may be made of, and how several of them are listed. */
public final class Names {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]*");
    private static final int MOST_LISTED = 13;

    private Names() {}

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Refuses a name that conditions, marks and {@code --set} could not speak of. */
    public static boolean check(Node.Scalar name, String what, Problems problems) {
        boolean good = isName(name.text());
        if (!good) {
            problems.error(
                    name.at(),
                    name.named() + " cannot name " + what
                            + ": a name begins with a letter or digit and goes on with letters, digits and . _ + -");
        }
        return good;
    }

    /** "a, b or c". */
    public static String either(Collection<String> names) {
        return joined(names, " or ");
    }

    /** "a, b and c". */
    public static String all(Collection<String> names) {
        return joined(names, " and ");
    }

    private static String joined(Collection<String> names, String last) {
        List<String> listed = names.stream().limit(MOST_LISTED).toList();
        if (listed.size() < names.size()) {
            return String.join(", ", listed) + ", ...";
        }
        if (listed.isEmpty()) {
            return "none";
        }
        int but = listed.size() - 1;
        return but < 1 ? listed.get(0) : String.join(", ", listed.subList(0, but)) + last + listed.get(but);
    }
}
