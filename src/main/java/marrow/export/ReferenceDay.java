package marrow.export;

import java.time.LocalDate;

/**
 * Dates for a simulated calendar: the trial opens on 1 January 2001, whenever it is simulated. A date is that of the day in which the
 * moment lies; the moment itself, to the tick, stands beside it in days.
 */
final class ReferenceDay {
    static final LocalDate OPENING = LocalDate.of(2001, 1, 1);

    private ReferenceDay() {}

    /** The date of a calendar day since the opening of the trial; null for NaN, that is never. */
    static LocalDate date(double calendarDay) {
        return Double.isNaN(calendarDay) ? null : OPENING.plusDays((long) Math.floor(calendarDay));
    }
}
