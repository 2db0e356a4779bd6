package marrow.report.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.compare.Place;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.montecarlo.Estimate;
import marrow.report.form.CsvField;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;

/** The results of a run as a tidy table: one row a metric. Numbers have all their digits. */
public final class CharacteristicsCsv {
    private static final String HEAD = "scenario,truth,role,of,name,metric,value,mcse,lower,upper";
    private static final int FIELDS = 10;
    private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

    private final StringBuilder csv = new StringBuilder(HEAD + "\n");

    private CharacteristicsCsv() {}

    public static String of(RunResult run) {
        CharacteristicsCsv table = new CharacteristicsCsv();
        for (TruthOutcome outcome : run.outcomes()) {
            String start = CsvField.of(run.scenario().name()) + ","
                    + CsvField.of(outcome.truth().name()) + ","
                    + outcome.truth().role().word() + ",";
            groups(outcome.results()).forEach(group -> table.add(start + group.of, group.metrics));
        }
        return table.csv.toString();
    }

    /** Metrics of one thing, and the fields that say of which. */
    public record Group(String of, List<Metric> metrics) {}

    /** All metrics, in the order of the table. */
    public static List<Group> groups(Results results) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("trial,", results.trial()));
        results.endpoints().forEach((name, metrics) -> groups.add(new Group("endpoint," + CsvField.of(name), metrics)));
        results.analyses().forEach((name, metrics) -> groups.add(new Group("analysis," + CsvField.of(name), metrics)));
        groups.add(new Group("stopping,", results.stopping()));
        results.looks().forEach((name, looks) -> {
            for (int k = 0; k < looks.size(); k++) {
                groups.add(new Group("look," + CsvField.of(name + "/" + (k + 1)), looks.get(k)));
            }
        });
        return groups;
    }

    private void add(String start, List<Metric> metrics) {
        for (Metric metric : metrics) {
            Estimate e = metric.estimate();
            csv.append(start)
                    .append(',')
                    .append(CsvField.of(metric.name()))
                    .append(',')
                    .append(e.value())
                    .append(',')
                    .append(e.mcse())
                    .append(',')
                    .append(e.lower())
                    .append(',')
                    .append(e.upper())
                    .append('\n');
        }
    }

    /**
     * The numbers of a table, by their places.
     *
     * @throws IllegalArgumentException where it is no such table
     */
    public static Map<Place, Estimate> read(String csv) {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw new IllegalArgumentException("it does not begin with " + HEAD);
        }
        Map<Place, Estimate> numbers = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> fields = fields(lines.get(i));
            if (fields.size() != FIELDS) {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + " has " + fields.size() + " fields, not " + FIELDS);
            }
            numbers.put(
                    new Place(fields.get(1), fields.get(3), fields.get(4), fields.get(5)),
                    new Estimate(
                            number(fields.get(6), i),
                            number(fields.get(7), i),
                            number(fields.get(8), i),
                            number(fields.get(9), i)));
        }
        return numbers;
    }

    private static double number(String field, int line) {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("line " + (line + 1) + ": '" + field + "' is no number", wrong);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        for (int at = 0;
                at <= line.length() && matcher.region(at, line.length()).lookingAt();
                at = matcher.end() + 1) {
            String quoted = matcher.group(1);
            fields.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
        }
        return fields;
    }
}
