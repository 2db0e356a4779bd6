package marrow.design.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marrow.analysis.Estimand;
import marrow.design.OneTrial;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Block;
import marrow.trial.cohort.Measures;
import marrow.trial.endpoint.Quantity;

/** A quantity, arm by arm: its mean and median over the patients of a trial, beside the true mean. */
final class MeanGauge implements Gauge {
    private static final int COLUMNS = 3;

    private final Quantity endpoint;
    private final List<String> arms;

    MeanGauge(Quantity endpoint, List<String> arms) {
        this.endpoint = endpoint;
        this.arms = arms;
    }

    @Override
    public int width() {
        return arms.size() * COLUMNS;
    }

    @Override
    public Reader reader(OneTrial trial) {
        Measures measures = trial.data().measures(endpoint);
        double[] sorted = new double[trial.cohort().size()];
        return (row, at) -> {
            for (int arm = 0; arm < arms.size(); arm++) {
                readArm(measures, arm, sorted, row, at + arm * COLUMNS);
            }
        };
    }

    private static void readArm(Measures measures, int arm, double[] sorted, double[] row, int at) {
        int n = 0;
        double sum = 0;
        for (int i = 0; i < measures.size(); i++) {
            if (measures.arm()[i] == arm) {
                sorted[n++] = measures.value()[i];
                sum += measures.value()[i];
            }
        }
        Arrays.sort(sorted, 0, n);
        row[at] = n;
        row[at + 1] = n == 0 ? Double.NaN : sum / n;
        row[at + 2] = n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    @Override
    public List<Metric> metrics(Block block, int at, TrueValues truth) {
        List<Metric> metrics = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            int from = at + arm * COLUMNS;
            String suffix = arms.size() == 1 ? "" : "_" + arms.get(arm);
            metrics.add(Metric.mean("patients" + suffix, block, from));
            metrics.add(Metric.mean("mean" + suffix, block, from + 1));
            metrics.add(Metric.mean("median" + suffix, block, from + 2));
            truth.of(endpoint, new Estimand.Mean(arm))
                    .ifPresent(value -> metrics.add(new Metric("true_mean" + suffix, value)));
            metrics.add(Metric.without("mean" + suffix, block, from + 1));
        }
        return metrics;
    }
}
