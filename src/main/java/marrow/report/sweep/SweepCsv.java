package marrow.report.sweep;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marrow.design.metric.Difference;
import marrow.design.metric.Metric;
import marrow.montecarlo.Estimate;
import marrow.report.form.CsvField;
import marrow.report.run.CharacteristicsCsv;
import marrow.scenario.Axis;
import marrow.sweep.CellOutcome;
import marrow.sweep.SweepResult;

/**
 * The results of a sweep as a tidy table: a row a point and metric, what varies as columns. Written as it is worked out, so that a large
 * sweep is never in memory as text.
 */
public final class SweepCsv {
    private final SweepResult sweep;
    private final List<String> axes;
    private final Appendable csv;

    private SweepCsv(SweepResult sweep, Appendable csv) {
        this.sweep = sweep;
        this.csv = csv;
        axes = sweep.sweep().axes().stream()
                .map(Axis::name)
                .filter(name -> !name.equals(Axis.TRUTH))
                .toList();
    }

    public static void write(SweepResult sweep, Appendable to) throws IOException {
        new SweepCsv(sweep, to).write();
    }

    private void write() throws IOException {
        String names = axes.stream().map(name -> CsvField.of(name) + ",").collect(Collectors.joining());
        csv.append("scenario,point,")
                .append(names)
                .append("truth,role,replicates,of,name,metric,value,mcse,lower,upper,"
                        + "difference,difference_mcse,variance_factor\n");
        for (CellOutcome outcome : (Iterable<CellOutcome>) sweep.outcomes()::iterator) {
            String start = Stream.of(
                            Stream.of(
                                    CsvField.of(sweep.scenario().name()),
                                    Integer.toString(outcome.cell().point() + 1)),
                            axes.stream()
                                    .map(name -> meaning(outcome.cell().values().get(name))),
                            Stream.of(
                                    CsvField.of(outcome.cell().truth()),
                                    outcome.role().word(),
                                    Long.toString(outcome.results().replicates())))
                    .flatMap(fields -> fields)
                    .collect(Collectors.joining(","));
            for (CharacteristicsCsv.Group group : CharacteristicsCsv.groups(outcome.results())) {
                add(start + "," + group.of(), outcome, group.metrics());
            }
        }
    }

    /** A number as it is, any other value as a text. */
    private static String meaning(String written) {
        Object meaning = Axis.meaning(written);
        return meaning instanceof Number ? meaning.toString() : CsvField.of(meaning.toString());
    }

    private void add(String start, CellOutcome outcome, List<Metric> metrics) throws IOException {
        for (Metric metric : metrics) {
            Estimate e = metric.estimate();
            csv.append(start)
                    .append(',')
                    .append(CsvField.of(metric.name()))
                    .append("," + e.value() + "," + e.mcse() + "," + e.lower() + "," + e.upper())
                    .append(outcome.difference(metric).map(SweepCsv::difference).orElse(",,,"))
                    .append('\n');
        }
    }

    private static String difference(Difference difference) {
        return "," + difference.estimate().value() + "," + difference.estimate().mcse() + ","
                + difference.varianceFactor();
    }
}
