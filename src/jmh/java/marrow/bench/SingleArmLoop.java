package marrow.bench;

import marrow.stats.proportion.ExactBinomialTest;

/**
 * Task T3 by hand: one arm of 31, exponential, 75 % without event at a year, uniform accrual over 24 months, a year's follow-up
 * of the last patient; the Kaplan-Meier estimate at a year with Greenwood's error, its log-log interval and test against 50 %,
 * and the exact binomial test, both at one-sided 0.025. Months throughout. The p-values of the exact test stand in a table.
 *
 * <p>Nothing is taken for granted about who is censored. Where nobody is before a year, the estimate is the share without event, and the
 * answers to each count stand in a table as well; else times up to a year are put in order, events and ends of observation alike.
 */
final class SingleArmLoop {
    private static final int N = 31;
    private static final double YEAR = 12;
    private static final double RATE = -Math.log(0.75) / YEAR;
    private static final double Z = 1.959963984540054;
    private static final double LOG_LOG_NULL = -Math.log(-Math.log(0.5));

    private final FastNumbers numbers;
    private final double[] draw = new double[N];
    private final double[] arrival = new double[N];
    private final double[] early = new double[N];

    /** The answers to each count of patients without the event. */
    private final boolean[] exactRejects = new boolean[N + 1];

    private final boolean[] kmRejects = new boolean[N + 1];
    private final double[] lowerOf = new double[N + 1];
    private final double[] upperOf = new double[N + 1];

    /** The month on which the data of the last trial were cut. */
    private double cut;

    /** What the last trial said. */
    boolean kaplanMeierRejects;

    boolean exactTestRejects;
    double survival;
    double lower;
    double upper;

    SingleArmLoop(long seed) {
        numbers = new FastNumbers(seed);
        for (int x = 0; x <= N; x++) {
            exactRejects[x] = new ExactBinomialTest(x, N, 0.5).pGreater() <= 0.025;
            survival = (double) x / N;
            decide((1 - survival) / N / survival);
            lowerOf[x] = lower;
            upperOf[x] = upper;
            kmRejects[x] = kaplanMeierRejects;
        }
    }

    /** One trial. */
    void trial() {
        numbers.uniforms(arrival, N, 24);
        numbers.exponentials(draw, N);
        double last = 0;
        for (int i = 0; i < N; i++) {
            last = Math.max(last, arrival[i]);
        }
        cut = last + YEAR;
        if (!count()) {
            order();
        }
    }

    /** Answers by the number of events, unless somebody was censored before a year; says whether it did. */
    private boolean count() {
        int over = 0;
        int censored = 0;
        for (int i = 0; i < N; i++) {
            double event = draw[i] * (1 / RATE);
            double end = cut - arrival[i];
            int seen = event <= end ? 1 : 0;
            over += seen & (event <= YEAR ? 1 : 0);
            censored |= (1 - seen) & (end < YEAR ? 1 : 0);
        }
        if (censored != 0) {
            return false;
        }
        int without = N - over;
        survival = (double) without / N;
        lower = lowerOf[without];
        upper = upperOf[without];
        exactTestRejects = exactRejects[without];
        kaplanMeierRejects = kmRejects[without];
        return true;
    }

    /** Answers the last trial by its times in order, whoever was censored. */
    void order() {
        estimate(putInOrder());
    }

    /** Puts the times up to a year in order, those that are no events below zero; says how many there are. */
    private int putInOrder() {
        int count = 0;
        for (int i = 0; i < N; i++) {
            double event = draw[i] * (1 / RATE);
            double end = cut - arrival[i];
            double time = Math.min(event, end);
            if (time <= YEAR && (event <= end || end < YEAR)) {
                int place = count++;
                for (; place > 0 && Math.abs(early[place - 1]) > time; place--) {
                    early[place] = early[place - 1];
                }
                early[place] = event <= end ? time : -time;
            }
        }
        return count;
    }

    private void estimate(int count) {
        int without = N;
        double s = 1;
        double greenwood = 0;
        for (int k = 0; k < count; k++) {
            if (early[k] >= 0) {
                double left = N - k - 1;
                s *= left / (left + 1);
                greenwood += 1 / (left * (left + 1));
                without--;
            }
        }
        survival = s;
        exactTestRejects = exactRejects[without];
        decide(greenwood);
    }

    private void decide(double greenwood) {
        double s = survival;
        if (s == 1 || s == 0) {
            lower = 0;
            upper = 1;
            kaplanMeierRejects = false;
            return;
        }
        double log = Math.log(s);
        double error = Math.sqrt(greenwood) / -log;
        double factor = Math.exp(Z * error);
        lower = Math.exp(log * factor);
        upper = Math.exp(log / factor);
        kaplanMeierRejects = -Math.log(-log) - LOG_LOG_NULL >= Z * error;
    }
}
