package marrow.report.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import marrow.design.Role;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Failure;
import marrow.report.form.JsonWriter;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;

/** The results of a run as JSON; docs/results.md says what stands where. */
public final class SummaryJson {
    private SummaryJson() {}

    public static String of(RunResult run) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("scenario", run.scenario().name());
        summary.put("title", run.scenario().title());
        summary.put("seed", run.seed());
        Map<String, Object> truths = new LinkedHashMap<>();
        run.outcomes().forEach(outcome -> truths.put(outcome.truth().name(), truth(outcome, run.wanted())));
        summary.put("truths", truths);
        return JsonWriter.write(summary);
    }

    private static Map<String, Object> truth(TruthOutcome outcome, long wanted) {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.putAll(role(outcome.truth().role()));
        Results results = outcome.results();
        truth.putAll(trials(results, wanted));
        outcome.truth().alike().ifPresent(arm -> truth.put("alike", arm));
        if (!outcome.truth().sets().isEmpty()) {
            truth.put("set", outcome.truth().sets());
        }
        truth.putAll(tilts(outcome.tilts()));
        truth.putAll(results(results, metric -> estimate(metric.estimate())));
        return truth;
    }

    /** What a truth is to the tests, and to which of them where it is not the same to all. */
    public static Map<String, Object> role(Role role) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("role", role.word());
        if (!role.analyses().isEmpty()) {
            all.put("null_of", List.copyOf(role.analyses()));
        }
        return all;
    }

    /** How many trials there are, and how many failed. */
    public static Map<String, Object> trials(Results results, long wanted) {
        Map<String, Object> trials = new LinkedHashMap<>();
        trials.put("replicates", results.replicates());
        if (results.replicates() < wanted) {
            trials.put("wanted", wanted);
        }
        trials.put("failed", results.failed());
        if (results.failed() > 0) {
            trials.put(
                    "first_failed",
                    results.firstFailures().stream().map(Failure::replicate).toList());
        }
        return trials;
    }

    public static Map<String, Object> tilts(List<TruthOutcome.Found> tilts) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (TruthOutcome.Found found : tilts) {
            Map<String, Object> tilt = new LinkedHashMap<>();
            tilt.put("hazards", String.join(", ", found.tilt().clocks()));
            tilt.put("until", found.tilt().written());
            tilt.put("target", found.tilt().target());
            tilt.put("factor", found.factor());
            tilt.put("reached", found.reached());
            all.put("tilt", tilt);
        }
        return all;
    }

    /** All metrics, each as this tree. */
    public static Map<String, Object> results(Results results, Function<Metric, Object> tree) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("trial", metrics(results.trial(), tree));
        all.put("endpoints", groups(results.endpoints(), tree));
        all.put("analyses", groups(results.analyses(), tree));
        if (!results.stopping().isEmpty()) {
            all.put("stopping", metrics(results.stopping(), tree));
            all.put("looks", looks(results.looks(), tree));
        }
        return all;
    }

    /** Of each rule a list of its looks, the first of which has the number 1. */
    private static Map<String, Object> looks(Map<String, List<List<Metric>>> rules, Function<Metric, Object> tree) {
        Map<String, Object> all = new LinkedHashMap<>();
        rules.forEach((name, looks) -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (List<Metric> look : looks) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("analysis", rows.size() + 1);
                row.putAll(metrics(look, tree));
                rows.add(row);
            }
            all.put(name, rows);
        });
        return all;
    }

    private static Map<String, Object> groups(Map<String, List<Metric>> groups, Function<Metric, Object> tree) {
        Map<String, Object> all = new LinkedHashMap<>();
        groups.forEach((name, metrics) -> all.put(name, metrics(metrics, tree)));
        return all;
    }

    private static Map<String, Object> metrics(List<Metric> metrics, Function<Metric, Object> tree) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            all.put(metric.name(), tree.apply(metric));
        }
        return all;
    }

    /** A number with its error. */
    public static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("value", estimate.value());
        one.put("mcse", estimate.mcse());
        one.put("lower", estimate.lower());
        one.put("upper", estimate.upper());
        return one;
    }
}
