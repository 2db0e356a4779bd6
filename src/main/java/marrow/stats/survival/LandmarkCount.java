package marrow.stats.survival;

import java.util.Arrays;

/**
 * What patients who are seen from the origin on tell of one day since it, by counting: nobody is put in order but the few who are censored before the
 * day. These leave at u(1) &le; u(2) ..., and divide the time to the day into stretches within which nobody leaves without an event. Of the
 * n(k) at risk where stretch k begins x(k) have an event in it, an event at u(k) before that censoring, and x1(k) the event of interest. Over a stretch Kaplan-Meier's product,
 * Greenwood's sum and Aalen-Johansen's sum telescope, so that at the day they come to
 *
 * <pre>
 *   S = S(K + 1)                                  S(1) = 1,  S(k + 1) = S(k) (n(k) - x(k)) / n(k)
 *   error = S sqrt(sum of x(k) / (n(k) (n(k) - x(k))))
 *   F = sum of S(k) x1(k) / n(k)
 * </pre>
 *
 * <p>but for rounding. With nobody censored before the day that is S = (n - x) / n, sqrt(S (1 - S) / n) and F = x1 / n. Scratch of one thread.
 */
public final class LandmarkCount {
    /** Of more who are censored before the day {@link #count} tells nothing: curves are quicker then. */
    private static final int FEW = 16;

    private final double[] leaves = new double[FEW + 1];
    private final int[] events = new int[FEW + 1];
    private final int[] ofInterest = new int[FEW + 1];
    private int patients;
    private int censored;
    private int free;
    private int withEvent;
    private double eventFree;
    private double eventFreeError;
    private double incidence;

    /**
     * Counts the first n; status 0 is censored, 1 the event of interest, up to {@code causes} an event.
     *
     * @return whether they tell: there are some, and few are censored before the day
     */
    public boolean count(double day, int causes, double[] time, int[] status, int n) {
        patients = n;
        int left = 0;
        int over = 0;
        int with = 0;
        for (int i = 0; i < n && left <= FEW; i++) { // no branch, here and below: none of it can be guessed
            int counts = counts(day, causes, time[i], status[i]);
            over += counts;
            with += counts & (status[i] == 1 ? 1 : 0);
            leaves[left] = time[i];
            left += (status[i] == 0 ? 1 : 0) & (time[i] < day ? 1 : 0);
        }
        censored = left;
        free = n - left - over;
        withEvent = with;
        if (left > 0 && left <= FEW) {
            countStretches(day, causes, time, status);
            goAlongStretches();
        }
        return n > 0 && left <= FEW;
    }

    /** The same of n patients, some, of whom it is known that nobody is censored before the day. */
    public void countAll(double day, int causes, double[] time, int[] status, int n) {
        patients = n;
        censored = 0;
        int over = eventsBy(day, causes, time, status);
        free = n - over;
        withEvent = causes == 1 ? over : eventsBy(day, 1, time, status);
    }

    private int eventsBy(double day, int lastCause, double[] time, int[] status) {
        int by = 0;
        for (int i = 0; i < patients; i++) {
            by += counts(day, lastCause, time[i], status[i]);
        }
        return by;
    }

    private void countStretches(double day, int causes, double[] time, int[] status) {
        Arrays.sort(leaves, 0, censored);
        Arrays.fill(events, 0, censored + 1, 0);
        Arrays.fill(ofInterest, 0, censored + 1, 0);
        for (int i = 0; i < patients; i++) {
            int stretch = 0;
            for (int k = 0; k < censored; k++) {
                stretch += leaves[k] < time[i] ? 1 : 0;
            }
            int counts = counts(day, causes, time[i], status[i]);
            events[stretch] += counts;
            ofInterest[stretch] += counts & (status[i] == 1 ? 1 : 0);
        }
    }

    private void goAlongStretches() {
        double before = 1;
        double greenwood = 0;
        incidence = 0;
        int atRisk = patients;
        boolean alone = true;
        for (int k = 0; k <= censored && atRisk > 0; k++) {
            int after = atRisk - events[k];
            incidence += before * ofInterest[k] / atRisk;
            greenwood += (double) events[k] / ((double) atRisk * after);
            before *= (double) after / atRisk;
            alone &= events[k] == ofInterest[k];
            atRisk = after - 1;
        }
        eventFree = before;
        eventFreeError = before == 0 ? 0 : before * Math.sqrt(greenwood); // where nobody is left a term is infinite
        incidence = alone ? 1 - before : incidence; // the only cause: 1 is reached without rounding
    }

    /** 1 for an event of one of the causes 1 .. lastCause by the day, else 0. */
    private static int counts(double day, int lastCause, double time, int status) {
        return (status > 0 ? 1 : 0) & (status <= lastCause ? 1 : 0) & (time <= day ? 1 : 0);
    }

    /** Whether nobody is censored before the day, so that the patients speak for themselves: so many are {@link #free} of {@link #patients}. */
    public boolean isComplete() {
        return censored == 0;
    }

    public int patients() {
        return patients;
    }

    /** How many are still seen after the day, or were until then. */
    public int free() {
        return free;
    }

    /** How many had the event of interest by the day. */
    public int withEvent() {
        return withEvent;
    }

    /** Whether S and F are known: somebody was observed up to the day, or nobody was left. */
    public boolean isFollowedTo() {
        return censored == 0 || free > 0 || eventFree() == 0;
    }

    /** S, the chance to be free of every event after the day. */
    public double eventFree() {
        return censored == 0 ? (double) free / patients : eventFree;
    }

    /** Greenwood's standard error of S. */
    public double eventFreeError() {
        if (censored == 0) {
            double chance = eventFree();
            return Math.sqrt(chance * (1 - chance) / patients);
        }
        return eventFreeError;
    }

    /** F, the chance to have had the event of interest by the day. */
    public double incidence() {
        return censored == 0 ? (double) withEvent / patients : incidence;
    }
}
