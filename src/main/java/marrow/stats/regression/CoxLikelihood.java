package marrow.stats.regression;

import java.util.Arrays;
import marrow.stats.survival.OrderedSample;

/**
 * Cox's partial log-likelihood with its gradient and information, for weighted, stratified, left-truncated rows.
 * At an event time with risk set R, events D (d of them, total weight W_D) and r = w exp(x'b),
 *
 * <pre>
 *   Breslow:  sum_D w x'b - W_D log(sum_R r)
 *   Efron:    sum_D w x'b - W_D/d sum_{k=0}^{d-1} log(sum_R r - k/d sum_D r)
 * </pre>
 *
 * <p>Coefficients are those of standardised {@link Covariates}. Time runs backwards: rows join the risk set at their
 * time and leave it at their entry.
 */
final class CoxLikelihood implements LogLikelihood {
    final int p;
    final OrderedSample sample = new OrderedSample();
    final Covariates covariates;
    final Ties ties;
    private double[] risk = {};
    private double[] linear = {};
    private final double[] gradient;
    private final double[] information;
    private final Moments atRisk;
    private final Moments dying;
    private final double[] mean;
    private double eventWeight;
    private double value;

    CoxLikelihood(int p, Ties ties) {
        this.p = p;
        this.ties = ties;
        covariates = new Covariates(p);
        gradient = new double[p];
        information = new double[p * p];
        atRisk = new Moments(p);
        dying = new Moments(p);
        mean = new double[p];
    }

    /** Takes the first n rows; x[j][i] is covariate j of row i. Returns the number of events. */
    int take(double[] time, int[] status, double[] entry, double[] weight, int[] stratum, double[][] x, int n) {
        sample.take(time, status, entry, weight, stratum, n);
        covariates.take(x, n);
        if (n > risk.length) {
            risk = new double[Math.max(n, 2 * risk.length)];
            linear = new double[risk.length];
        }
        int events = 0;
        eventWeight = 0;
        for (int i = 0; i < n; i++) {
            events += sample.event(i) ? 1 : 0;
            eventWeight += sample.event(i) ? sample.weight(i) : 0;
        }
        return events;
    }

    @Override
    public double at(double[] beta) {
        int n = sample.size();
        for (int i = 0; i < n; i++) {
            linear[i] = covariates.linear(i, beta);
            risk[i] = sample.weight(i) * StrictMath.exp(linear[i]);
        }
        value = 0;
        Arrays.fill(gradient, 0);
        Arrays.fill(information, 0);
        for (int from = 0; from < n; ) {
            int to = sample.endOfStratum(from);
            addStratum(from, to);
            from = to;
        }
        return value;
    }

    private void addStratum(int from, int to) {
        double[] z = covariates.rows();
        atRisk.clear();
        int leaving = !sample.truncated() ? from - 1 : to - 1;
        for (int i = to - 1; i >= from; ) {
            double t = sample.timeAt(i);
            dying.clear();
            double weight = 0;
            for (; i >= from && sample.timeAt(i) == t; i--) {
                int row = sample.byTime(i);
                atRisk.add(z, row, risk[row]);
                if (sample.event(row)) {
                    dying.add(z, row, risk[row]);
                    weight += sample.weight(row);
                    value += sample.weight(row) * linear[row];
                    for (int j = 0; j < p; j++) {
                        gradient[j] += sample.weight(row) * z[row * p + j];
                    }
                }
            }
            if (dying.count > 0) {
                while (leaving >= from && sample.entry(sample.byEntry(leaving)) >= t) {
                    int row = sample.byEntry(leaving--);
                    atRisk.remove(z, row, risk[row]);
                }
                if (atRisk.cancelled()) {
                    sumAfresh(from, to, t);
                }
                addTime(weight);
            }
        }
    }

    private void sumAfresh(int from, int to, double t) {
        double[] z = covariates.rows();
        atRisk.clear();
        for (int i = to - 1; i >= from && sample.timeAt(i) >= t; i--) {
            int row = sample.byTime(i);
            if (sample.entry(row) < t) {
                atRisk.add(z, row, risk[row]);
            }
        }
    }

    private void addTime(double weight) {
        if (ties == Ties.BRESLOW) {
            addShare(weight, 0);
            return;
        }
        int d = dying.count;
        for (int k = 0; k < d; k++) {
            addShare(weight / d, (double) k / d);
        }
    }

    /** One logarithm of the likelihood: the risk set without this share of the dying. */
    private void addShare(double weight, double gone) {
        double total = atRisk.total - gone * dying.total;
        value -= weight * StrictMath.log(total);
        for (int j = 0; j < p; j++) {
            mean[j] = (atRisk.first[j] - gone * dying.first[j]) / total;
            gradient[j] -= weight * mean[j];
            for (int k = 0; k <= j; k++) {
                double second = (atRisk.second[j * p + k] - gone * dying.second[j * p + k]) / total;
                information[j * p + k] += weight * (second - mean[j] * mean[k]);
                information[k * p + j] = information[j * p + k];
            }
        }
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
        return eventWeight;
    }

    /** w exp(x'b) of a row at the last coefficients, up to a factor common to all rows. */
    double risk(int row) {
        return risk[row];
    }

    /** Sums of 1, z and z z' over rows, each times its risk. */
    private static final class Moments {
        private static final double LITTLE = 0.01;

        private final int p;
        private final double[] first;
        private final double[] second;
        private double total;
        private double peak;
        private int count;

        Moments(int p) {
            this.p = p;
            first = new double[p];
            second = new double[p * p];
        }

        void clear() {
            count = 0;
            total = 0;
            peak = 0;
            Arrays.fill(first, 0);
            Arrays.fill(second, 0);
        }

        void add(double[] z, int row, double risk) {
            count++;
            include(z, row, risk);
            peak = Math.max(peak, total);
        }

        void remove(double[] z, int row, double risk) {
            count--;
            include(z, row, -risk);
        }

        /** So much has been taken away that the rounding of what went would show. */
        boolean cancelled() {
            return total < LITTLE * peak;
        }

        private void include(double[] z, int row, double risk) {
            total += risk;
            for (int j = 0; j < p; j++) {
                double weighted = risk * z[row * p + j];
                first[j] += weighted;
                for (int k = 0; k <= j; k++) {
                    second[j * p + k] += weighted * z[row * p + k];
                }
            }
        }
    }
}
