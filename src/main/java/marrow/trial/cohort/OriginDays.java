package marrow.trial.cohort;

import marrow.trial.endpoint.Reading;
import marrow.trial.endpoint.TimeToEvent;

/** On which calendar day each patient came to the origin of an endpoint, as far as anybody saw; it may lie before enrolment. */
public final class OriginDays {
    private final Cohort cohort;
    private final double[] originDay;

    private OriginDays(Cohort cohort, double[] originDay) {
        this.cohort = cohort;
        this.originDay = originDay;
    }

    public static OriginDays of(Cohort cohort, TimeToEvent endpoint) {
        return new OriginDays(
                cohort, endpoint.from() == null ? null : cohort.column(new Reading.FirstDay(endpoint.from())));
    }

    /** NaN for one who never does, or was lost before. */
    public double calendarDay(int i) {
        double day = originDay == null ? 0 : originDay[i];
        return day <= cohort.seenTo(i, Double.POSITIVE_INFINITY) ? cohort.arrivalDay(i) + day : Double.NaN;
    }
}
