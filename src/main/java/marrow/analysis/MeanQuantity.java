package marrow.analysis;

import marrow.trial.cohort.Measures;
import marrow.trial.endpoint.Quantity;

/** The mean of a quantity in one arm, with the standard error of a mean. A test of nothing. */
public record MeanQuantity(String name, Quantity endpoint, int arm) implements Analysis {
    @Override
    public String method() {
        return "mean";
    }

    @Override
    public Estimand estimand() {
        return new Estimand.Mean(arm);
    }

    @Override
    public Hypothesis hypothesis() {
        return null;
    }

    @Override
    public Desk desk(Data data) {
        Measures measures = data.measures(endpoint);
        return finding -> {
            double mean = 0;
            double squares = 0;
            int n = 0;
            for (int i = 0; i < measures.size(); i++) {
                if (measures.arm()[i] == arm) {
                    double delta = measures.value()[i] - mean;
                    mean += delta / ++n;
                    squares += delta * (measures.value()[i] - mean);
                }
            }
            finding.sample(n, n);
            if (n > 0) {
                finding.estimate(mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n));
            }
        };
    }
}
