package marrow.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What R answered: a gzipped CSV whose first line, after #, names the calls and versions, and whose second names the
 * columns. A field holds one number or several with spaces between them; NA where R says so.
 */
public record RTable(List<String> columns, List<String[]> rows) {
    public static RTable read(String name) {
        try (InputStream in = new GZIPInputStream(RTable.class.getResourceAsStream(name))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new RTable(
                    List.of(lines.get(1).split(",")),
                    lines.stream().skip(2).map(line -> line.split(",", -1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int size() {
        return rows.size();
    }

    public String text(int row, String column) {
        return rows.get(row)[columns.indexOf(column)];
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
