package marrow.journey.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a life down, one line an event: day, clock, what it did. */
final class Diary implements Witness {
    final List<String> lines = new ArrayList<>();

    static List<String> of(CompiledJourney journey, double horizon) {
        return of(journey, 1, 0, 0, horizon);
    }

    static List<String> of(CompiledJourney journey, long seed, long replicate, long number, double horizon) {
        Diary diary = new Diary();
        Patient patient = Patient.of(journey, seed);
        patient.watchedBy(diary);
        patient.live(replicate, number, horizon);
        return diary.lines;
    }

    @Override
    public void enters(Patient patient) {}

    @Override
    public void rings(Patient patient, int clock, int occurrence, int effect) {
        CompiledJourney journey = patient.journey();
        String did = journey.effectLabel(effect);
        lines.add(String.format(
                        Locale.ROOT,
                        "%.4f %s",
                        patient.day(),
                        journey.clockNames().get(clock))
                + (did.isEmpty() ? "" : " > " + did));
    }

    @Override
    public void ends(Patient patient) {}
}
