package marrow.export;

import java.util.List;
import java.util.stream.Stream;
import marrow.journey.life.Trace;

/**
 * A patient of the exported trial whom its data know: enrolled by the cut.
 *
 * @param id         of the whole patient: scenario, replicate, number
 * @param number     in the trial, from 0: that of {@code marrow trace}
 * @param arm        its place among the arms, from 0
 * @param arrivalDay calendar day of enrolment
 * @param seenTo     the day of patient time until which the patient is seen
 * @param lost       whether that is because of loss to follow-up
 * @param life       all of it, to the horizon
 */
record Subject(
        String id, int number, int arm, String armName, double arrivalDay, double seenTo, boolean lost, Trace life) {
    /** What happened to the patient and is in the data. */
    Stream<Trace.Event> seen() {
        List<Trace.Event> events = life.events();
        return events.stream().filter(event -> event.day() <= seenTo);
    }

    /** The calendar day of a day of patient time. */
    double calendarDay(double day) {
        return arrivalDay + day;
    }

    /** The day of death, if it is in the data; else NaN. */
    double deathDay() {
        return seen().filter(
                        event -> event.clock().equals("death") || event.marks().contains("death"))
                .mapToDouble(Trace.Event::day)
                .findFirst()
                .orElse(Double.NaN);
    }
}
