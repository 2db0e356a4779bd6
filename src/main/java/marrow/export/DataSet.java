package marrow.export;

import java.util.List;

/**
 * An analysis data set: a row a patient, or a row a thing that happened to one.
 *
 * @param rows a value a column: text, a number, a date, or null where there is none
 */
public record DataSet(String name, String label, List<Column> columns, List<List<Object>> rows) {
    public DataSet {
        columns = List.copyOf(columns);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        name + " has " + columns.size() + " columns, and this row " + row.size() + " values: " + row);
            }
        }
    }
}
