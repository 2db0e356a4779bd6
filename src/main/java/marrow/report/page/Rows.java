package marrow.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of values under named columns: what stands in a table, and what a plot is drawn from. A value is a text, a number or
 * null; numbers keep all their digits.
 */
public final class Rows {
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    private Rows(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    public static Rows of(String... columns) {
        return new Rows(List.of(columns));
    }

    public static Rows of(List<String> columns) {
        return new Rows(columns);
    }

    /** One more row, a value for each column. */
    public Rows row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for the columns " + columns);
        }
        List<Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value);
        }
        rows.add(row);
        return this;
    }

    public int size() {
        return rows.size();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("columns", columns);
        tree.put("rows", rows);
        return tree;
    }
}
