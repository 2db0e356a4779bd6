package marrow.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A CSV of reference values; its first line tells their origin, its second the columns. */
record ReferenceTable(List<String[]> rows) {
    static ReferenceTable read(String name) {
        try (InputStream in = ReferenceTable.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ReferenceTable(
                    text.lines().skip(2).map(line -> line.split(",")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] numbers(String field) {
        return Arrays.stream(field.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
