package marrow.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import marrow.stats.survival.SurvivalSample;

/**
 * The 1,400 data sets of {@code src/test/r/comparison-data-reference.R}: ties, few or no events, everyone censored, one
 * patient, left truncation (sets of even number), strata of size one, weights, two causes, separated covariates.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ComparisonData(double[][] columns) {
    private static final List<String> COLUMNS =
            List.of("entry", "time", "status", "group", "stratum", "weight", "x1", "x2");
    private static final Map<Integer, ComparisonData> SETS = readSets();

    /** The set of this number, 1 to 1,400. */
    public static ComparisonData set(String number) {
        return SETS.get(Integer.parseInt(number));
    }

    public double[] time() {
        return column("time");
    }

    public int[] status() {
        return whole("status");
    }

    public int[] group() {
        return whole("group");
    }

    public int[] stratum() {
        return whole("stratum");
    }

    public double[] x1() {
        return column("x1");
    }

    public double[] x2() {
        return column("x2");
    }

    public int size() {
        return columns[0].length;
    }

    /** The groups modulo 2. */
    public int[] arm() {
        return Arrays.stream(group()).map(g -> g % 2).toArray();
    }

    public int groups() {
        return Arrays.stream(group()).max().orElseThrow() + 1;
    }

    /** Cause 1 is the event and cause 2 censors; with the entries where there are any. */
    public SurvivalSample causeOne() {
        int[] event = Arrays.stream(status()).map(s -> s == 1 ? 1 : 0).toArray();
        SurvivalSample sample = SurvivalSample.of(time(), event);
        boolean truncated = Arrays.stream(column("entry")).anyMatch(e -> e > 0);
        return truncated ? sample.enteredAt(column("entry")) : sample;
    }

    /** The same, with weights. */
    public SurvivalSample causeOneWeighted() {
        return causeOne().weighted(column("weight"));
    }

    /** Both causes, seen from the start. */
    public SurvivalSample causes() {
        return SurvivalSample.of(time(), status());
    }

    private double[] column(String name) {
        return columns[COLUMNS.indexOf(name)];
    }

    private int[] whole(String name) {
        return Arrays.stream(column(name)).mapToInt(x -> (int) x).toArray();
    }

    private static Map<Integer, ComparisonData> readSets() {
        RTable table = RTable.read("/marrow/stats/comparison-data.csv.gz");
        Map<Integer, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            rows.computeIfAbsent((int) table.number(row, "set"), set -> new ArrayList<>())
                    .add(row);
        }
        Map<Integer, ComparisonData> sets = new TreeMap<>();
        rows.forEach((set, all) -> sets.put(
                set,
                new ComparisonData(IntStream.range(0, COLUMNS.size())
                        .mapToObj(column -> all.stream()
                                .mapToDouble(row -> table.number(row, COLUMNS.get(column)))
                                .toArray())
                        .toArray(double[][]::new))));
        return sets;
    }
}
