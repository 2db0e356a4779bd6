package marrow.trial.cohort;

import marrow.stats.order.OrderStatistic;
import marrow.trial.endpoint.TimeToEvent;

/**
 * On which calendar days the events of an endpoint come, all arms together. They are gathered once a trial, and anew when its
 * calendar has moved, however often they are asked for. Scratch of one thread.
 */
public final class EventDays {
    private final Cohort cohort;
    private final Sample events;
    private final double[] day;
    private final OrderStatistic nth;
    private int count;
    private long gatheredAt = -1;

    EventDays(Cohort cohort, TimeToEvent endpoint) {
        this.cohort = cohort;
        events = Sample.of(cohort, endpoint);
        day = new double[cohort.size()];
        nth = new OrderStatistic(day.length);
    }

    /** How many events there will ever be. */
    int count() {
        gather();
        return count;
    }

    /** The day of the so many-th event, from 1; infinite where there are never so many. */
    public double dayOf(int number) {
        gather();
        return count < number ? Double.POSITIVE_INFINITY : nth.place(number - 1);
    }

    private void gather() {
        if (gatheredAt == cohort.changes()) {
            return;
        }
        gatheredAt = cohort.changes();
        count = events.daysOfEvents(day);
        nth.of(day, count);
    }
}
