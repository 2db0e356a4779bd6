package marrow.report.form;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines at its spaces. A word longer than a line stands alone on one. */
public final class Paragraph {
    /** Columns of a page: what every terminal has. */
    public static final int WIDTH = 80;

    /** What stays together at the end of a line. */
    private static final String NUMBER_AND_UNIT = "(\\d) (%|d|mo|y)(?!\\w)";

    private Paragraph() {}

    /** The lines of the text, each with these indents before it, none (where it can be helped) wider than {@code width}. */
    public static List<String> lines(String text, String first, String others, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word :
                text.strip().replaceAll(NUMBER_AND_UNIT, "$1\u00a0$2").split("\\s+", -1)) {
            if (!empty && columns(line) + 1 + columns(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        lines.replaceAll(one -> one.replace('\u00a0', ' '));
        return lines;
    }

    public static String of(String text, String indent) {
        return of(text, indent, indent);
    }

    public static String of(String text, String first, String others) {
        return String.join("\n", lines(text, first, others, WIDTH)) + "\n";
    }

    public static int columns(CharSequence text) {
        return text.toString().codePointCount(0, text.length());
    }
}
