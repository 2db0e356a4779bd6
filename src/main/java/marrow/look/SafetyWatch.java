package marrow.look;

import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.check.Require;
import marrow.stats.exact.HarmLimit;
import marrow.trial.Calendar;
import marrow.trial.Cohort;
import marrow.trial.Endpoint;
import marrow.trial.Response;
import marrow.trial.TimeToEvent;
import marrow.trial.Windows;
import marrow.trial.Windows.Ending;

/**
 * Watches one kind of harm in a window of each patient, and stops the trial on the day on which there are too many. It looks again whenever
 * a patient has the event or ends the window without it. An event counts at once. Since it is known when the limit is crossed for
 * the first time, that is the only look that is taken, and a trial without it is the trial that nobody watched.
 *
 * @param above      the share of harmed patients that is tolerated
 * @param windowDays since the origin of the endpoint; that of a response is its own
 * @param arm        which is watched; -1 for all together
 * @param open       how patients count whose window is still open
 */
public record SafetyWatch(
        String name,
        String method,
        double above,
        Endpoint endpoint,
        double windowDays,
        int arm,
        HarmLimit limit,
        Open open,
        double lagDays)
        implements Rule {
    public SafetyWatch {
        Require.notNegative(lagDays, "days to the decision");
    }

    /** Patients who have no event yet and are not followed to the close of their window. Those who are lost stay so. */
    public enum Open {
        /** They do not count, until it closes. */
        LEFT_OUT,
        /** They count by the part of the window for which they were followed. */
        WEIGHTED,
        /** They count as one. */
        COUNTED
    }

    @Override
    public Optional<Analysis> decides() {
        return Optional.empty();
    }

    @Override
    public List<Endpoint> needs() {
        return List.of(endpoint);
    }

    @Override
    public int looks() {
        return 1;
    }

    @Override
    public boolean concludes() {
        return false;
    }

    @Override
    public Monitor monitor(Calendar calendar, Data data) {
        return new Watching(this, calendar.cohort());
    }

    private static Windows windows(SafetyWatch watch, Cohort cohort) {
        return watch.endpoint instanceof Response response
                ? Windows.of(cohort, response, watch.arm)
                : Windows.of(cohort, (TimeToEvent) watch.endpoint, watch.windowDays, watch.arm);
    }

    private static final class Watching implements Monitor {
        private final Cohort cohort;
        private final Windows windows;
        private final HarmLimit limit;
        private final Open open;
        private final int least;
        private final double[] days;
        private boolean looked;
        private double day;
        private long foundAt;

        Watching(SafetyWatch watch, Cohort cohort) {
            this.cohort = cohort;
            windows = windows(watch, cohort);
            limit = watch.limit;
            open = watch.open;
            least = watch.limit.leastEvents();
            days = new double[cohort.size()];
        }

        @Override
        public void begin() {
            looked = false;
            foundAt = -1;
        }

        @Override
        public int next() {
            return looked ? 1 : 0;
        }

        @Override
        public double day() {
            if (looked) {
                return Double.POSITIVE_INFINITY;
            }
            if (foundAt != cohort.changes()) {
                foundAt = cohort.changes();
                day = firstCrossing();
            }
            return day;
        }

        private double firstCrossing() {
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

        private int events(double today) {
            int events = 0;
            for (int k = 0; k < windows.size(); k++) {
                events += windows.ending(k) == Ending.EVENT && windows.ends(k) <= today ? 1 : 0;
            }
            return events;
        }

        private double patients(double today) {
            double patients = 0;
            for (int k = 0; k < windows.size(); k++) {
                if (windows.opens(k) <= today) {
                    patients += part(k, today);
                }
            }
            return patients;
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

        @Override
        public double pausesAfter() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public Verdict look(Minutes minutes) {
            int events = events(day);
            minutes.counts(patients(day), events);
            minutes.saw(events);
            looked = true;
            return Verdict.HARM;
        }

        @Override
        public void skip() {
            looked = true;
        }
    }
}
