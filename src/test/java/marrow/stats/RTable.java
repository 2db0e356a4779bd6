package marrow.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What R answered, or another who is asked: a CSV, gzipped where its name says so, whose first line, after #, names the
 * calls and versions, and whose second names the columns. A field holds one number or several with spaces between them;
 * NA where R says so. A quoted field may hold commas.
 */
public record RTable(List<String> columns, List<String[]> rows) {
    /** A comma with an even number of quotes after it. */
    private static final Pattern FIELD_END = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    public static RTable read(String name) {
        try (InputStream file = RTable.class.getResourceAsStream(name);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new RTable(
                    List.of(lines.get(1).split(",")),
                    lines.stream().skip(2).map(RTable::fields).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] fields(String line) {
        return Arrays.stream(FIELD_END.split(line, -1))
                .map(field -> field.replace("\"", ""))
                .toArray(String[]::new);
    }

    public int size() {
        return rows.size();
    }

    public String text(int row, String column) {
        return rows.get(row)[columns.indexOf(column)];
    }

    /** The whole row, for messages. */
    public String line(int row) {
        return row + ": " + String.join(",", rows.get(row));
    }

    public boolean has(int row, String column) {
        return !text(row, column).isEmpty();
    }

    public double number(int row, String column) {
        return parse(text(row, column));
    }

    public double[] numbers(int row, String column) {
        String text = text(row, column);
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" ")).mapToDouble(RTable::parse).toArray();
    }

    public int[] integers(int row, String column) {
        return Arrays.stream(numbers(row, column)).mapToInt(x -> (int) x).toArray();
    }

    private static double parse(String text) {
        return switch (text) {
            case "NA", "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
