package marrow.report.story;

import java.util.List;
import java.util.Optional;
import marrow.design.metric.Metric;
import marrow.montecarlo.Estimate;
import marrow.report.form.Readout;

/** Metrics by their names, as numbers and as text. */
final class Metrics {
    private final List<Metric> metrics;

    private Metrics(List<Metric> metrics) {
        this.metrics = metrics;
    }

    static Metrics of(List<Metric> metrics) {
        return new Metrics(metrics);
    }

    Optional<Estimate> find(String name) {
        return Metric.find(metrics, name);
    }

    /** Power under an alternative, the type I error under a null. */
    Optional<Estimate> rejection() {
        return find("power").or(() -> find("type_1_error"));
    }

    /** With its error, or nothing to be seen. */
    String number(String name) {
        return find(name).map(Metrics::number).orElse(Readout.NONE);
    }

    /** A share as percent with its error. */
    String percent(String name) {
        return find(name).map(Metrics::percent).orElse(Readout.NONE);
    }

    static String number(Estimate estimate) {
        return Readout.withError(estimate.value(), estimate.mcse());
    }

    static String percent(Estimate estimate) {
        return Readout.percentWithError(estimate.value(), estimate.mcse());
    }
}
