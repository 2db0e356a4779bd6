package marrow.trial.cohort;

import java.util.HashMap;
import java.util.Map;
import marrow.journey.Tick;
import marrow.trial.FollowUp;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Finds the day of the cut in each trial of a cohort: a whole tick, so that whoever is to be followed for a year is followed for
 * a year to the bit, and the event with which the data are cut is among them. The scratch of one thread.
 */
public final class Calendar {
    private final Cohort cohort;
    private final FollowUp followUp;
    private final Map<TimeToEvent, EventDays> eventDays = new HashMap<>();
    private final EventDays events;
    private double cutDay;
    private long foundAt = -1;

    private Calendar(Cohort cohort, FollowUp followUp) {
        this.cohort = cohort;
        this.followUp = followUp;
        events = followUp.endpoint().map(this::eventDays).orElse(null);
    }

    public static Calendar of(Cohort cohort, FollowUp followUp) {
        return new Calendar(cohort, followUp);
    }

    public Cohort cohort() {
        return cohort;
    }

    /** The days of this endpoint's events, gathered once for all who ask. */
    public EventDays eventDays(TimeToEvent endpoint) {
        return eventDays.computeIfAbsent(endpoint, of -> new EventDays(cohort, of));
    }

    /** The calendar day on which the data of the present trial are cut. */
    public double cutDay() {
        if (foundAt != cohort.changes()) {
            cutDay = Tick.notBefore(wantedDay());
            foundAt = cohort.changes();
        }
        return cutDay;
    }

    /** Whether the present trial, if nobody stops it, has the events that its end waits for; one that waits for none has them. */
    public boolean hasItsEvents() {
        return !(followUp instanceof FollowUp.OfEvents wanted)
                || (events.count() >= wanted.events()
                        && (wanted.latestDay() == Double.POSITIVE_INFINITY
                                || events.dayOf(wanted.events()) <= wanted.latestDay()));
    }

    private double wantedDay() {
        if (followUp instanceof FollowUp.OfLastPatient last) {
            return cohort.lastArrivalDay() + last.days();
        }
        if (followUp instanceof FollowUp.Until until) {
            return until.day();
        }
        FollowUp.OfEvents wanted = (FollowUp.OfEvents) followUp;
        double day = events.dayOf(wanted.events());
        return Math.min(wanted.latestDay(), day < Double.POSITIVE_INFINITY ? day : cohort.lastDayOfFollowUp());
    }
}
