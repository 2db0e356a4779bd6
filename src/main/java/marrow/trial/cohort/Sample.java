package marrow.trial.cohort;

import java.util.Map;
import java.util.stream.IntStream;
import marrow.trial.endpoint.Reading;
import marrow.trial.endpoint.TimeToEvent;

/**
 * One time-to-event endpoint in the data of one cut, as the columns that statistics ask for. The scratch of one thread:
 * bound to a cohort once, refilled at each cut.
 */
public final class Sample {
    /** The entry of who is seen from the origin on, among others who came in late: before time 0, at which they are at risk as well. */
    public static final double FROM_ORIGIN = -1;

    private static final double[] AT_ENTRY = {};

    private final Cohort cohort;
    private final TimeToEvent endpoint;
    private final boolean everybody;
    private final double[] originDay;
    private final double[][] dayOf;
    private final int[] statusOf;
    private final boolean[] foundAtVisits;

    /** Whether a mark ends the time without being an event. */
    private final boolean censors;

    /** Whether time runs from entry, nothing but one mark ends it, at once, and nobody is left out: then those who have been enrolled are the rows. */
    private final boolean plain;

    private final int[] patient;
    private final double[] time;
    private final double[] entry;
    private final int[] status;
    private final int[] arm;
    private double cutDay;
    private int size;
    private int events;
    private boolean truncated;
    private int endedBy;

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
        censors = marks.containsValue(0);
        foundAtVisits = new boolean[dayOf.length];
        int k = 0;
        for (String mark : marks.keySet()) {
            foundAtVisits[k++] =
                    endpoint.visits().isPresent() && endpoint.found().contains(mark);
        }
        plain = originDay == AT_ENTRY && dayOf.length == 1 && !foundAtVisits[0] && (everybody || !cohort.mayBeApart());
        patient = plain ? IntStream.range(0, cohort.size()).toArray() : new int[cohort.size()];
        time = new double[cohort.size()];
        entry = new double[cohort.size()];
        status = new int[cohort.size()];
        arm = plain ? cohort.armColumn() : new int[cohort.size()];
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
        cutDay = calendarDay;
        size = 0;
        events = 0;
        truncated = false;
        if (plain) {
            observePlainly(calendarDay);
            return;
        }
        for (int i = 0; i < patient.length; i++) {
            double seenTo = cohort.seenTo(i, calendarDay);
            double origin = originDay(i);
            if (seenTo >= 0 && origin <= seenTo && isIn(i)) {
                observe(i, origin, seenTo);
            }
        }
    }

    /**
     * The calendar days of all events that are seen where the data are never cut, in the order of the patients: less than a cut makes, for
     * {@link EventDays}. Says how many.
     */
    int daysOfEvents(double[] day) {
        int count = 0;
        if (plain) {
            for (int i = 0; i < patient.length; i++) {
                day[count] = cohort.arrivalDay(i) + dayOf[0][i];
                count += dayOf[0][i] <= cohort.seenTo(i, Double.POSITIVE_INFINITY) ? 1 : 0;
            }
            return count;
        }
        for (int i = 0; i < patient.length; i++) {
            double seenTo = cohort.seenTo(i, Double.POSITIVE_INFINITY);
            double origin = originDay(i);
            if (seenTo >= 0 && origin <= seenTo && isIn(i)) {
                double end = endOf(i, origin, seenTo);
                day[count] = cohort.arrivalDay(i) + (origin + (end - origin));
                count += endedBy == 1 && !isOverBeforeEntry(origin, end) ? 1 : 0;
            }
        }
        return count;
    }

    /** The day of patient time on which the observation of a patient ends; {@link #endedBy} is the status that goes with it. */
    private double endOf(int i, double origin, double seenTo) {
        double end = seenTo;
        endedBy = 0;
        for (int k = 0; k < dayOf.length; k++) {
            double day = dayOf[k][i];
            if (foundAtVisits[k] && !(day < 0)) { // what lies before entry is known at entry
                day = origin + endpoint.visits().get().finding(day - origin);
            }
            if (day < end || (day == end && endedBy == 0 && end == seenTo)) {
                end = day;
                endedBy = statusOf[k];
            }
        }
        return end;
    }

    private boolean isIn(int i) {
        return everybody || !cohort.isApart(i);
    }

    /** Who comes in after the origin is at risk from entry on, and may have nothing left to be seen; or had the event before. */
    private static boolean isOverBeforeEntry(double origin, double end) {
        return origin < 0 && end - origin <= -origin;
    }

    /** Columns of plain endpoints, without a branch on who has the event, which cannot be guessed. */
    private void observePlainly(double calendarDay) {
        double[] eventDay = dayOf[0];
        int rows = cohort.enrolledBy(calendarDay);
        int seen = 0;
        cohort.seenTo(calendarDay, time, rows);
        for (int i = 0; i < rows; i++) {
            int event = eventDay[i] <= time[i] ? 1 : 0;
            time[i] = Either.of(event, eventDay[i], time[i]);
            status[i] = event;
            seen += event;
        }
        size = rows;
        events = seen;
    }

    private void observe(int i, double origin, double seenTo) {
        double end = endOf(i, origin, seenTo);
        if (isOverBeforeEntry(origin, end)) {
            return;
        }
        boolean late = origin < 0;
        patient[size] = i;
        time[size] = end - origin;
        status[size] = endedBy;
        events += endedBy == 1 ? 1 : 0;
        entry[size] = late ? -origin : FROM_ORIGIN;
        arm[size] = cohort.arm(i);
        truncated |= late;
        size++;
    }

    /** Whether there may be patients who come in after the origin. */
    public boolean mayBeTruncated() {
        return endpoint.from() != null && cohort.mayComeAfter(endpoint.from());
    }

    public int size() {
        return size;
    }

    /** How many rows have the event of interest. */
    public int events() {
        return events;
    }

    /** How many rows have this status. */
    public int with(int one) {
        int rows = 0;
        for (int row = 0; row < size; row++) {
            rows += status[row] == one ? 1 : 0;
        }
        return rows;
    }

    /** Days since the origin to the event or the end of observation; the first {@link #size} count. */
    public double[] time() {
        return time;
    }

    /** 0 censored, 1 the event, 2, ... what competes. */
    public int[] status() {
        return status;
    }

    /** Days since the origin after which patients are at risk, {@link #FROM_ORIGIN} or later; null when all are from the origin on. */
    public double[] entry() {
        return truncated ? entry : null;
    }

    public int[] arm() {
        return arm;
    }

    /** How many arms the trial has. */
    public int arms() {
        return cohort.arms();
    }

    /** Which patient of the cohort a row is. */
    public int[] patient() {
        return patient;
    }

    /** Whether so many days since the origin of a row's patient have gone by at the cut, whether the patient was followed so long or not. */
    boolean isDue(int row, double days) {
        return cohort.hasCome(patient[row], originDay(patient[row]) + days, cutDay);
    }

    /** Whether time runs from entry, and nobody's ends within so many days for another reason than an event or the cut. */
    boolean losesNobodyBefore(double days) {
        return runsFromEntry() && !censors && cohort.losesNobodyBefore(days);
    }

    /** Whether time runs from entry in all, so that whoever came last has been in for the shortest time. */
    boolean runsFromEntry() {
        return originDay == AT_ENTRY;
    }

    /** The day of patient time from which patient i's time runs. */
    public double originDay(int i) {
        return originDay == AT_ENTRY ? 0 : originDay[i];
    }

    public TimeToEvent endpoint() {
        return endpoint;
    }
}
