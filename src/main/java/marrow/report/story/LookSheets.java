package marrow.report.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.design.Study;
import marrow.design.metric.Metric;
import marrow.montecarlo.Estimate;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.run.LookTable;
import marrow.run.TruthOutcome;

/** Looks as tables: what is looked at and when, what each look came to, and how trials end. */
final class LookSheets {
    private static final double MONTH = 365.25 / 12;

    private LookSheets() {}

    static List<Part> of(Material material) {
        List<Part> parts = new ArrayList<>();
        for (TruthOutcome outcome : material.outcomes()) {
            String truth = outcome.truth().name();
            Metrics ends = Metrics.of(outcome.results().stopping());
            parts.add(new Part.Words(sentence(truth, ends)
                    + LookTable.eitherSide(material.study().rules())));
            parts.add(new Part.Sheet("Look by look under " + truth, looks(outcome), false));
            parts.add(new Part.Sheet("At the end of the trial under " + truth, ends(ends), false));
        }
        return parts;
    }

    /** Nothing where nobody looks before the end. */
    static Optional<Part> questions(Study study) {
        Rows rows = Rows.of("look", "rule", "what and when");
        study.rules().forEach(rule -> rows.row(rule.name(), rule.method(), LookTable.asks(rule, study.rules())));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Part.Sheet("Looks", rows, false));
    }

    private static String sentence(String truth, Metrics ends) {
        String flips = ends.find("flip_flop_futility").isEmpty()
                ? ""
                : " The same trial, had it gone on, would have rejected after a stop for futility in "
                        + ends.percent("flip_flop_futility")
                        + " of the trials, and not rejected after one for efficacy in "
                        + ends.percent("flip_flop_efficacy") + ".";
        return "Under " + truth + " trials stop early for efficacy in " + ends.percent("p_stop_efficacy")
                + ", for futility in " + ends.percent("p_stop_futility") + ", for harm in "
                + ends.percent("p_stop_harm") + ". On average they take " + ends.number("n") + " patients and "
                + ends.find("duration_days")
                        .map(days -> Readout.withError(days.value() / MONTH, days.mcse() / MONTH))
                        .orElse(Readout.NONE)
                + " months." + flips;
    }

    private static Rows looks(TruthOutcome outcome) {
        Rows rows = Rows.of(
                "look",
                "enrolled",
                "patients",
                "events",
                "month",
                "information",
                "z",
                "p",
                "z of futility",
                "taken",
                "efficacy",
                "futility",
                "harm",
                "power so far");
        outcome.results().looks().forEach((rule, looks) -> {
            for (int k = 0; k < looks.size(); k++) {
                List<Metric> one = looks.get(k);
                Metrics metrics = Metrics.of(one);
                rows.row(
                        LookFigures.label(rule, looks, k),
                        fixed(metrics, "n", 1, 1),
                        fixed(metrics, "patients", 1, 1),
                        fixed(metrics, "events", 1, 1),
                        fixed(metrics, "time", 1 / MONTH, 1),
                        fixed(metrics, "info_frac", 1, 3),
                        fixed(metrics, "z_bound", 1, 3),
                        LookTable.level(one),
                        fixed(metrics, "z_futility", 1, 3),
                        metrics.percent("p_look"),
                        metrics.percent("p_stop_efficacy"),
                        metrics.percent("p_stop_futility"),
                        metrics.percent("p_stop_harm"),
                        metrics.percent("cum_power"));
            }
        });
        return rows;
    }

    private static Rows ends(Metrics ends) {
        Rows rows = Rows.of("at its end", "mean", "standard deviation", "10 %", "50 %", "90 %");
        spread(rows, "patients", "n", 1, ends);
        spread(rows, "events", "events", 1, ends);
        spread(rows, "months", "duration_days", 1 / MONTH, ends);
        return rows;
    }

    private static void spread(Rows rows, String what, String name, double times, Metrics ends) {
        Optional<Estimate> mean = ends.find(name);
        if (mean.isPresent()) {
            rows.row(
                    what,
                    Readout.withError(
                            times * mean.get().value(), times * mean.get().mcse()),
                    fixed(ends, name + "_sd", times, 1),
                    fixed(ends, name + "_p10", times, 1),
                    fixed(ends, name + "_p50", times, 1),
                    fixed(ends, name + "_p90", times, 1));
        }
    }

    private static String fixed(Metrics metrics, String name, double times, int decimals) {
        return metrics.find(name)
                .map(one -> Readout.fixed(times * one.value(), decimals))
                .orElse(Readout.NONE);
    }
}
