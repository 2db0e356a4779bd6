package marrow.stats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The 1,000 data sets of {@code src/test/r/comparison-data.R}, and what R made of them. */
final class ComparisonData {
    /** Columns: entry, time, status, group, stratum, weight, x1, x2. Sets of even number are left-truncated. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Set(double[][] columns) {
        double[] entry() {
            return columns[0];
        }

        double[] time() {
            return columns[1];
        }

        int[] status() {
            return whole(2);
        }

        int[] group() {
            return whole(3);
        }

        int[] stratum() {
            return whole(4);
        }

        double[] weight() {
            return columns[5];
        }

        double[] x1() {
            return columns[6];
        }

        double[] x2() {
            return columns[7];
        }

        int size() {
            return columns[0].length;
        }

        int groups() {
            return Arrays.stream(group()).max().orElseThrow() + 1;
        }

        boolean truncated() {
            return Arrays.stream(entry()).anyMatch(e -> e > 0);
        }

        /** Event is cause 1; entries, where there are any. */
        Subjects subjects() {
            Subjects subjects = Subjects.of(time(), status()).having(1).in(group());
            return truncated() ? subjects.entering(entry()) : subjects;
        }

        private int[] whole(int column) {
            return Arrays.stream(columns[column]).mapToInt(x -> (int) x).toArray();
        }
    }

    private static final Map<Integer, Set> SETS = readSets();

    private ComparisonData() {}

    static Set set(String number) {
        return SETS.get(Integer.parseInt(number));
    }

    /** The rows of a reference file after its header, cut at the commas. */
    static List<String[]> reference(String name) {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = ComparisonData.class.getResourceAsStream("/marrow/stats/" + name + ".csv.gz");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> rows.add(line.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    static double[] numbers(String field) {
        return field.isBlank()
                ? new double[0]
                : Arrays.stream(field.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Map<Integer, Set> readSets() {
        Map<Integer, List<String[]>> rows = new TreeMap<>();
        for (String[] row : reference("comparison-data")) {
            rows.computeIfAbsent(Integer.parseInt(row[0]), s -> new ArrayList<>()).add(row);
        }
        Map<Integer, Set> sets = new TreeMap<>();
        rows.forEach((s, all) -> sets.put(
                s,
                new Set(IntStream.range(1, 9)
                        .mapToObj(column -> all.stream()
                                .mapToDouble(row -> Double.parseDouble(row[column]))
                                .toArray())
                        .toArray(double[][]::new))));
        return sets;
    }
}
