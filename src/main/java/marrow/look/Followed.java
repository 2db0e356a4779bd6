package marrow.look;

import java.util.List;
import marrow.check.Require;
import marrow.stats.order.OrderStatistic;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.OriginDays;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;

/**
 * When so many patients came to the origin of an endpoint so many days ago, whatever has happened to them since: who was lost or
 * has died counts on the day on which the others of that day count.
 *
 * @param days since the origin
 */
public record Followed(TimeToEvent in, int patients, double days) implements Trigger {
    public Followed {
        Require.atLeast(patients, 1, "patients");
        Require.notNegative(days, "days of follow-up");
    }

    @Override
    public List<Endpoint> needs() {
        return List.of(in);
    }

    @Override
    public Watch in(Calendar calendar) {
        Cohort cohort = calendar.cohort();
        OriginDays origin = OriginDays.of(cohort, in);
        double[] day = new double[cohort.size()];
        OrderStatistic nth = new OrderStatistic(day.length);
        return () -> {
            int count = 0;
            for (int i = 0; i < day.length; i++) {
                double since = origin.calendarDay(i);
                if (!Double.isNaN(since)) {
                    day[count++] = Math.max(cohort.arrivalDay(i), since + days);
                }
            }
            return count < patients
                    ? Double.POSITIVE_INFINITY
                    : nth.of(day, count).place(patients - 1);
        };
    }
}
