package marrow.trial.endpoint;

import marrow.check.Require;
import marrow.journey.Tick;

/**
 * Visits at which something is found that has happened before: the first so many days after the endpoint's origin, then at
 * even distances. A visit is on the nearest tick, as a landmark of the same day is: the second of visits every 0.3 y on that of 0.6 y.
 *
 * @param firstDay  of the first visit, and
 * @param everyDays between two, as written rather than in whole ticks, which would add up to other days
 */
public record Visits(double firstDay, double everyDays) {
    public Visits {
        Require.notNegative(firstDay, "the first visit");
        Require.positive(everyDays, "the days between visits");
    }

    /** The visit at which something is found that happened on this day; both days since the origin, in whole ticks. */
    public double finding(double day) {
        double number = Math.max(0, Math.ceil((day - firstDay) / everyDays) - 1);
        while (visit(number) < day) {
            number++;
        }
        return visit(number);
    }

    private double visit(double number) {
        return Tick.nearest(firstDay + everyDays * number);
    }
}
