package marrow.report.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marrow.analysis.Analysis;
import marrow.design.metric.Metric;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.page.Section;
import marrow.report.run.RejectionText;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;

/** What each analysis achieves under each truth, with its Monte Carlo error. */
final class PerformanceSection {
    private PerformanceSection() {}

    static Section of(Material material) {
        RunResult run = material.run();
        List<Part> parts = new ArrayList<>();
        Rows rejections = rejections(run);
        if (!rejections.isEmpty()) {
            parts.add(new Part.Figure(
                    "power",
                    "power",
                    "How often each analysis rejects",
                    "Share of the simulated trials in which the hypothesis is rejected, by analysis and truth: power where the truth is an alternative,"
                            + " type I error where it is a null. A thick line is the 95 % interval that the number of trials leaves.",
                    Map.of(),
                    rejections));
        }
        run.outcomes().forEach(outcome -> parts.addAll(tables(outcome)));
        parts.addAll(LookFigures.of(material));
        parts.addAll(CurveFigures.of(material));
        ExactFigure.of(material).ifPresent(parts::add);
        PublishedFigure.of(material).ifPresent(parts::add);
        return new Section("performance", "Performance", parts);
    }

    private static Rows rejections(RunResult run) {
        Rows rows = Rows.of(
                "analysis", "truth", "role", "metric", "value", "mcse", "lower", "upper", "alpha", "replicates");
        for (TruthOutcome outcome : run.outcomes()) {
            for (Analysis analysis : outcome.study().analyses()) {
                Metrics.of(outcome.results().analyses().get(analysis.name()))
                        .rejection()
                        .ifPresent(share -> rows.row(
                                analysis.name(),
                                outcome.truth().name(),
                                outcome.truth().role().word(),
                                outcome.truth().role().isNullOf(analysis.name()) ? "type_1_error" : "power",
                                share.value(),
                                share.mcse(),
                                share.lower(),
                                share.upper(),
                                analysis.hypothesis().alpha(),
                                outcome.results().replicates()));
            }
        }
        return rows;
    }

    private static List<Part> tables(TruthOutcome outcome) {
        String under = outcome.truth().name() + " (" + outcome.truth().role().said() + "), "
                + Readout.counted(outcome.results().replicates(), "trial");
        List<Part> tables = new ArrayList<>();
        Rows analyses = analyses(outcome);
        if (!analyses.isEmpty()) {
            tables.add(new Part.Sheet("Analyses under " + under, analyses, false));
        }
        Rows endpoints = endpoints(outcome);
        if (!endpoints.isEmpty()) {
            tables.add(new Part.Sheet("Endpoints under " + under, endpoints, true));
        }
        return tables;
    }

    private static Rows analyses(TruthOutcome outcome) {
        Rows rows = Rows.of(
                "analysis",
                "patients",
                "events",
                RejectionText.of(outcome.results()).word(),
                "estimate",
                "true value",
                "bias",
                "empirical SE",
                "model SE",
                "coverage",
                "without estimate",
                "without answer");
        outcome.results().analyses().forEach((name, of) -> {
            Metrics metrics = Metrics.of(of);
            rows.row(
                    name,
                    metrics.number("patients"),
                    metrics.number("events"),
                    metrics.rejection().map(Metrics::percent).orElse(Readout.NONE),
                    metrics.number("estimate"),
                    metrics.number("true_value"),
                    metrics.number("bias"),
                    metrics.number("emp_se"),
                    metrics.number("model_se"),
                    metrics.percent("coverage"),
                    metrics.percent("without_estimate"),
                    metrics.percent("failed"));
        });
        return rows;
    }

    private static Rows endpoints(TruthOutcome outcome) {
        Rows rows = Rows.of("endpoint", "what", "in the trials", "true", "without estimate");
        outcome.results().endpoints().forEach((name, of) -> {
            Metrics metrics = Metrics.of(of);
            for (Metric metric : of) {
                if (!metric.name().startsWith("true_") && !metric.name().startsWith(Metric.WITHOUT)) {
                    boolean share = metrics.find(Metric.WITHOUT + metric.name()).isPresent()
                            && !metric.name().startsWith("mean");
                    String truth = "true_" + metric.name();
                    rows.row(
                            name,
                            metric.name().replace('_', ' '),
                            share ? metrics.percent(metric.name()) : metrics.number(metric.name()),
                            share ? metrics.percent(truth) : metrics.number(truth),
                            metrics.percent(Metric.WITHOUT + metric.name()));
                }
            }
        });
        return rows;
    }
}
