package marrow.look;

import java.util.Arrays;
import marrow.stats.exact.HarmLimit;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Windows;
import marrow.trial.cohort.Windows.Ending;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/** How many patients of the present trial were harmed by a day, of how many, and how many are too many: what a {@link SafetyWatch} counts. Scratch of one thread. */
public final class HarmCount {
    private final Windows windows;
    private final HarmLimit limit;
    private final SafetyWatch.Open open;
    private final int least;
    private final double[] days;

    HarmCount(SafetyWatch watch, Cohort cohort) {
        windows = watch.endpoint() instanceof Response response
                ? Windows.of(cohort, response, watch.arm())
                : Windows.of(cohort, (TimeToEvent) watch.endpoint(), watch.windowDays(), watch.arm());
        limit = watch.limit();
        open = watch.open();
        least = watch.limit().leastEvents();
        days = new double[cohort.size()];
    }

    /** The calendar day on which the limit is crossed for the first time; infinite for never. */
    double firstCrossing() {
        windows.gather();
        int count = windows.endings(days);
        for (int k = 0; k < count; k++) {
            int events = events(days[k]);
            if (events >= least && limit.isCrossed(events, patients(days[k]))) {
                return days[k];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The calendar days on which patients were harmed, up to a day, in order. */
    public double[] harms(double until) {
        windows.gather();
        double[] harms = new double[windows.size()];
        int count = 0;
        for (int k = 0; k < windows.size(); k++) {
            if (windows.ending(k) == Ending.EVENT && windows.ends(k) <= until) {
                harms[count++] = windows.ends(k);
            }
        }
        Arrays.sort(harms, 0, count);
        return Arrays.copyOf(harms, count);
    }

    /** Patients harmed by a calendar day. */
    public int events(double today) {
        int events = 0;
        for (int k = 0; k < windows.size(); k++) {
            events += windows.ending(k) == Ending.EVENT && windows.ends(k) <= today ? 1 : 0;
        }
        return events;
    }

    /** Patients who count by then, some of them in part. */
    public double patients(double today) {
        double patients = 0;
        for (int k = 0; k < windows.size(); k++) {
            if (windows.opens(k) <= today) {
                patients += part(k, today);
            }
        }
        return patients;
    }

    /** How many harmed would stop the trial on that day; NaN where no number would. */
    public double limit(double today) {
        double patients = patients(today);
        for (int events = least; events <= patients; events++) {
            if (limit.isCrossed(events, patients)) {
                return events;
            }
        }
        return Double.NaN;
    }

    /** How much a patient counts whose window has opened. */
    private double part(int k, double today) {
        if (windows.ends(k) <= today && windows.ending(k) != Ending.LOST) {
            return 1;
        }
        return switch (open) {
            case LEFT_OUT -> 0;
            case WEIGHTED ->
                (Math.min(today, windows.ends(k)) - windows.opens(k)) / (windows.closes(k) - windows.opens(k));
            case COUNTED -> 1;
        };
    }
}
