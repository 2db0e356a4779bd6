package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import marrow.random.AddressedRandom;
import marrow.scenario.DoseTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A journey of fixed times, so that each day and dose can be worked out by hand. */
final class TraceTest {
    private static final String CLOCKWORK = """
            scenario: clockwork
            enter: {at: relapse, ago: {transplant: 30 d}}
            population:
              age: {value: 20 y, evidence: assumption, source: test}
            tracks:
              vital: [alive, dead]
              disease: [relapsed, remission]
            doors:
              transplant: {mark: transplant}
              relapse: {mark: relapse}
            clocks:
              late-relapse: {while: {vital: alive, disease: remission}, after: 40 d, then: {disease: relapsed}, mark: relapse}
              death: {while: {vital: alive}, since: transplant, after: 80 d, then: {vital: dead}}
            courses:
              short:
                drug: blinatumomab
                starts: {while: {vital: alive, disease: relapsed}, since: relapse, after: 2 d}
                needs: {vital: alive}
                doses: [{days: 1-2, ug: 5}, {days: 3-4, ug: 10}]
                vial: 8
                hospital: all
                ends: {then: {disease: remission}, mark: complete-remission}
            run: {seed: 1, horizon: 60 d}
            """;

    @TempDir
    private Path folder;

    private String scenario;

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("clockwork.yaml");
        Files.writeString(file, CLOCKWORK);
        scenario = file.toString();
    }

    @Test
    void each_event_is_told_with_what_it_set_and_what_was_used() {
        Ran ran = Ran.marrow("trace", scenario, "--replicate", "2", "--patient", "7");
        assertEquals(0, ran.code(), ran.err());
        String expected = """
                Patient 7 of replicate 2, seed 1: clockwork

                At entry
                  age 20 y
                  vital alive, disease relapsed
                  relapse on day 0.0, transplant on day -30.0

                     Day  Event                                      random address: clock, draw
                     2.0  short                                              KEY(short), 0
                            short: before → running, short/dose: none → d1
                     4.0  short/dose-d3                                      KEY(short/dose-d3), 0
                            short/dose: d1 → d3
                            used ug 10.0, infusion-days 2.0, vials 2.0, hospital-days 2.0
                     6.0  short/last-day                                     KEY(short/last-day), 0
                            short/dose: d3 → over
                            used ug 30.0, infusion-days 4.0, vials 6.0, hospital-days 4.0
                     6.0  short/end                                          KEY(short/end), 0
                            disease: relapsed → remission, short: running → after, short/dose:
                              over → none
                            marks complete-remission
                    46.0  late-relapse                                       KEY(late-relapse), 0
                            disease: remission → relapsed
                            marks relapse
                    50.0  death                                              KEY(death), 0
                            vital: alive → dead

                On day 60.0
                  vital dead, disease relapsed
                  ug 30.0, infusion-days 4.0, vials 6.0, hospital-days 4.0
                """;
        assertEquals(withKeys(expected), ran.out());
    }

    private static String withKeys(String text) {
        String with = text;
        for (String clock :
                new String[] {"short", "short/dose-d3", "short/last-day", "short/end", "late-relapse", "death"}) {
            with = with.replace("KEY(" + clock + ")", String.format("%016x", AddressedRandom.clockKey(clock)));
        }
        return with;
    }

    @Test
    void json_has_the_whole_state_and_ledger_after_each_event() {
        Ran ran = Ran.marrow("trace", scenario, "--patient", "0", "--format", "json");
        JsonNode life = JsonMapper.shared().readTree(ran.out());
        assertEquals(6, life.get("events").size());
        JsonNode end = life.get("events").get(3);
        assertEquals("short/end", end.get("clock").asString());
        assertEquals(6.0, end.get("day").asDouble());
        assertEquals("remission", end.get("state").get("disease").asString());
        assertEquals("complete-remission", end.get("marks").get(0).asString());
        assertEquals(30.0, end.get("ledger").get("short/ug").asDouble());
        assertEquals("dead", life.get("end").get("vital").asString());
        assertEquals(-30.0, life.get("marks_at_entry").get("transplant").asDouble());
        assertTrue(life.get("stopped").isNull());
    }

    /** Patients of arm quick die on day 10, those of arm slow on day 20; a lamp flickers without end in arm quick, if it is on. */
    private static final String TWO_ARMS = """
            scenario: two-arms
            tracks:
              vital: [alive, dead]
              pace: [slow, quick]
              lamp: {draw: {on: 0 %, off: 100 %}}
            clocks:
              quick-death: {while: {vital: alive, pace: quick}, after: 10 d, then: {vital: dead}, mark: death}
              slow-death: {while: {vital: alive, pace: slow}, after: 20 d, then: {vital: dead}, mark: death}
              flicker: {while: {pace: quick, lamp: on}, after: {uniform: [1e-18 d, 2e-18 d]}, repeats: yes}
            arms: {slow: {pace: slow}, quick: {pace: quick}}
            trial: {patients: 12, accrual: {rate: 10 per mo}, allocation: {blocks: 2}, follow-up: {last-patient: 60 d}}
            endpoints: {OS: {event: death}}
            analyses: {lr: {log-rank: {endpoint: OS, alpha: 0.025}}}
            truths: {expected: {role: alternative}}
            run: {seed: 3, horizon: 90 d, replicates: 10}
            """;

    private String twoArms() throws IOException {
        return Files.writeString(folder.resolve("two-arms.yaml"), TWO_ARMS).toString();
    }

    @Test
    void a_patient_of_a_trial_lives_in_the_arm_to_which_the_trial_allocates_it() throws IOException {
        String trial = twoArms();
        Ran exported = Ran.marrow(
                "export",
                trial,
                "--replicate",
                "2",
                "--out",
                folder.resolve("out").toString(),
                "--quiet");
        assertEquals(0, exported.code(), exported.err());
        List<String> subjects = Files.readAllLines(folder.resolve("out").resolve("adsl.csv"));
        List<String> columns = List.of(subjects.get(0).split(",", -1));
        assertEquals(13, subjects.size());
        Set<String> seen = new HashSet<>();
        for (String subject : subjects.subList(1, 13)) {
            List<String> cells = List.of(subject.split(",", -1));
            String number = cells.get(columns.indexOf("SUBJID"));
            String arm = cells.get(columns.indexOf("TRT01P"));
            seen.add(arm);
            String[] command = {"trace", trial, "--replicate", "2", "--patient", number};
            String life = Ran.marrow(command).out();
            assertTrue(life.contains("\nAt entry, arm " + arm + "\n"), life);
            assertTrue(life.contains(arm.equals("quick") ? "    10.0  quick-death" : "    20.0  slow-death"), life);
            String[] asJson = {"trace", trial, "--replicate", "2", "--patient", number, "--format", "json"};
            assertEquals(
                    arm,
                    JsonMapper.shared()
                            .readTree(Ran.marrow(asJson).out())
                            .get("arm")
                            .asString());
        }
        assertEquals(Set.of("slow", "quick"), seen);
    }

    @Test
    void a_patient_of_phase_I_lives_at_the_dose_that_was_given() throws IOException {
        String file = DoseTrial.in(folder, 4);
        for (String given : List.of("0 low", "3 full")) {
            String[] words = given.split(" ");
            Ran ran = Ran.marrow("trace", file, "--patient", words[0], "--format", "json");
            assertEquals(0, ran.code(), ran.err());
            JsonNode trace = JsonMapper.shared().readTree(ran.out());
            assertEquals(words[1], trace.get("start").get("dose").asString(), ran.out());
            assertTrue(trace.path("arm").isMissingNode());
        }
        String later = Ran.marrow("trace", file, "--patient", "1000").out();
        assertTrue(later.contains("dose full"), "as the scenario has them come in: " + later);
    }

    @Test
    void an_arm_that_is_named_is_lived_in_by_anybody() throws IOException {
        String trial = twoArms();
        Ran beyond = Ran.marrow("trace", trial, "--patient", "12");
        assertEquals(2, beyond.code());
        assertTrue(
                beyond.err()
                        .startsWith(
                                "marrow: --patient 12: the trial has patients 0 to 11; with --arm any other is shown"),
                beyond.err());
        for (String patient : List.of("0", "1", "2", "3", "12")) {
            String life = Ran.marrow("trace", trial, "--patient", patient, "--arm", "quick")
                    .out();
            assertTrue(life.contains("\nAt entry, arm quick\n") && life.contains("    10.0  quick-death"), life);
        }
        Ran none = Ran.marrow("trace", trial, "--patient", "0", "--arm", "quik");
        assertTrue(none.err().startsWith("marrow: there is no arm 'quik': there are slow, quick"), none.err());
        assertEquals(2, Ran.marrow("trace", trial, "--trial", "--arm", "quick").code());
        assertTrue(Ran.marrow("trace", trial, "--patient", "0", "--replicate", "-1")
                .out()
                .contains("\nAt entry, arm slow\n"));
    }

    @Test
    void who_is_caught_in_the_second_arm_is_shown_there() throws IOException {
        String trial = Files.writeString(
                        folder.resolve("caught.yaml"),
                        TWO_ARMS.replace("on: 0 %, off: 100 %", "on: 100 %, off: 0 %")
                                .replace("endpoints: {", "endpoints: {flashes: {count: flicker}, "))
                .toString();
        Ran run = Ran.marrow("run", trial, "--quiet");
        assertEquals(2, run.code());
        String last = run.err().lines().reduce((a, b) -> b).orElseThrow();
        assertTrue(last.startsWith("See all: marrow trace ") && last.endsWith(" --arm quick"), run.err());
        assertTrue(run.err().contains("  flicker\n"), run.err());
        List<String> command =
                List.of(last.substring("See all: marrow ".length()).split(" "));
        Ran traced = Ran.marrow(command.toArray(String[]::new));
        assertTrue(traced.out().contains("Stopped: patient "), traced.out() + traced.err());
    }

    @Test
    void a_patient_is_named_by_numbers_from_0() {
        assertEquals(2, Ran.marrow("trace", scenario, "--patient", "-1").code());
        Ran ofLargeCohort = Ran.marrow("trace", scenario, "--patient", "1", "--replicate", "-1");
        assertEquals(0, ofLargeCohort.code());
        assertTrue(ofLargeCohort.out().startsWith("Patient 1 of replicate -1, "), ofLargeCohort.out());
        assertTrue(Ran.marrow("trace", scenario).err().contains("--patient"));
    }
}
