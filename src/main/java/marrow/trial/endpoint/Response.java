package marrow.trial.endpoint;

import java.util.ArrayList;
import java.util.List;
import marrow.journey.life.Sequel;

/**
 * Whether something is reached in time: a mark, within some days of the origin, and before any mark that makes it a failure.
 * At a cut only those count whose day has come. Patients who are lost before it and have not answered are left out, or count as failures. Those
 * who came in only after that day are left out.
 *
 * @param from     the mark that is the origin; null for entry
 * @param reached  marks, any of which is a response
 * @param failures marks that end the chance of one, such as death
 * @param byDays   days since the origin; infinite for the whole of the follow-up, that is until the cut or the horizon
 * @param lostFail whether the patients who are lost too early count as failures
 */
public record Response(
        String name, String from, List<String> reached, List<String> failures, double byDays, boolean lostFail)
        implements Endpoint {
    public Response {
        reached = List.copyOf(reached);
        failures = List.copyOf(failures);
        if (!(byDays > 0)) {
            throw new IllegalArgumentException(name + " is asked by a day after 0, not " + byDays);
        }
        if (reached.isEmpty()) {
            throw new IllegalArgumentException(name + " needs something to be reached");
        }
    }

    /** As that of a {@link TimeToEvent}. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public Reading reading(String mark) {
        return new Reading.DayAfter(new Sequel(from, mark));
    }

    @Override
    public List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        if (from != null) {
            readings.add(new Reading.FirstDay(from));
        }
        reached.forEach(mark -> readings.add(reading(mark)));
        failures.forEach(mark -> readings.add(reading(mark)));
        return readings;
    }
}
