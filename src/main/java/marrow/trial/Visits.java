package marrow.trial;

import marrow.check.Require;
import marrow.journey.Tick;

/**
 * Visits at which something is found that has happened before: the first so many days after the endpoint's origin, then at
 * even distances.
 */
public record Visits(double firstDay, double everyDays) {
    public Visits {
        Require.notNegative(firstDay, "the first visit");
        Require.positive(everyDays, "the days between visits");
    }

    /** The visit at which something is found that happened on this day; both days since the origin, a whole tick. */
    public double finding(double day) {
        double before = Math.max(0, Math.ceil((day - firstDay) / everyDays) - 1);
        double visit = visit(before);
        return visit >= day ? visit : Math.max(visit(before + 1), Tick.notBefore(day));
    }

    private double visit(double number) {
        return Tick.notBefore(firstDay + everyDays * number);
    }
}
