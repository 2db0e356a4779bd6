package marrow.report.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.design.metric.Difference;
import marrow.design.metric.Metric;
import marrow.montecarlo.Estimate;
import marrow.report.form.Readout;
import marrow.report.run.RejectionText;
import marrow.scenario.Axis;
import marrow.sweep.CellOutcome;

/**
 * What a table shows of a point of a sweep: one analysis, whether it rejects or, where it tests nothing, what it estimates.
 *
 * @param values     of what varies, the truth among it where truths vary
 * @param main       nothing where the analysis has no answer
 * @param difference from the reference
 * @param others     the same of the other analyses, by name
 */
record SweepRow(
        int point,
        Map<String, String> values,
        long trials,
        Optional<Metric> main,
        Optional<Difference> difference,
        Map<String, Metric> others,
        boolean isReference) {
    static SweepRow of(CellOutcome outcome, String analysis) {
        Map<String, List<Metric>> analyses = outcome.results().analyses();
        Optional<Metric> main = main(analyses.get(analysis));
        Map<String, Metric> others = new LinkedHashMap<>();
        analyses.forEach((name, metrics) -> {
            if (!name.equals(analysis)) {
                main(metrics).filter(RejectionText::isRejection).ifPresent(metric -> others.put(name, metric));
            }
        });
        Map<String, String> values = new LinkedHashMap<>(outcome.cell().values());
        values.put(Axis.TRUTH, outcome.cell().truth());
        return new SweepRow(
                outcome.cell().point(),
                values,
                outcome.results().replicates(),
                main,
                main.flatMap(outcome::difference),
                others,
                outcome.isReference());
    }

    private static Optional<Metric> main(List<Metric> metrics) {
        Optional<Metric> rejects =
                metrics.stream().filter(RejectionText::isRejection).findFirst();
        return rejects.or(() -> metrics.stream()
                .filter(metric -> metric.name().equals("estimate"))
                .findFirst());
    }

    /** By how much a number of the main metric is multiplied to be shown: shares of trials are percentages. */
    double scale() {
        return main.filter(RejectionText::isRejection).isPresent() ? 100 : 1;
    }

    /** With its error in brackets. */
    String shown(Estimate estimate) {
        return Readout.withError(scale() * estimate.value(), scale() * estimate.mcse());
    }

    /** What the column is called. */
    static String title(List<SweepRow> rows) {
        List<Metric> shown = rows.stream().flatMap(row -> row.main().stream()).toList();
        return RejectionText.of(shown.stream())
                .map(RejectionText::column)
                .orElse(shown.isEmpty() ? "estimate" : shown.get(0).name());
    }

    /** The values of some axes in a line. */
    String at(List<String> axes) {
        List<String> words = new ArrayList<>();
        axes.forEach(axis -> words.add(axis + " " + values.get(axis)));
        return String.join(", ", words);
    }
}
