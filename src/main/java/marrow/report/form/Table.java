package marrow.report.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in aligned columns, two spaces between them, or one where they would else be wider than a page. A column is as wide as its
 * widest cell, headings included.
 */
public final class Table {
    private final String indent;
    private final boolean[] right;
    private final List<String[]> rows = new ArrayList<>();

    /** @param alignment one letter a column: l is flush left, r flush right */
    public Table(String indent, String alignment) {
        this.indent = indent;
        right = new boolean[alignment.length()];
        for (int i = 0; i < right.length; i++) {
            right[i] = alignment.charAt(i) == 'r';
        }
    }

    public Table row(String... cells) {
        if (cells.length != right.length) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + right.length + " columns");
        }
        rows.add(cells);
        return this;
    }

    /** One line a row. */
    public List<String> lines() {
        int[] width = new int[right.length];
        for (String[] row : rows) {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], Paragraph.columns(row[i]));
            }
        }
        int wide = indent.length() + Arrays.stream(width).sum() + 2 * (width.length - 1);
        String gap = wide > Paragraph.WIDTH ? " " : "  ";
        return rows.stream().map(row -> line(row, width, gap)).toList();
    }

    private String line(String[] row, int[] width, String gap) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < row.length; i++) {
            String blanks = " ".repeat(width[i] - Paragraph.columns(row[i]));
            line.append(i == 0 ? "" : gap).append(right[i] ? blanks + row[i] : row[i] + blanks);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public String toString() {
        return rows.isEmpty() ? "" : String.join("\n", lines()) + "\n";
    }
}
