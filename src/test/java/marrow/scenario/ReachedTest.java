package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a scenario asks its hazards to reach, they reach in the patients who live it. Every share must lie within 4
 * standard errors, a false alarm of 6.3e-5 each, at one fixed seed.
 */
class ReachedTest {
    private static final int PATIENTS = 400_000;

    private static final String TWO_WAYS_OUT = """
            tracks: {vital: [alive, dead], disease: [remission, relapsed]}
            doors: {transplant: {mark: transplant}}
            clocks:
              relapse:
                while: {vital: alive, disease: remission}
                since: transplant
                hazard: {weibull: {shape: 0.7}, reaches: 14 %, by: 1 y, beside: [non-relapse-death]}
                then: {disease: relapsed}
              non-relapse-death:
                while: {vital: alive, disease: remission}
                since: transplant
                hazard: {piecewise: {}, reaches: {100 d: 3 %, 6 mo: 6 %, 1 y: 8 %, 2 y: 10 %}, beside: [relapse]}
                then: {vital: dead}
            """;

    @TempDir
    Path folder;

    @Test
    void cumulative_incidences_beside_each_other() {
        Scenario scenario = ReadScenario.of(folder, TWO_WAYS_OUT + "enter: {at: transplant}\n");
        assertEquals(5, scenario.solved().size());
        assertShare(scenario, "relapse", 365.25, 0.14);
        assertShare(scenario, "non-relapse-death", 100, 0.03);
        assertShare(scenario, "non-relapse-death", 6 * 30.4375, 0.06);
        assertShare(scenario, "non-relapse-death", 365.25, 0.08);
    }

    /** Enrolled on day 100: of those who are then in remission, the rest of the incidence is still to come. */
    @Test
    void left_truncated_where_the_transplant_lies_before_entry() {
        Scenario scenario =
                ReadScenario.of(folder, TWO_WAYS_OUT + "enter: {at: transplant, ago: {transplant: 100 d}}\n");
        Scenario fromTheStart = ReadScenario.of(folder, TWO_WAYS_OUT + "enter: {at: transplant}\n");
        double relapsed = share(fromTheStart, "relapse", 100);
        double left = 1 - relapsed - 0.03;
        assertShare(scenario, "non-relapse-death", 365.25 - 100, (0.08 - 0.03) / left);
        assertShare(scenario, "relapse", 365.25 - 100, (0.14 - relapsed) / left);
    }

    private static void assertShare(Scenario scenario, String mark, double day, double expected) {
        double share = share(scenario, mark, day);
        double se = Math.sqrt(expected * (1 - expected) / PATIENTS);
        assertTrue(
                Math.abs(share - expected) <= 4 * se,
                () -> mark + " by day " + day + ": " + share + ", not " + expected + ", standard error " + se);
    }

    private static double share(Scenario scenario, String mark, double day) {
        CompiledJourney journey = CompiledJourney.of(scenario.journey(), scenario.entry());
        Patient patient = Patient.of(journey, 20261120);
        int index = journey.markNames().indexOf(mark);
        int hits = 0;
        for (int i = 0; i < PATIENTS; i++) {
            patient.live(0, i, day);
            hits += patient.count(index) > 0 ? 1 : 0;
        }
        return hits / (double) PATIENTS;
    }
}
