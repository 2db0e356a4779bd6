package marrow.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.report.form.JsonWriter;

/**
 * A data set in the form of CDISC Dataset-JSON 1.1 (specification of 5 December 2024), its attributes in the order of the specification.
 * Dates are text, as in ADaM to be made numbers by who reads them. The time of creation is that of the reference day: no clock is asked.
 */
public final class DatasetJson {
    private DatasetJson() {}

    /** @param version of Marrow */
    public static String of(DataSet set, ExportedTrial trial, String version) {
        String study = trial.scenario().name();
        String truth = trial.truth().name();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("datasetJSONCreationDateTime", ReferenceDay.OPENING + "T00:00:00");
        json.put("datasetJSONVersion", "1.1.0");
        json.put(
                "fileOID",
                String.join(".", study, truth, Long.toString(trial.trial().replicate()), set.name()));
        json.put("originator", "Marrow: simulated, not data of patients");
        json.put("sourceSystem", source(version));
        json.put("studyOID", study);
        json.put("metaDataVersionOID", "MDV." + study);
        json.put("itemGroupOID", "IG." + set.name());
        json.put("records", set.rows().size());
        json.put("name", set.name());
        json.put("label", set.label());
        json.put("columns", columns(set));
        json.put("rows", set.rows());
        return JsonWriter.write(json);
    }

    private static Map<String, Object> source(String version) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("name", "Marrow");
        source.put("version", version);
        return source;
    }

    private static List<Map<String, Object>> columns(DataSet set) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (int k = 0; k < set.columns().size(); k++) {
            Column column = set.columns().get(k);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("itemOID", "IT." + set.name() + "." + column.name());
            json.put("name", column.name());
            json.put("label", column.label());
            switch (column.kind()) {
                case TEXT -> {
                    json.put("dataType", "string");
                    json.put("length", longest(set, k));
                }
                case WHOLE -> json.put("dataType", "integer");
                case NUMBER -> json.put("dataType", "double");
                case DATE -> {
                    json.put("dataType", "date");
                    json.put("targetDataType", "integer");
                    json.put("displayFormat", "E8601DA.");
                }
            }
            if (column.key() > 0) {
                json.put("keySequence", column.key());
            }
            columns.add(json);
        }
        return columns;
    }

    private static int longest(DataSet set, int column) {
        return set.rows().stream()
                .map(row -> row.get(column))
                .mapToInt(value -> value == null ? 0 : value.toString().length())
                .reduce(1, Math::max);
    }
}
