package marrow.trial;

import marrow.journey.Tick;

/**
 * Finds the day of the cut in each trial of a cohort: a whole tick, so that whoever is to be followed for a year is followed for
 * a year to the bit, and the event with which the data are cut is among them. The scratch of one thread.
 */
public final class Calendar {
    private final Cohort cohort;
    private final FollowUp followUp;
    private final Sample events;
    private final double[] day;
    private final OrderStatistic nth;

    private Calendar(Cohort cohort, FollowUp followUp) {
        this.cohort = cohort;
        this.followUp = followUp;
        events = followUp.endpoint().map(of -> Sample.of(cohort, of)).orElse(null);
        day = new double[events == null ? 0 : cohort.size()];
        nth = new OrderStatistic(day.length);
    }

    public static Calendar of(Cohort cohort, FollowUp followUp) {
        return new Calendar(cohort, followUp);
    }

    /** The calendar day on which the data of the present trial are cut. */
    public double cutDay() {
        return Tick.notBefore(wantedDay());
    }

    private double wantedDay() {
        if (followUp instanceof FollowUp.OfLastPatient last) {
            return cohort.lastArrivalDay() + last.days();
        }
        if (followUp instanceof FollowUp.Until until) {
            return until.day();
        }
        FollowUp.OfEvents wanted = (FollowUp.OfEvents) followUp;
        return Math.min(wanted.latestDay(), dayOfEvent(wanted.events()));
    }

    /** The calendar day of the so many-th event; the last day on which anybody is followed if there are fewer. */
    private double dayOfEvent(int number) {
        int count = events.daysOfEvents(day);
        if (count < number) {
            return cohort.lastDayOfFollowUp();
        }
        return nth.of(day, count, number - 1);
    }
}
