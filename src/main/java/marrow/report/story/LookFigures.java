package marrow.report.story;

import static marrow.report.story.Material.rounded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.design.metric.Metric;
import marrow.look.Rule;
import marrow.look.SafetyWatch;
import marrow.montecarlo.Estimate;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.run.TruthOutcome;

/** What looking comes to: where trials stop and why, and which bounds they meet. Nothing where nobody looks before the end. */
final class LookFigures {
    private static final List<String> WHY = List.of("efficacy", "futility", "harm");
    private static final String CUMULATIVE = "power so far";
    private static final int MOST_STEPS = 60;

    private final Material material;

    private LookFigures(Material material) {
        this.material = material;
    }

    static List<Part> of(Material material) {
        if (material.study().rules().isEmpty()) {
            return List.of();
        }
        LookFigures figures = new LookFigures(material);
        List<Part> parts = new ArrayList<>();
        parts.add(figures.stops());
        parts.addAll(LookSheets.of(material));
        figures.bounds().ifPresent(parts::add);
        figures.harm().ifPresent(parts::add);
        return parts;
    }

    /** {@code interim 2}; a rule with one look by its name. */
    static String label(String rule, List<List<Metric>> looks, int k) {
        return looks.size() == 1 ? rule : rule + " " + (k + 1);
    }

    private Part stops() {
        Rows rows = Rows.of("truth", "look", "what", "value", "mcse", "lower", "upper");
        for (TruthOutcome outcome : material.outcomes()) {
            String truth = outcome.truth().name();
            outcome.results().looks().forEach((rule, looks) -> {
                boolean decides = material.study().rules().stream()
                        .anyMatch(
                                one -> one.name().equals(rule) && one.decides().isPresent());
                for (int k = 0; k < looks.size(); k++) {
                    Metrics look = Metrics.of(looks.get(k));
                    String name = label(rule, looks, k);
                    for (String why : WHY) {
                        look.find("p_stop_" + why).ifPresent(share -> row(rows, truth, name, why, share));
                    }
                    if (decides) {
                        look.find("cum_power").ifPresent(share -> row(rows, truth, name, CUMULATIVE, share));
                    }
                }
            });
        }
        return new Part.Figure(
                "stops",
                "stops",
                "Where trials stop, and why",
                "Share of all trials that stop at each look for efficacy, futility or harm. In the last line of a rule that decides on an analysis, at the end of the"
                        + " trial, efficacy is a rejection and futility is none. The diamond is the power so far: the share of the trials that this rule has let"
                        + " stop for efficacy up to this look.",
                Map.of("cumulative", CUMULATIVE),
                rows);
    }

    private static void row(Rows rows, String truth, String look, String what, Estimate share) {
        rows.row(truth, look, what, share.value(), share.mcse(), share.lower(), share.upper());
    }

    /** Critical values against the information seen. */
    private Optional<Part> bounds() {
        Rows rows = Rows.of(
                "rule",
                "truth",
                "look",
                "information",
                "what",
                "value",
                "mcse",
                "lower",
                "upper",
                "patients",
                "events");
        for (TruthOutcome outcome : material.outcomes()) {
            outcome.results().looks().forEach((rule, looks) -> {
                for (int k = 0; k < looks.size(); k++) {
                    String name = label(rule, looks, k);
                    bound("z_bound", "efficacy", rule, outcome, name, looks.get(k), rows);
                    bound("z_futility", "futility", rule, outcome, name, looks.get(k), rows);
                }
            });
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part.Figure(
                        "bounds",
                        "lines",
                        "The bounds of the looks",
                        "Critical values on the scale of z against the part of the planned information that was seen: means over the trials that had the look."
                                + " Above the bound of efficacy the hypothesis is rejected, below that of futility the trial is given up.",
                        Map.of(
                                "choose", List.of("rule", "truth"),
                                "x", "information",
                                "xLabel", "part of the planned information",
                                "series", "what",
                                "label", "z",
                                "tell", List.of("look", "patients", "events")),
                        rows));
    }

    private static void bound(
            String metric, String what, String rule, TruthOutcome outcome, String look, List<Metric> of, Rows rows) {
        Metrics metrics = Metrics.of(of);
        Optional<Estimate> seen = metrics.find("info_frac");
        if (seen.isPresent()) {
            metrics.find(metric)
                    .ifPresent(z -> rows.row(
                            rule,
                            outcome.truth().name(),
                            look,
                            rounded(seen.get().value()),
                            what,
                            z.value(),
                            z.mcse(),
                            z.lower(),
                            z.upper(),
                            mean(metrics, "patients"),
                            mean(metrics, "events")));
        }
    }

    private static double mean(Metrics metrics, String name) {
        return metrics.find(name).map(Estimate::value).map(Material::rounded).orElse(Double.NaN);
    }

    /** The fewest harmed patients who stop a trial, by how many count. */
    private Optional<Part> harm() {
        int patients = material.study().plan().patients();
        int step = Math.max(1, (patients + MOST_STEPS - 1) / MOST_STEPS);
        Rows rows = Rows.of("patients", "rule", "value", "what is watched");
        for (Rule rule : material.study().rules()) {
            if (rule instanceof SafetyWatch watch) {
                int events = Math.max(1, watch.limit().leastEvents());
                for (int n = step; n <= patients; n += step) {
                    while (events <= n && !watch.limit().isCrossed(events, n)) {
                        events++;
                    }
                    if (events <= n) {
                        rows.row(n, rule.name(), events, watch.endpoint().name());
                    }
                }
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part.Figure(
                        "harm",
                        "lines",
                        "How many harmed patients are too many",
                        "The fewest patients with the event who stop the trial, by the number of patients who count. Those who are not followed to the end of their"
                                + " window yet may count in part.",
                        Map.of(
                                "x", "patients",
                                "xLabel", "patients who count",
                                "series", "rule",
                                "label", "patients with the event",
                                "curve", "step-after",
                                "tell", List.of("what is watched")),
                        rows));
    }
}
