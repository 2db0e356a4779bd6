package marrow.report.sweep;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import marrow.design.metric.Difference;
import marrow.design.metric.Metric;
import marrow.report.form.JsonWriter;
import marrow.report.run.SummaryJson;
import marrow.scenario.Axis;
import marrow.scenario.Sweep;
import marrow.sweep.CellOutcome;
import marrow.sweep.SweepResult;

/** The results of a sweep as JSON; docs/results.md says what stands where. Written point by point. */
public final class SweepJson {
    private SweepJson() {}

    public static void write(SweepResult result, Appendable to) throws IOException {
        String head = JsonWriter.write(head(result));
        to.append(head.substring(0, head.lastIndexOf("\n}"))).append(",\n  \"points\": [");
        String separator = "\n    ";
        for (CellOutcome outcome : (Iterable<CellOutcome>) result.outcomes()::iterator) {
            String point = JsonWriter.write(point(outcome, result.wanted()));
            to.append(separator).append(point.strip().replace("\n", "\n    "));
            separator = ",\n    ";
        }
        to.append("\n  ]\n}\n");
    }

    private static Map<String, Object> head(SweepResult result) {
        Sweep sweep = result.sweep();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("scenario", result.scenario().name());
        head.put("title", result.scenario().title());
        head.put("seed", result.scenario().seed());
        Map<String, Object> vary = new LinkedHashMap<>();
        sweep.axes().forEach(axis -> vary.put(axis.name(), axis.values()));
        head.put("vary", vary);
        head.put("combine", sweep.zipped() ? "zip" : "cross");
        head.put("reference", sweep.reference() + 1);
        return head;
    }

    private static Map<String, Object> point(CellOutcome outcome, long wanted) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("point", outcome.cell().point() + 1);
        Map<String, Object> values = new LinkedHashMap<>();
        outcome.cell().values().forEach((name, value) -> values.put(name, Axis.meaning(value)));
        point.put("values", values);
        point.put("truth", outcome.cell().truth());
        point.putAll(SummaryJson.role(outcome.role()));
        point.putAll(SummaryJson.trials(outcome.results(), wanted));
        point.putAll(SummaryJson.tilts(outcome.tilts()));
        point.putAll(SummaryJson.results(outcome.results(), metric -> metric(outcome, metric)));
        return point;
    }

    private static Map<String, Object> metric(CellOutcome outcome, Metric metric) {
        Map<String, Object> tree = SummaryJson.estimate(metric.estimate());
        Optional<Difference> difference = outcome.difference(metric);
        if (difference.isPresent()) {
            tree.put("difference", difference.get().estimate().value());
            tree.put("difference_mcse", difference.get().estimate().mcse());
            tree.put("variance_factor", difference.get().varianceFactor());
        }
        return tree;
    }
}
