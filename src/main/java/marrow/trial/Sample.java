package marrow.trial;

import java.util.Map;

/**
 * One time-to-event endpoint in the data of one cut, as the columns that statistics ask for. The scratch of one thread:
 * bound to a cohort once, refilled at each cut.
 */
public final class Sample {
    private static final double[] AT_ENTRY = {};

    private final Cohort cohort;
    private final TimeToEvent endpoint;
    private final boolean everybody;
    private final double[] originDay;
    private final double[][] dayOf;
    private final int[] statusOf;
    private final boolean[] foundAtVisits;

    private final int[] patient;
    private final double[] time;
    private final double[] entry;
    private final int[] status;
    private final int[] arm;
    private int size;
    private boolean truncated;

    private Sample(Cohort cohort, TimeToEvent endpoint, boolean everybody) {
        this.cohort = cohort;
        this.everybody = everybody;
        this.endpoint = endpoint;
        originDay = endpoint.from() == null ? AT_ENTRY : cohort.column(new Reading.FirstDay(endpoint.from()));
        Map<String, Integer> marks = endpoint.status();
        dayOf = marks.keySet().stream()
                .map(mark -> cohort.column(endpoint.reading(mark)))
                .toArray(double[][]::new);
        statusOf = marks.values().stream().mapToInt(Integer::intValue).toArray();
        foundAtVisits = new boolean[dayOf.length];
        int k = 0;
        for (String mark : marks.keySet()) {
            foundAtVisits[k++] =
                    endpoint.visits().isPresent() && endpoint.found().contains(mark);
        }
        patient = new int[cohort.size()];
        time = new double[cohort.size()];
        entry = new double[cohort.size()];
        status = new int[cohort.size()];
        arm = new int[cohort.size()];
    }

    public static Sample of(Cohort cohort, TimeToEvent endpoint) {
        return new Sample(cohort, endpoint, false);
    }

    /** With those whom the analyses leave out, since a run-in gave them another dose. */
    static Sample ofEverybody(Cohort cohort, TimeToEvent endpoint) {
        return new Sample(cohort, endpoint, true);
    }

    /** Fills the columns from data cut on this calendar day. */
    public void cutOn(double calendarDay) {
        size = 0;
        truncated = false;
        for (int i = 0; i < patient.length; i++) {
            double seenTo = cohort.seenTo(i, calendarDay);
            double origin = originDay(i);
            if (seenTo >= 0 && origin <= seenTo && (everybody || !cohort.isApart(i))) {
                observe(i, origin, seenTo);
            }
        }
    }

    private void observe(int i, double origin, double seenTo) {
        double end = seenTo;
        int what = 0;
        for (int k = 0; k < dayOf.length; k++) {
            double day = dayOf[k][i];
            if (foundAtVisits[k]) {
                day = origin + endpoint.visits().get().finding(day - origin);
            }
            if (day < end || (day == end && what == 0 && end == seenTo)) {
                end = day;
                what = statusOf[k];
            }
        }
        double late = Math.max(0, -origin);
        if (late > 0 && end - origin <= late) {
            return; // over before the patient came in
        }
        patient[size] = i;
        time[size] = end - origin;
        status[size] = what;
        entry[size] = late;
        arm[size] = cohort.arm(i);
        truncated |= late > 0;
        size++;
    }

    public int size() {
        return size;
    }

    /** Days since the origin to the event or the end of observation; the first {@link #size} count. */
    public double[] time() {
        return time;
    }

    /** 0 censored, 1 the event, 2, ... what competes. */
    public int[] status() {
        return status;
    }

    /** Days since the origin at which patients come under observation; null when all do so at the origin. */
    public double[] entry() {
        return truncated ? entry : null;
    }

    public int[] arm() {
        return arm;
    }

    /** Which patient of the cohort a row is. */
    public int[] patient() {
        return patient;
    }

    /** The day of patient time from which patient i's time runs. */
    public double originDay(int i) {
        return originDay == AT_ENTRY ? 0 : originDay[i];
    }

    public TimeToEvent endpoint() {
        return endpoint;
    }
}
