package marrow.bench;

import marrow.stats.sequential.EfficacyRule;
import marrow.stats.sequential.GroupSequential;
import marrow.stats.sequential.SpendingFunction;

/**
 * Tasks T1 and T2 by hand: two arms 1:1, n = 200, uniform accrual over 24 months, exponential control of median 12 months,
 * hazard ratio 0.65, loss of 5 % a year, log-rank test at 140 events (T1) or at 47, 94 and 140 (T2). Months throughout.
 *
 * <p>Arrivals are made in order, as sums of exponentials. Everybody is put in order of the time to event or loss once, by
 * buckets. At a look patients leave the risk set by that time, or by the end of the look's data, which comes in the order of arrivals
 * backwards: two ordered lists are merged, and nothing is sorted at a look.
 */
final class TwoArmLoop {
    private static final int N = 200;
    private static final double ACCRUAL = 24;
    private static final double CONTROL = Math.log(2) / 12;
    private static final double TREATMENT = 0.65 * CONTROL;
    private static final double LOSS = -Math.log(0.95) / 12;
    private static final double[] EVERYBODY = reciprocals();

    private final FastNumbers numbers;
    private final int[] looks;
    private final double[] critical;

    private final double[] arrival = new double[N + 1];
    private final double[] event = new double[N];
    private final double[] time = new double[N];
    private final boolean[] fails = new boolean[N];
    private final double[] failsOn = new double[N];
    private final int[] byTime = new int[N];
    private final Buckets patientTime = new Buckets(N, 256, 64);
    private final Buckets calendarTime = new Buckets(N, 256, 80);

    private TwoArmLoop(long seed, int[] looks, double[] critical) {
        numbers = new FastNumbers(seed);
        this.looks = looks;
        this.critical = critical;
    }

    /** T1: one look, at 140 events. */
    static TwoArmLoop oneLook(long seed) {
        return new TwoArmLoop(seed, new int[] {140}, new double[] {1.959963984540054});
    }

    /** T2: three looks, O'Brien-Fleming-like spending of one-sided 0.025. */
    static TwoArmLoop threeLooks(long seed) {
        double[] fractions = {47 / 140.0, 94 / 140.0, 1};
        GroupSequential test =
                GroupSequential.oneSided(fractions, 0.025, EfficacyRule.spending(SpendingFunction.oBrienFleming()));
        return new TwoArmLoop(
                seed, new int[] {47, 94, 140}, new double[] {test.critical(1), test.critical(2), test.critical(3)});
    }

    private static double[] reciprocals() {
        double[] one = new double[N + 1];
        for (int i = 1; i <= N; i++) {
            one[i] = 1.0 / i;
        }
        return one;
    }

    /** One trial: whether it rejects, with fewer deaths in the treatment arm than expected. */
    boolean rejects() {
        live();
        int failures = calendar();
        patientTime.sort(time, N, byTime);
        for (int k = 0; k < looks.length; k++) {
            double cut =
                    looks[k] <= failures ? calendarTime.nth(failsOn, failures, looks[k]) : Double.POSITIVE_INFINITY;
            if (z(cut) >= critical[k]) {
                return true;
            }
        }
        return false;
    }

    private void live() {
        numbers.exponentials(arrival, N + 1);
        numbers.exponentials(event, N);
        numbers.exponentials(time, N);
        double sum = 0;
        for (int i = 0; i <= N; i++) {
            sum += arrival[i];
            arrival[i] = sum;
        }
        double unit = ACCRUAL / sum;
        for (int i = 0; i < N; i++) {
            arrival[i] *= unit;
        }
        for (int i = 0; i < N; i += 2) { // the arms take turns
            settle(i, event[i] * (1 / CONTROL));
            settle(i + 1, event[i + 1] * (1 / TREATMENT));
        }
    }

    private void settle(int i, double dies) {
        double lost = time[i] * (1 / LOSS);
        fails[i] = dies <= lost;
        time[i] = Math.min(dies, lost);
    }

    private int calendar() {
        int failures = 0;
        for (int i = 0; i < N; i++) {
            failsOn[failures] = arrival[i] + time[i];
            failures += fails[i] ? 1 : 0;
        }
        calendarTime.count(failsOn, failures);
        return failures;
    }

    /** The log-rank statistic of the data cut on this day, positive when the treatment arm has too few events. */
    private double z(double cut) {
        int atRisk = N;
        int treated = N / 2;
        double excess = 0;
        double variance = 0;
        int leaving = N - 1;
        double leavesAt = cut - arrival[leaving];
        for (int k = 0; k < N; k++) {
            int i = byTime[k];
            double t = time[i];
            if (arrival[i] + t > cut) {
                continue; // leaves with the end of the data
            }
            while (leavesAt < t) {
                int out = time[leaving] > leavesAt ? 1 : 0;
                atRisk -= out;
                treated -= out & leaving;
                leavesAt = --leaving < 0 ? Double.POSITIVE_INFINITY : cut - arrival[leaving];
            }
            int arm = i & 1;
            if (fails[i]) {
                double share = treated * EVERYBODY[atRisk];
                excess += share - arm;
                variance += share * (1 - share);
            }
            atRisk--;
            treated -= arm;
        }
        return excess / Math.sqrt(variance);
    }
}
