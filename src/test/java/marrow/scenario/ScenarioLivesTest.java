package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marrow.JavaMachines;
import marrow.journey.Pruning;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios that come with Marrow: patients live them to the end, and their lives make sense. */
class ScenarioLivesTest {
    private static final int PATIENTS = 3000;

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static Scenario read(Path file) {
        Reading reading = ScenarioReader.read(file, Map.of());
        assertEquals(List.of(), reading.problems().all(), file + " has problems");
        return reading.scenario().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void deathEndsALife(Path file) {
        Scenario scenario = read(file);
        CompiledJourney journey = CompiledJourney.of(scenario.journey(), scenario.entry());
        Patient patient = Patient.of(journey, scenario.seed());
        int death = journey.markNames().indexOf("death");
        int vital = journey.trackNames().indexOf("vital");
        int dead = 0;
        for (int i = 0; i < PATIENTS; i++) {
            patient.live(0, i, scenario.horizonDays());
            boolean died = patient.count(death) > 0;
            dead += died ? 1 : 0;
            assertEquals(died ? "dead" : "alive", journey.stateName(patient.state(vital)), "patient " + i);
            assertTrue(patient.count(death) <= 1, "patient " + i + " died twice");
            for (int m = 0; m < journey.markNames().size(); m++) {
                String mark = journey.markNames().get(m) + " of patient " + i;
                assertTrue(!(patient.lastDay(m) < patient.firstDay(m)), mark);
                assertTrue(!(patient.lastDay(m) > scenario.horizonDays()), mark);
                assertTrue(!died || !(patient.lastDay(m) > patient.firstDay(death)), mark + " comes after death");
            }
            for (int a = 0; a < journey.accountNames().size(); a++) {
                assertTrue(patient.account(a) >= 0, journey.accountNames().get(a) + " of patient " + i);
            }
        }
        assertTrue(dead > 0 && dead < PATIENTS, dead + " of " + PATIENTS + " died");
    }

    /** Grades rise and lymphocytes bring GVHD anew: the organ is that of the first, so that skin and gut add up to all. */
    @ParameterizedTest
    @ValueSource(strings = {"short-course-rr", "haplo-conditioning-31", "post-hsct-maintenance", "whole-journey"})
    void acuteGvhdShowsInOneOrgan(String name) {
        Scenario scenario = read(Path.of("scenarios", name + ".yaml"));
        CompiledJourney journey = CompiledJourney.of(scenario.journey(), scenario.entry());
        Patient patient = Patient.of(journey, scenario.seed());
        int skin = journey.markNames().indexOf("acute-gvhd-skin");
        int gut = journey.markNames().indexOf("acute-gvhd-gut");
        int gvhd = journey.trackNames().indexOf("acute-gvhd");
        int organ = journey.trackNames().indexOf("gvhd-organ");
        int ill = 0;
        for (int i = 0; i < PATIENTS; i++) {
            patient.live(0, i, scenario.horizonDays());
            int one = journey.stateName(patient.state(gvhd)).equals("none") ? 0 : 1;
            ill += one;
            assertEquals(one, patient.count(skin) + patient.count(gut), "patient " + i);
            String shown = one == 0 ? "none" : patient.count(skin) == 1 ? "skin" : "gut";
            assertEquals(shown, journey.stateName(patient.state(organ)), "patient " + i);
        }
        assertTrue(ill > 20, ill + " had acute GVHD");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void deathIsTheSameWhenOnlyDeathIsAskedFor(Path file) {
        Scenario scenario = read(file);
        CompiledJourney whole = CompiledJourney.of(scenario.journey(), scenario.entry());
        CompiledJourney pruned = CompiledJourney.of(
                Pruning.to(
                        scenario.journey(),
                        List.of("death"),
                        List.of(),
                        scenario.entry().states().keySet(),
                        List.of()),
                scenario.entry());
        assertTrue(pruned.clockNames().size() < whole.clockNames().size());
        Patient one = Patient.of(whole, scenario.seed());
        Patient other = Patient.of(pruned, scenario.seed());
        for (int i = 0; i < PATIENTS; i++) {
            one.live(1, i, scenario.horizonDays());
            other.live(1, i, scenario.horizonDays());
            assertEquals(
                    one.firstDay(whole.markNames().indexOf("death")),
                    other.firstDay(pruned.markNames().indexOf("death")),
                    "patient " + i);
        }
    }

    @Test
    void theWholeJourneyIsTheSameOnEveryJavaMachine() throws IOException, InterruptedException {
        Path file = Path.of("scenarios/whole-journey.yaml");
        JavaMachines.allPrint(ScenarioDigest.of(file), ScenarioDigest.class, file.toString());
    }
}
