package marrow.bench;

import java.nio.file.Path;
import java.util.Map;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioReader;

/** Lives of the first arm of a scenario, of whom it is asked in which state of its first track they end. */
final class EngineLives {
    private final Patient patient;
    private final double horizonDays;
    private long next;

    /** Patients in each state at the horizon, since the start. */
    final long[] occupied;

    EngineLives(String file) {
        Scenario scenario =
                ScenarioReader.read(Path.of(file), Map.of()).scenario().orElseThrow();
        CompiledJourney journey = CompiledJourney.of(scenario.journey(), scenario.entry());
        patient = Patient.of(journey, scenario.seed());
        horizonDays = scenario.horizonDays();
        occupied = new long[journey.statesOf(0)];
    }

    void live(int patients) {
        for (int i = 0; i < patients; i++) {
            patient.live(0, next++, horizonDays);
            occupied[patient.state(0)]++;
        }
    }
}
