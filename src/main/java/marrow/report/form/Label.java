package marrow.report.form;

/** The name at the beginning of a row, whose numbers begin at a fixed column. */
public final class Label {
    private Label() {}

    /** The name and blanks up to the column; a name that does not fit stands on a line of its own above the numbers. */
    public static String upTo(int column, String name) {
        int blanks = column - Paragraph.columns(name);
        return blanks > 0 ? name + " ".repeat(blanks) : name + "\n" + " ".repeat(column);
    }
}
