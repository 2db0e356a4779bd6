package marrow.stats.survival;

import java.util.Arrays;
import marrow.check.Require;

/**
 * The table that survival estimates are read from: the distinct event times t(0) &lt; t(1) &lt; ..., how many (or what
 * weight) were at risk just before each, and how many had the event there, by cause.
 *
 * <p>Subject i is at risk at t when entry &lt; t &le; time: an event comes before a censoring at the same time, and who
 * enters at t is not yet at risk at t, as in R's {@code survival}. Times are tied when they are equal; R by default also
 * ties those that differ by rounding ({@code timefix = TRUE}).
 *
 * <p>Only the event times are sorted. Each subject is then placed among them by bisection, and the risk sets are sums
 * from the right; so subjects are never put in order. The estimators refill their tables, which allocate only while they
 * grow and belong to one thread.
 */
public final class RiskTable {
    /** So few event times are all held against a time sooner than bisected: no comparison waits for another (T3 1.90 to 1.78 us). */
    private static final int FEW = 16;

    private final int causes;
    private int subjects;
    private int count;
    private double lastTime;
    private double[] eventTime = {};
    private double[] atRisk = {};
    private double[] notYetIn = {};
    private double[] events = {};
    private final double[][] eventsOf;
    private int[] entryPosition = {};
    private int[] exitPosition = {};
    private final Thumbs thumbs = new Thumbs();

    private RiskTable(int causes) {
        this.causes = causes;
        this.eventsOf = new double[causes][0];
    }

    /** A table that takes every status above 0 for the event. */
    static RiskTable ofAnyCause() {
        return new RiskTable(0);
    }

    /** A table that also counts the events of each cause 1..causes. */
    static RiskTable ofCauses(int causes) {
        return new RiskTable(Require.between(causes, 1, 1000, "causes"));
    }

    /** Fills the table from the first n values of each array; entry and weight may be null, as in a sample. */
    RiskTable fill(double[] time, int[] status, double[] entry, double[] weight, int n) {
        Require.covers(time.length, n, "time");
        Require.covers(status.length, n, "status");
        Require.covers(entry == null ? n : entry.length, n, "entry");
        Require.covers(weight == null ? n : weight.length, n, "weight");
        subjects = n;
        grow(n);
        findEventTimes(time, status);
        clear();
        for (int i = 0; i < n; i++) {
            place(i, time[i], status[i], entry, weight == null ? 1 : Require.positive(weight[i], "weight"));
        }
        sumRiskSets();
        return this;
    }

    private void grow(int n) {
        if (n > eventTime.length) {
            int room = Math.max(n, 2 * eventTime.length);
            eventTime = new double[room];
            atRisk = new double[room];
            notYetIn = new double[room];
            events = new double[room];
            entryPosition = new int[room];
            exitPosition = new int[room];
            for (int c = 0; c < causes; c++) {
                eventsOf[c] = new double[room];
            }
        }
    }

    private void findEventTimes(double[] time, int[] status) {
        double[] found = eventTime;
        int all = 0;
        lastTime = 0;
        for (int i = 0; i < subjects; i++) {
            lastTime = Math.max(lastTime, Require.notNegative(time[i], "time"));
            found[all] = time[i]; // a censored time is overwritten by the next
            all += status[i] != 0 ? 1 : 0;
        }
        Arrays.sort(found, 0, all);
        int distinct = 0;
        for (int k = 0; k < all; k++) {
            if (distinct == 0 || found[k] > found[distinct - 1]) {
                found[distinct++] = found[k];
            }
        }
        count = distinct;
        if (count >= Thumbs.MANY) {
            thumbs.cut(eventTime, count);
        }
    }

    private void clear() {
        Arrays.fill(atRisk, 0, count, 0);
        Arrays.fill(notYetIn, 0, count, 0);
        Arrays.fill(events, 0, count, 0);
        for (double[] ofCause : eventsOf) {
            Arrays.fill(ofCause, 0, count, 0);
        }
    }

    private void place(int i, double time, int status, double[] entry, double weight) {
        int exit = position(time);
        exitPosition[i] = exit;
        entryPosition[i] = 0;
        if (exit > 0) {
            atRisk[exit - 1] += weight;
        }
        if (entry != null) {
            int in = position(requireEntry(entry[i], time));
            entryPosition[i] = in;
            if (in > 0) {
                notYetIn[in - 1] += weight;
            }
        }
        if (status != 0) {
            Require.between(status, 0, causes == 0 ? Integer.MAX_VALUE : causes, "status");
            events[exit - 1] += weight;
            if (causes > 0) {
                eventsOf[status - 1][exit - 1] += weight;
            }
        }
    }

    static double requireEntry(double entry, double time) {
        if (!(entry < time && entry >= -Double.MAX_VALUE)) {
            throw new IllegalArgumentException("entry must lie before time " + time + ", not at " + entry);
        }
        return entry;
    }

    /** From the right, so that without truncation the weight of the last risk set is exact, and 0 is 0. */
    private void sumRiskSets() {
        double stillThere = 0;
        double late = 0;
        for (int j = count - 1; j >= 0; j--) {
            stillThere += atRisk[j];
            late += notYetIn[j];
            atRisk[j] = Math.max(stillThere - late, events[j]); // they differ by rounding of weights at most
        }
    }

    /** How many of the event times are at or before t: 0 to {@link #count}. */
    public int position(double t) {
        double[] times = eventTime;
        int passed = 0;
        if (count <= FEW) {
            for (int j = 0; j < count; j++) {
                passed += times[j] <= t ? 1 : 0;
            }
            return passed;
        }
        int left = count;
        if (count >= Thumbs.MANY) {
            passed = thumbs.from(t);
            left = thumbs.to(t) - passed;
        }
        while (left > 1) { // as many rounds for every t, and no branch that a processor could guess wrong
            int half = left >>> 1;
            passed += times[passed + half - 1] <= t ? half : 0;
            left -= half;
        }
        return left == 1 && times[passed] <= t ? passed + 1 : passed;
    }

    /** Distinct event times. */
    public int count() {
        return count;
    }

    public int subjects() {
        return subjects;
    }

    /** The last time anybody was observed; 0 without subjects. */
    public double lastTime() {
        return lastTime;
    }

    /** The j-th event time, from 0. */
    public double time(int j) {
        return eventTime[j];
    }

    /** The weight at risk at the j-th event time. */
    public double atRisk(int j) {
        return atRisk[j];
    }

    /** The weight of those with an event, of any cause, at the j-th event time. */
    public double events(int j) {
        return events[j];
    }

    /** The weight of those with the event of this cause, 1 or more, at the j-th event time. */
    public double events(int j, int cause) {
        return eventsOf[cause - 1][j];
    }

    /** Subject i is at risk at the event times numbered {@code entryPosition(i)} to {@code exitPosition(i) - 1}. */
    public int entryPosition(int i) {
        return entryPosition[i];
    }

    public int exitPosition(int i) {
        return exitPosition[i];
    }
}
