package marrow.trial.endpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import marrow.journey.life.Sequel;

/**
 * The time from an origin to the first of some events, and which it was. Whoever never reaches the origin is not in the
 * analysis. Who reached it before entry is at risk only from entry on: left truncation.
 *
 * @param from     the mark that is the origin; null for entry
 * @param events   the marks that are the event, cause 1
 * @param competing marks that compete, each a cause of its own: 2, 3, ...
 * @param censoring marks at which observation of the endpoint ends
 * @param found     marks that are known only at the next visit
 * @param visits    when visits are; empty where everything is known at once
 */
public record TimeToEvent(
        String name,
        String from,
        List<String> events,
        List<String> competing,
        List<String> censoring,
        Set<String> found,
        Optional<Visits> visits)
        implements Endpoint {
    public TimeToEvent {
        events = List.copyOf(events);
        competing = List.copyOf(competing);
        censoring = List.copyOf(censoring);
        found = Set.copyOf(found);
        if (events.isEmpty()) {
            throw new IllegalArgumentException(name + " needs an event");
        }
        Set<String> once = new HashSet<>();
        Stream.of(events, competing, censoring).flatMap(List::stream).forEach(mark -> {
            if (!once.add(mark)) {
                throw new IllegalArgumentException(name + ": " + mark + " is named twice");
            }
        });
        if (!once.containsAll(found) || (visits.isEmpty() && !found.isEmpty())) {
            throw new IllegalArgumentException(
                    name + ": what is found at visits is among the marks, and there are visits: " + found);
        }
    }

    /** Names differ within a study, and a JVM need not link what the language would make for a record. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public static TimeToEvent of(String name, String from, String... events) {
        return new TimeToEvent(name, from, List.of(events), List.of(), List.of(), Set.of(), Optional.empty());
    }

    public TimeToEvent competingWith(String... marks) {
        return new TimeToEvent(name, from, events, List.of(marks), censoring, found, visits);
    }

    /** How many causes there are: 1, and one more for each mark that competes. */
    public int causes() {
        return 1 + competing.size();
    }

    /** The marks with the status that they give: cause 1, 2, ... or 0 for censoring; of equal days the first counts. */
    public Map<String, Integer> status() {
        Map<String, Integer> status = new LinkedHashMap<>();
        events.forEach(mark -> status.put(mark, 1));
        for (int k = 0; k < competing.size(); k++) {
            status.put(competing.get(k), k + 2);
        }
        censoring.forEach(mark -> status.put(mark, 0));
        return status;
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
        status().keySet().forEach(mark -> readings.add(reading(mark)));
        return readings;
    }
}
