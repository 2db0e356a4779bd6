package marrow.report;

import java.util.List;
import marrow.design.Metric;
import marrow.montecarlo.Estimate;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;

/** The results of a run as a tidy table: one row a metric. Numbers have all their digits. */
public final class CharacteristicsCsv {
    private final StringBuilder csv = new StringBuilder("scenario,truth,role,of,name,metric,value,mcse,lower,upper\n");

    private CharacteristicsCsv() {}

    public static String of(RunResult run) {
        CharacteristicsCsv table = new CharacteristicsCsv();
        for (TruthOutcome outcome : run.outcomes()) {
            String start = CsvField.of(run.scenario().name()) + ","
                    + CsvField.of(outcome.truth().name()) + ","
                    + outcome.truth().role().word() + ",";
            table.add(start + "trial,", outcome.results().trial());
            outcome.results()
                    .endpoints()
                    .forEach((name, metrics) -> table.add(start + "endpoint," + CsvField.of(name), metrics));
            outcome.results()
                    .analyses()
                    .forEach((name, metrics) -> table.add(start + "analysis," + CsvField.of(name), metrics));
            table.add(start + "stopping,", outcome.results().stopping());
            outcome.results().looks().forEach((name, looks) -> {
                for (int k = 0; k < looks.size(); k++) {
                    table.add(start + "look," + CsvField.of(name + "/" + (k + 1)), looks.get(k));
                }
            });
        }
        return table.csv.toString();
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
}
