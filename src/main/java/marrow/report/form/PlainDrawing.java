package marrow.report.form;

/** The lines and arrows of a drawing in characters that every terminal has, one for one, so that columns stay. */
public final class PlainDrawing {
    private static final String DRAWN = "─━│├└┌┬┴▶→·×–●";
    private static final String PLAIN = "-=||`,+'>>.x-*";

    private PlainDrawing() {}

    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            int drawn = DRAWN.indexOf(plain.charAt(i));
            if (drawn >= 0) {
                plain.setCharAt(i, PLAIN.charAt(drawn));
            }
        }
        return plain.toString();
    }
}
