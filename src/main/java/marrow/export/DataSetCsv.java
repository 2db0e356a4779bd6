package marrow.export;

import java.util.List;
import java.util.stream.Collectors;
import marrow.report.form.CsvField;

/** A data set as comma-separated values: a line of names, then a line a row. Nothing stands where there is no value; dates are ISO 8601. */
public final class DataSetCsv {
    private DataSetCsv() {}

    public static String of(DataSet set) {
        StringBuilder csv = new StringBuilder();
        csv.append(set.columns().stream().map(Column::name).collect(Collectors.joining(",")))
                .append('\n');
        for (List<Object> row : set.rows()) {
            csv.append(row.stream().map(DataSetCsv::field).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return csv.toString();
    }

    /** What the variables of these data sets are. */
    public static String variables(List<DataSet> sets) {
        StringBuilder csv = new StringBuilder("dataset,variable,type,label\n");
        for (DataSet set : sets) {
            for (Column column : set.columns()) {
                csv.append(set.name())
                        .append(',')
                        .append(column.name())
                        .append(',')
                        .append(column.kind().word())
                        .append(',')
                        .append(CsvField.of(column.label()))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? CsvField.of(text) : value.toString();
    }
}
