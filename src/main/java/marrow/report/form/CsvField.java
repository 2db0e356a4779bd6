package marrow.report.form;

/**
 * A text in a file of comma-separated values (RFC 4180): in quotes where it holds a comma, a quote or a line break. A spreadsheet takes
 * what begins with {@code = + - @} or a control character for a formula, so such a text gets an apostrophe in front and stays text.
 */
public final class CsvField {
    private CsvField() {}

    public static String of(String text) {
        String plain =
                !text.isEmpty() && ("=+-@".indexOf(text.charAt(0)) >= 0 || text.charAt(0) < ' ') ? "'" + text : text;
        return plain.matches("[^,\"\\r\\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }
}
