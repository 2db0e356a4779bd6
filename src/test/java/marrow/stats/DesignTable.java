package marrow.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reference values of designs: a CSV whose first line, a comment, tells their origin, and whose second names columns. */
final class DesignTable {
    private DesignTable() {}

    /** The rows, each by the names of its columns. A quoted field may hold commas. */
    static List<Map<String, String>> read(String name) {
        try (InputStream in = DesignTable.class.getResourceAsStream(name)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            List<String> columns = fields(lines.get(0));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> fields = fields(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), fields.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(Map<String, String> row, String column) {
        return parse(row.get(column));
    }

    static int whole(Map<String, String> row, String column) {
        return Integer.parseInt(row.get(column));
    }

    static int[] wholes(Map<String, String> row, String column) {
        return Arrays.stream(row.get(column).split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    static double[] numbers(Map<String, String> row, String column) {
        return Arrays.stream(row.get(column).split(" "))
                .mapToDouble(DesignTable::parse)
                .toArray();
    }

    /** R writes NA and Inf. */
    private static double parse(String text) {
        return switch (text) {
            case "NA", "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
