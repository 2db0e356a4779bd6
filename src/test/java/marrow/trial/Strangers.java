package marrow.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Track;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import marrow.random.AddressedRandom;

/** Patients at the door, by their levels of the factors that a trial stratifies by. */
final class Strangers {
    private static final Journey JOURNEY = Journey.of(
            List.of(
                    Track.of("status", "ambulatory", "not"),
                    Track.of("age", "young", "old"),
                    Track.of("interval", "short", "long"),
                    Track.of("lesion", "visceral", "osseous", "soft")),
            List.of());

    private final Map<List<String>, Patient> met = new HashMap<>();
    private final AddressedRandom random = AddressedRandom.of(20261121);
    private int draws;

    static CompiledJourney door() {
        return CompiledJourney.of(JOURNEY, Entry.PLAIN);
    }

    /** A patient who has been met. */
    Patient with(String status, String age, String interval, String lesion) {
        return met.computeIfAbsent(List.of(status, age, interval, lesion), levels -> {
            Entry entry =
                    new Entry(Map.of("status", status, "age", age, "interval", interval, "lesion", lesion), Map.of());
            Patient patient = Patient.of(CompiledJourney.of(JOURNEY, entry), 1);
            patient.meet(0, 0);
            return patient;
        });
    }

    /** Whoever comes, where nothing is stratified by more than this. */
    Patient with(String status, String age) {
        return with(status, age, "short", "visceral");
    }

    /** The arm of a patient, by random numbers that nobody has had. */
    int allocate(Allocation.Allocator allocator, Patient patient) {
        return allocator.next(draws++, patient, random);
    }
}
