package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import marrow.random.AddressedRandom;
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

    @Test
    void a_patient_is_named_by_numbers_from_0() {
        assertEquals(2, Ran.marrow("trace", scenario, "--patient", "-1").code());
        Ran ofLargeCohort = Ran.marrow("trace", scenario, "--patient", "1", "--replicate", "-1");
        assertEquals(0, ofLargeCohort.code());
        assertTrue(ofLargeCohort.out().startsWith("Patient 1 of replicate -1, "), ofLargeCohort.out());
        assertTrue(Ran.marrow("trace", scenario).err().contains("--patient"));
    }
}
