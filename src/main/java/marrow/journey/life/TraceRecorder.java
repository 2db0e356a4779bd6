package marrow.journey.life;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Watches one patient live and writes down what it sees. */
public final class TraceRecorder implements Witness {
    private final CompiledJourney journey;
    private final List<Trace.Event> events = new ArrayList<>();
    private final Map<String, Double> facts = new LinkedHashMap<>();
    private final Map<String, Double> entryMarks = new LinkedHashMap<>();
    private Map<String, String> start = Map.of();
    private Map<String, String> state = Map.of();
    private Map<String, Double> ledger = Map.of();
    private final int[] counts;

    private TraceRecorder(CompiledJourney journey) {
        this.journey = journey;
        counts = new int[journey.markNames().size()];
    }

    /** The life of this patient to the horizon, or to where it is caught in rings without end. */
    public static Trace of(CompiledJourney journey, long seed, long replicate, long number, double horizon) {
        TraceRecorder recorder = new TraceRecorder(journey);
        Patient patient = Patient.of(journey, seed);
        patient.watchedBy(recorder);
        String stopped = null;
        try {
            patient.live(replicate, number, horizon);
        } catch (EndlessJourneyException caught) {
            stopped = caught.getMessage();
        }
        return new Trace(
                seed,
                replicate,
                number,
                horizon,
                Collections.unmodifiableMap(recorder.facts),
                Collections.unmodifiableMap(recorder.entryMarks),
                recorder.start,
                List.copyOf(recorder.events),
                recorder.state,
                recorder.ledger,
                stopped);
    }

    @Override
    public void enters(Patient patient) {
        for (int i = 0; i < journey.factNames().size(); i++) {
            facts.put(journey.factNames().get(i), patient.fact(i));
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = patient.count(i);
            if (counts[i] > 0) {
                entryMarks.put(journey.markNames().get(i), patient.firstDay(i));
            }
        }
        start = states(patient);
        state = start;
        ledger = ledger(patient::accountSoFar);
    }

    @Override
    public void rings(Patient patient, int clock, int occurrence, int effect) {
        Map<String, String> before = state;
        state = states(patient);
        ledger = ledger(patient::accountSoFar);
        String name = journey.clockNames().get(clock);
        events.add(new Trace.Event(
                patient.day(),
                name,
                journey.clockKey(clock),
                occurrence,
                changes(before, state),
                marksSet(patient, name),
                state,
                ledger));
    }

    @Override
    public void ends(Patient patient) {
        ledger = ledger(patient::account);
    }

    private static List<Trace.Change> changes(Map<String, String> before, Map<String, String> after) {
        List<Trace.Change> changes = new ArrayList<>();
        after.forEach((track, to) -> {
            if (!to.equals(before.get(track))) {
                changes.add(new Trace.Change(track, before.get(track), to));
            }
        });
        return List.copyOf(changes);
    }

    private List<String> marksSet(Patient patient, String clock) {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (patient.count(i) > counts[i] && !journey.markNames().get(i).equals(clock)) {
                set.add(journey.markNames().get(i));
            }
            counts[i] = patient.count(i);
        }
        return List.copyOf(set);
    }

    private Map<String, String> states(Patient patient) {
        Map<String, String> states = new LinkedHashMap<>();
        List<String> tracks = journey.trackNames();
        for (int i = 0; i < tracks.size(); i++) {
            states.put(tracks.get(i), journey.stateName(patient.state(i)));
        }
        return Collections.unmodifiableMap(states);
    }

    private Map<String, Double> ledger(IntToDoubleFunction inAccount) {
        Map<String, Double> accounts = new LinkedHashMap<>();
        List<String> names = journey.accountNames();
        for (int i = 0; i < names.size(); i++) {
            accounts.put(names.get(i), inAccount.applyAsDouble(i));
        }
        return Collections.unmodifiableMap(accounts);
    }
}
