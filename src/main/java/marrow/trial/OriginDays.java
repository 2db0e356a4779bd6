package marrow.trial;

/** On which calendar day each patient came to the origin of an endpoint; it may lie before enrolment. */
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

    /** NaN for one who never does. */
    public double calendarDay(int i) {
        return cohort.arrivalDay(i) + (originDay == null ? 0 : originDay[i]);
    }
}
