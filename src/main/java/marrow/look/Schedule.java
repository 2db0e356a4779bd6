package marrow.look;

import java.util.List;
import marrow.check.Require;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.Endpoint;

/**
 * The looks of a rule that are known beforehand, each by what brings it about.
 *
 * @param lagDays from the cut of the data to the decision
 * @param pauses  whether nobody is enrolled in that time
 */
public record Schedule(List<Trigger> looks, double lagDays, boolean pauses) {
    public Schedule {
        looks = List.copyOf(looks);
        Require.notNegative(lagDays, "days from the cut to the decision");
    }

    /** What must be known of each patient to find the days. */
    public List<Endpoint> needs() {
        return looks.stream().flatMap(trigger -> trigger.needs().stream()).toList();
    }

    Days in(Calendar calendar) {
        return new Days(this, calendar);
    }

    /** The looks of one trial after the other, in their order. Scratch of one thread. */
    static final class Days {
        private final Cohort cohort;
        private final Trigger.Watch[] watches;
        private final boolean pauses;
        private int next;
        private double day;
        private long foundAt = -1;

        private Days(Schedule schedule, Calendar calendar) {
            cohort = calendar.cohort();
            watches =
                    schedule.looks.stream().map(trigger -> trigger.in(calendar)).toArray(Trigger.Watch[]::new);
            pauses = schedule.pauses;
        }

        void begin() {
            next = 0;
            foundAt = -1;
        }

        int next() {
            return next;
        }

        /** Found once for each look, and anew when arrivals have moved. */
        double day() {
            if (foundAt != cohort.changes()) {
                day = next < watches.length ? watches[next].day() : Double.POSITIVE_INFINITY;
                foundAt = cohort.changes();
            }
            return day;
        }

        double pausesAfter() {
            return pauses ? day() : Double.POSITIVE_INFINITY;
        }

        void step() {
            next++;
            foundAt = -1;
        }
    }
}
