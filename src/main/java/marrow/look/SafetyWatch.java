package marrow.look;

import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.check.Require;
import marrow.stats.exact.HarmLimit;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.Endpoint;

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

    /**
     * Patients who have no event yet and are not followed to the close of their window. Those who are lost stay so. A boundary that keeps a level for patients whose answer is
     * known keeps it for {@code COUNTED}: with fewer events among the first n than they will have, it is crossed at no n at which it would not have been. The
     * others may exceed it, the more the earlier in the window harm comes and the faster patients do.
     */
    public enum Open {
        /** They do not count, until it closes; an event counts on its day, so that the share of the harmed is too high at first. */
        LEFT_OUT,
        /** They count by the part of the window for which they were followed, as is right where harm comes evenly over it. */
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
        return new Watching(in(calendar.cohort()), calendar.cohort());
    }

    /** The count of its harm in the trials of a cohort. */
    public HarmCount in(Cohort cohort) {
        return new HarmCount(this, cohort);
    }

    private static final class Watching implements Monitor {
        private final Cohort cohort;
        private final HarmCount harm;
        private boolean looked;
        private double day;
        private long foundAt;

        Watching(HarmCount harm, Cohort cohort) {
            this.harm = harm;
            this.cohort = cohort;
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
                day = harm.firstCrossing();
            }
            return day;
        }

        @Override
        public double pausesAfter() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public Verdict look(Minutes minutes) {
            int events = harm.events(day);
            minutes.counts(harm.patients(day), events);
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
