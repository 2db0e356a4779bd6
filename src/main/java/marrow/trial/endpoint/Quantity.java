package marrow.trial.endpoint;

import java.util.ArrayList;
import java.util.List;
import marrow.journey.life.Sequel;

/**
 * A number of each patient: what was used, how often something happened, or the days to something among those to whom it
 * did. Counted until the horizon, or for days until the end of follow-up.
 *
 * @param from the mark without which a patient is not counted, and from which days run; null for entry
 */
public record Quantity(String name, String from, Kind kind, String of) implements Endpoint {
    /** What is counted. */
    public enum Kind {
        /** What stands in the account {@code of}. */
        AMOUNT,
        /** How often the mark {@code of} was set. */
        COUNT,
        /** Days from the origin to the mark {@code of}, among those who come to it. */
        DAYS
    }

    /** As that of a {@link TimeToEvent}. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public Reading reading() {
        return switch (kind) {
            case AMOUNT -> new Reading.Used(of);
            case COUNT -> new Reading.Count(of);
            case DAYS -> new Reading.DayAfter(new Sequel(from, of));
        };
    }

    @Override
    public List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        if (from != null) {
            readings.add(new Reading.FirstDay(from));
        }
        readings.add(reading());
        return readings;
    }
}
