package marrow.design.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Finding;
import marrow.analysis.Inquiry;
import marrow.design.OneTrial;
import marrow.design.Role;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Moments;

/**
 * The operating characteristics of one analysis, under the names of rsimsum where it has one: rejection as {@code power} or
 * {@code type_1_error}, {@code bias}, {@code emp_se}, {@code model_se}, {@code coverage}. A trial in which the analysis has
 * no answer counts as one without rejection, and in {@code failed}; the estimate's metrics and {@code coverage} are of the trials that have
 * an estimate, and {@code without_estimate} says how many have none: an interval without an estimate, such as that of nobody from 0 to 1, is not counted as one
 * that covers.
 */
final class AnalysisGauge implements Gauge {
    static final int REJECTS = 0;
    static final int ESTIMATE = 1;
    static final int COVERS = 3;
    static final int EVENTS = 5;
    private static final int SQUARED_ERROR = 2;
    private static final int PATIENTS = 4;
    private static final int COLUMNS = 6;

    private final Analysis analysis;
    private final Role role;
    private final double trueValue;

    AnalysisGauge(Analysis analysis, Role role, TrueValues truth) {
        this.analysis = analysis;
        this.role = role;
        trueValue = truth.of(analysis.endpoint(), analysis.estimand())
                .map(Estimate::value)
                .orElse(Double.NaN);
    }

    @Override
    public int width() {
        return COLUMNS;
    }

    @Override
    public boolean missingIsZero(int column) {
        return column == REJECTS;
    }

    @Override
    public Reader reader(OneTrial trial) {
        Inquiry inquiry = trial.data().inquiry(analysis);
        return (row, at) -> {
            Finding finding = inquiry.finding();
            row[at + REJECTS] = Double.isNaN(finding.p()) ? Double.NaN : finding.rejects() ? 1 : 0;
            row[at + ESTIMATE] = finding.estimate();
            row[at + SQUARED_ERROR] = finding.standardError() * finding.standardError();
            row[at + COVERS] = hasInterval(finding) ? (finding.covers(trueValue) ? 1 : 0) : Double.NaN;
            row[at + PATIENTS] = finding.patients();
            row[at + EVENTS] = finding.events();
        };
    }

    private static boolean hasInterval(Finding finding) {
        return !Double.isNaN(finding.estimate()) && !Double.isNaN(finding.lower());
    }

    @Override
    public List<Metric> metrics(Block block, int at, TrueValues truth) {
        List<Metric> metrics = new ArrayList<>();
        if (analysis.hypothesis() != null) {
            metrics.add(new Metric(
                    role.isNullOf(analysis.name()) ? "type_1_error" : "power",
                    Estimate.share(block.column(at + REJECTS)),
                    at + REJECTS));
        }
        Moments estimate = block.column(at + ESTIMATE);
        if (estimate.count() > 0) {
            metrics.add(Metric.mean("estimate", block, at + ESTIMATE));
            Optional<Estimate> known = truth.of(analysis.endpoint(), analysis.estimand());
            known.ifPresent(value -> {
                metrics.add(new Metric("true_value", value));
                metrics.add(new Metric("bias", Estimate.mean(estimate).minus(value)));
            });
            metrics.add(new Metric("emp_se", Estimate.deviation(estimate)));
            metrics.add(new Metric("model_se", rootOfMean(block.column(at + SQUARED_ERROR))));
            if (known.isPresent() && block.column(at + COVERS).count() > 0) {
                metrics.add(new Metric("coverage", Estimate.shareOfPresent(block.column(at + COVERS)), at + COVERS));
            }
        }
        if (analysis.estimates()) {
            metrics.add(new Metric("without_estimate", Estimate.share(estimate.missing(), block.replicates())));
        }
        metrics.add(Metric.mean("patients", block, at + PATIENTS));
        metrics.add(Metric.mean("events", block, at + EVENTS));
        Moments answered = analysis.hypothesis() != null ? block.column(at + REJECTS) : estimate;
        metrics.add(new Metric("failed", Estimate.share(answered.missing(), block.replicates())));
        return metrics;
    }

    /** sqrt of the mean squared standard error, its error by the delta method. */
    private static Estimate rootOfMean(Moments squared) {
        double root = Math.sqrt(squared.mean());
        return Estimate.of(root, root == 0 ? 0 : squared.standardError() / (2 * root));
    }
}
