package marrow.stats.regression;

import java.util.Arrays;
import marrow.check.Require;
import marrow.stats.survival.OrderedSample;
import marrow.stats.survival.SurvivalSample;

/**
 * Log pseudo-likelihood of the subdistribution hazard of one cause: Cox's with Breslow's ties, where a row whose event
 * was of another cause stays at risk after its time X with the weight {@code G(t-)/G(X-)} that it would not yet have
 * been censored. G is the Kaplan-Meier estimate of the time to censoring.
 */
final class FineGrayLikelihood implements LogLikelihood {
    final Covariates covariates;
    final OrderedSample sample;
    private final int p;
    private final int cause;
    private final double[] uncensored;
    private final double[] risk;
    private final double[] gradient;
    private final double[] information;
    private final double[] mean;
    private int events;

    FineGrayLikelihood(SurvivalSample columns, double[][] x, int cause) {
        int n = columns.size();
        p = x.length;
        this.cause = Require.between(cause, 1, Integer.MAX_VALUE, "cause");
        covariates = new Covariates(p);
        covariates.take(x, n);
        sample = new OrderedSample().take(columns, null);
        uncensored = new double[n];
        risk = new double[n];
        gradient = new double[p];
        information = new double[p * p];
        mean = new double[p];
        estimateCensoring();
        for (int i = 0; i < n; i++) {
            events += fails(i) ? 1 : 0;
        }
    }

    /** G just before each row's time; censorings count as events, all with time t or later are at risk at t. */
    private void estimateCensoring() {
        int n = sample.size();
        double g = 1;
        for (int i = 0; i < n; ) {
            double t = sample.timeAt(i);
            int censored = 0;
            int next = i;
            for (; next < n && sample.timeAt(next) == t; next++) {
                uncensored[sample.byTime(next)] = g;
                censored += sample.status(sample.byTime(next)) == 0 ? 1 : 0;
            }
            g *= 1 - censored / (double) (n - i);
            i = next;
        }
    }

    boolean fails(int row) {
        return sample.status(row) == cause;
    }

    boolean failsOtherwise(int row) {
        return sample.status(row) != cause && sample.status(row) != 0;
    }

    int events() {
        return events;
    }

    /** exp(x'b) times the weight that the row has at the time of an event row. */
    double riskAt(int eventRow, int row) {
        if (sample.time(row) >= sample.time(eventRow)) {
            return risk[row];
        }
        return failsOtherwise(row) ? risk[row] * uncensored[eventRow] / uncensored[row] : 0;
    }

    @Override
    public double at(double[] beta) {
        int n = sample.size();
        for (int i = 0; i < n; i++) {
            risk[i] = StrictMath.exp(covariates.linear(i, beta));
        }
        Arrays.fill(gradient, 0);
        Arrays.fill(information, 0);
        double value = 0;
        for (int i = 0; i < n; ) {
            int next = i;
            int d = 0;
            int eventRow = sample.byTime(i);
            for (; next < n && sample.timeAt(next) == sample.timeAt(i); next++) {
                int row = sample.byTime(next);
                if (fails(row)) {
                    d++;
                    value += covariates.linear(row, beta);
                    for (int j = 0; j < p; j++) {
                        gradient[j] += covariates.at(row, j);
                    }
                }
            }
            value -= d == 0 ? 0 : d * StrictMath.log(addTime(eventRow, d));
            i = next;
        }
        return value;
    }

    private double addTime(int eventRow, int d) {
        double total = meanAt(eventRow, mean);
        for (int j = 0; j < p; j++) {
            gradient[j] -= d * mean[j];
        }
        for (int row = 0; row < sample.size(); row++) {
            double weight = d * riskAt(eventRow, row) / total;
            for (int j = 0; j < p && weight > 0; j++) {
                for (int k = 0; k < p; k++) {
                    information[j * p + k] +=
                            weight * (covariates.at(row, j) - mean[j]) * (covariates.at(row, k) - mean[k]);
                }
            }
        }
        return total;
    }

    /** The weighted mean of the covariates at the time of an event row; returns the total weight. */
    double meanAt(int eventRow, double[] out) {
        double total = 0;
        Arrays.fill(out, 0);
        for (int row = 0; row < sample.size(); row++) {
            double weight = riskAt(eventRow, row);
            total += weight;
            for (int j = 0; j < p; j++) {
                out[j] += weight * covariates.at(row, j);
            }
        }
        for (int j = 0; j < p; j++) {
            out[j] /= total;
        }
        return total;
    }

    @Override
    public double[] gradient() {
        return gradient;
    }

    @Override
    public double[] information() {
        return information;
    }

    @Override
    public double eventWeight() {
        return events;
    }
}
