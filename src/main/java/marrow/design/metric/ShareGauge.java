package marrow.design.metric;

import java.util.ArrayList;
import java.util.List;
import marrow.analysis.Estimand;
import marrow.design.OneTrial;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Block;
import marrow.trial.cohort.Answers;
import marrow.trial.endpoint.Response;

/** A binary endpoint, arm by arm: whose answer is known, who responds, and their share, beside the true one. */
final class ShareGauge implements Gauge {
    private static final int COLUMNS = 3;

    private final Response endpoint;
    private final List<String> arms;

    ShareGauge(Response endpoint, List<String> arms) {
        this.endpoint = endpoint;
        this.arms = arms;
    }

    @Override
    public int width() {
        return arms.size() * COLUMNS;
    }

    @Override
    public Reader reader(OneTrial trial) {
        Answers answers = trial.data().answers(endpoint);
        return (row, at) -> {
            for (int arm = 0; arm < arms.size(); arm++) {
                int from = at + arm * COLUMNS;
                int known = answers.known(arm);
                row[from] = known;
                row[from + 1] = answers.yes(arm);
                row[from + 2] = known == 0 ? Double.NaN : (double) answers.yes(arm) / known;
            }
        };
    }

    @Override
    public List<Metric> metrics(Block block, int at, TrueValues truth) {
        List<Metric> metrics = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            int from = at + arm * COLUMNS;
            String suffix = arms.size() == 1 ? "" : "_" + arms.get(arm);
            metrics.add(Metric.mean("patients" + suffix, block, from));
            metrics.add(Metric.mean("responses" + suffix, block, from + 1));
            metrics.add(Metric.mean("share" + suffix, block, from + 2));
            truth.of(endpoint, new Estimand.Share(arm))
                    .ifPresent(value -> metrics.add(new Metric("true_share" + suffix, value)));
            metrics.add(Metric.without("share" + suffix, block, from + 2));
        }
        return metrics;
    }
}
