package marrow.scenario.warning;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import marrow.scenario.Reading;
import marrow.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who forgets the mark {@code death} is told, and nobody else. */
class DeathMarkTest {
    private static final String HEAD = """
            scenario: forgetful
            run: {seed: 1, horizon: 3 y}
            tracks: {vital: [alive, dead], disease: [remission, relapsed]}
            """;
    private static final String TRIAL = """
            trial: {patients: 20, accrual: {over: 1 y}, lost: 5 % per y, follow-up: {last-patient: 1 y}}
            """;

    /** Nobody dies in remission but by a clock of its own, so that death is left out where relapsed patients die alone. */
    private static final String DEATHS = """
            clocks:
              relapse: {while: {vital: alive, disease: remission}, hazard: {exponential: {median: 1 y}}, then: {disease: relapsed}}
              remission-death: {while: {vital: alive, disease: remission}, hazard: {exponential: {median: 1 y}}, then: {vital: dead}, mark: death}
              relapse-death: {while: {vital: alive, disease: relapsed}, hazard: {exponential: {median: 1 y}}, then: {vital: dead}, mark: death}
            """;

    @TempDir
    Path folder;

    /** By formula 49.2 % die without a relapse in 3 years, and 77.8 % of those who relapse after it: of 1,000 lives, and of about 500, within two standard errors. */
    @Test
    void an_endpoint_before_which_patients_die_unnamed() throws IOException {
        String what =
                " %% of the patients of %s die before anything that it names, and stay at risk until the data are cut."
                        + " Write 'competing: death' or 'intercurrent: {death: censor}', or '{death: ignore}' where that is meant";
        assertEquals(
                "10:3: warning: 47.3" + what.formatted("TTR") + "\n11:3: warning: 80.5" + what.formatted("late"),
                warnings(DEATHS + TRIAL + """
                        endpoints:
                          TTR: {event: relapse}
                          late: {from: relapse, event: relapse, intercurrent: {remission-death: censor}}
                          named: {event: relapse, competing: remission-death}
                          whole: {event: [relapse, remission-death]}
                          competing: {event: relapse, competing: death}
                          censored: {event: relapse, intercurrent: {death: censor}}
                          ignored: {event: relapse, intercurrent: {death: ignore}}
                          OS: {event: death}
                          first: {reached: relapse}
                        """));
    }

    @Test
    void nobody_where_nobody_dies_unnamed() throws IOException {
        assertEquals(
                "",
                warnings(DEATHS.replace(
                                "hazard: {exponential: {median: 1 y}}, then: {vital: dead}",
                                "after: 4 y, then: {vital: dead}")
                        + TRIAL + "endpoints: {TTR: {event: relapse}}\n"));
    }

    @Test
    void a_clock_into_the_state_of_the_dead() throws IOException {
        String forgetful = DEATHS.replace(
                "{exponential: {median: 1 y}}, then: {vital: dead}, mark: death}\n  relapse-death",
                "{exponential: {median: 1 y}}, then: {vital: dead, disease: relapsed}}\n  relapse-death");
        assertEquals(
                "6:3: warning: this leads into vital dead without the mark death, which others set there: is 'mark: death' missing?",
                warnings(forgetful + TRIAL + "endpoints: {OS: {event: death}}\n"));
        assertEquals(
                "",
                warnings(DEATHS.replace("then: {vital: dead}", "then: {vital: dead, disease: relapsed}")
                        + TRIAL
                        + "endpoints: {OS: {event: death}}\n"));
    }

    @Test
    void a_loss_that_goes_on_after_deaths_of_another_name() throws IOException {
        String what =
                ": warning: nobody is lost after the mark death, and nothing sets it: the dead go on being lost, and count as alive when they are."
                        + " What leads to 'remission-death' needs 'mark: death'";
        String unmarked = DEATHS.replace(", mark: death", "");
        String endpoint = "endpoints: {CIR: {event: relapse}}\n";
        assertEquals("8:51" + what, warnings(unmarked + TRIAL + endpoint));
        assertEquals("", warnings(unmarked + TRIAL.replace(" lost: 5 % per y,", "") + endpoint));
        assertEquals(
                "",
                warnings(unmarked.replace("vital: dead", "vital: alive").replace("-death", "-leave")
                        + TRIAL
                        + endpoint));
    }

    /** A run says who is caught; the scenario is read all the same. */
    @Test
    void lives_without_end_are_no_matter_of_reading() throws IOException {
        String endless = DEATHS.replace(
                "clocks:", "clocks:\n  again: {since: relapse, after: {uniform: [0 d, 1e-12 d]}, mark: relapse}");
        String endpoints = "endpoints: {TTR: {event: relapse, at: 6 mo}}\n";
        assertEquals("", warnings(endless + TRIAL + endpoints));
        String waiting = TRIAL.replace("last-patient: 1 y", "events: 10, of: TTR, latest: 3 y");
        assertEquals("", warnings(endless + waiting + endpoints));
    }

    private String warnings(String rest) throws IOException {
        Path file = Files.writeString(folder.resolve("forgetful.yaml"), HEAD + rest);
        Reading reading = ScenarioReader.read(file, Map.of());
        String told = reading.problems().all().stream()
                .map(problem -> problem.toString().replace(file + ":", ""))
                .collect(joining("\n"));
        assertTrue(reading.scenario().isPresent(), told);
        return told;
    }
}
