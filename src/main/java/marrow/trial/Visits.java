package marrow.trial;

import marrow.check.Require;

/**
 * Visits at which something is found that has happened before: the first so many days after the endpoint's origin, then at
 * even distances.
 */
public record Visits(double firstDay, double everyDays) {
    public Visits {
        Require.notNegative(firstDay, "the first visit");
        Require.positive(everyDays, "the days between visits");
    }

    /** The visit at which something is found that happened on this day; both days since the origin. */
    public double finding(double day) {
        return day <= firstDay ? firstDay : firstDay + everyDays * Math.ceil((day - firstDay) / everyDays);
    }
}
