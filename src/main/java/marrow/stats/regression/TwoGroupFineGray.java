package marrow.stats.regression;

import marrow.check.Require;
import marrow.stats.law.TailRoot;
import marrow.stats.survival.OrderedSample;

/**
 * The {@link FineGray} model of two groups, for samples as large as those that true values are read off: its time is that of putting the
 * rows in order. With one indicator the weighted risk set at t is two sums, {@code S_g(t) = Y_g(t) + G(t-) A_g(t)}, of those of group g
 * with time t or later and of those who had another event at X before t, {@code A_g(t) = sum 1 / G(X-)}. The coefficient b solves
 *
 * <pre>
 *   sum_t d_1(t) - d(t) S_1(t) exp(b) / (S_0(t) + S_1(t) exp(b)) = 0
 * </pre>
 *
 * <p>It is that of {@code FineGray}. Its error is from the inverse information, as if the law of censoring were known and each
 * row one patient's. Where one group has all events, or there is none, both are NaN. Source: Fine and Gray (1999).
 */
public final class TwoGroupFineGray {
    private final double[] events;
    private final double[][] atRisk;
    private int times;
    private int eventsOfLater;
    private int eventsOfAll;
    private final double coefficient;

    private TwoGroupFineGray(OrderedSample sample, boolean[] later, int cause) {
        int n = sample.size();
        events = new double[n];
        atRisk = new double[2][n];
        sum(sample, later, cause);
        boolean apart = eventsOfLater == 0 || eventsOfLater == eventsOfAll;
        coefficient = apart ? Double.NaN : TailRoot.find(b -> expected(StrictMath.exp(b)) - eventsOfLater, 0);
    }

    /** Cause 1 or more; status 0 is censored. Of each row whether it is of the later group. */
    public static TwoGroupFineGray of(double[] time, int[] status, boolean[] later, int cause) {
        OrderedSample sample = new OrderedSample().take(time, status, null, null, null, time.length);
        return new TwoGroupFineGray(sample, later, Require.between(cause, 1, Integer.MAX_VALUE, "cause"));
    }

    private void sum(OrderedSample sample, boolean[] later, int cause) {
        int n = sample.size();
        double[] staying = new double[2];
        double[] gone = new double[2];
        for (int row = 0; row < n; row++) {
            staying[group(later, row)]++;
        }
        double uncensored = 1;
        for (int i = 0; i < n; ) {
            int next = i;
            int censored = 0;
            double[] here = new double[2];
            double[] otherwise = new double[2];
            double failing = 0;
            for (; next < n && sample.timeAt(next) == sample.timeAt(i); next++) {
                int row = sample.byTime(next);
                int g = group(later, row);
                here[g]++;
                if (sample.status(row) == cause) {
                    failing++;
                    eventsOfLater += g;
                } else if (sample.status(row) == 0) {
                    censored++;
                } else {
                    otherwise[g]++;
                }
            }
            for (int g = 0; g < 2; g++) {
                atRisk[g][times] = staying[g] + uncensored * gone[g];
                staying[g] -= here[g];
                gone[g] += otherwise[g] / uncensored;
            }
            events[times] = failing;
            eventsOfAll += (int) failing;
            times += failing > 0 ? 1 : 0;
            uncensored *= 1 - censored / (double) (n - i);
            i = next;
        }
    }

    private static int group(boolean[] later, int row) {
        return later[row] ? 1 : 0;
    }

    /** How many events the later group would have at this ratio. */
    private double expected(double ratio) {
        double sum = 0;
        for (int k = 0; k < times; k++) {
            sum += events[k] * share(k, ratio);
        }
        return sum;
    }

    private double share(int k, double ratio) {
        double ofLater = atRisk[1][k] * ratio;
        return ofLater / (atRisk[0][k] + ofLater);
    }

    /** The logarithm of the ratio of the later group's subdistribution hazard to that of the other. */
    public double coefficient() {
        return coefficient;
    }

    public double standardError() {
        if (Double.isNaN(coefficient)) {
            return Double.NaN;
        }
        double ratio = StrictMath.exp(coefficient);
        double information = 0;
        for (int k = 0; k < times; k++) {
            double share = share(k, ratio);
            information += events[k] * share * (1 - share);
        }
        return 1 / Math.sqrt(information);
    }
}
