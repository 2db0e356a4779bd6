package marrow.scenario;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import marrow.scenario.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets to read for each mistake in a watch and in phase I. */
class SafetyErrorsTest {
    /** Ten lines and the head of a look. */
    private static final String HEAD = """
        scenario: wrong
        run: {seed: 1, horizon: 3 y}
        tracks: {vital: [alive, dead], dose: [full, half]}
        clocks:
          death: {while: {vital: alive}, hazard: {exponential: {median: 1 y}}, then: {vital: dead}}
          visit: {while: {vital: alive}, after: 30 d}
          toxic: {while: {dose: full}, after: 3 d, chance: 10 %}
        trial: {patients: 20, accrual: {over: 1 y}, follow-up: {last-patient: 1 y}}
        endpoints: {OS: {event: death}, CR: {reached: visit}, DLT: {reached: toxic, by: 3 mo}, visits: {count: visit}}
        looks:
        """;

    @TempDir
    Path folder;

    @Test
    void a_level_that_weights_do_not_keep_is_warned_of() throws IOException {
        String pocock = "  w: {watch: {endpoint: DLT, above: 10 %, boundary: pocock, alpha: 0.1, underway: ";
        assertWarning(pocock + "left-out}}\n", """
            11:83: warning: the boundary keeps its alpha where patients whose window is open are counted; with 'left-out' trials may be stopped more often\
            """);
        assertWarning(pocock + "counted}}\n", "");
    }

    @Test
    void a_watch_needs_an_endpoint_its_window_and_a_boundary() throws IOException {
        watch("", """
            11:7: the rule watch needs 'endpoint'
            11:7: the rule watch needs 'above'
            11:7: the rule watch needs 'boundary'\
            """);
        watch("endpoint: OS, above: 10 %, boundary: pocock", """
            11:7: the rule watch needs 'by'
            11:7: the rule watch needs 'alpha'\
            """);
        watch("endpoint: SO, by: 3 mo, above: 10 %, boundary: pocock, alpha: 0.1", """
            11:25: there is no endpoint 'SO'; did you mean OS?\
            """);
        watch("endpoint: visits, above: 10 %, boundary: pocock, alpha: 0.1", """
            11:25: visits is a quantity: a harm that is watched is an event or a response\
            """);
        watch("endpoint: CR, above: 10 %, boundary: pocock, alpha: 0.1", """
            11:25: CR has no 'by', so nobody is ever known to be free of it\
            """);
        watch("endpoint: OS, by: 0 d, above: 10 %, boundary: pocock, alpha: 0.1", """
            11:33: a window lasts longer than 0 days, not 0\
            """);
        watch("endpoint: DLT, by: 3 mo, above: 10 %, boundary: pocock, alpha: 0.1", """
            11:30: DLT is a response, which has its own 'by'\
            """);
        watch("endpoint: DLT, arm: al, above: 10 %, boundary: pocock, alpha: 0.1, underway: wait", """
            11:35: there is no arm 'al'; did you mean all?
            11:92: patients whose window is still open are left-out, weighted or counted, not 'wait'\
            """);
        watch("endpoint: DLT, above: 10 %, boundary: pocock, alpha: 0.1, accrual: paused", """
            11:73: accrual goes on under a watch until it stops the trial\
            """);
    }

    @Test
    void a_boundary_has_a_shape() throws IOException {
        String shapes =
                "a boundary is pocock, o-brien-fleming, {wang-tsiatis: 0.25} or {beta-binomial: {prior: [0.5, 1.5],"
                        + " certainty: 95 %}}, not ";
        watch("endpoint: DLT, above: 10 %, boundary: flat, alpha: 0.1", "11:53: " + shapes + "'flat'");
        watch("endpoint: DLT, above: 10 %, boundary: {flat: 1}, alpha: 0.1", "11:54: " + shapes + "'flat'");
        watch("endpoint: DLT, above: 10 %, boundary: {beta-binomial: {prior: [1, 1]}}", """
            11:54: a beta-binomial boundary needs 'certainty'\
            """);
        watch(
                "endpoint: DLT, above: 10 %, boundary: {beta-binomial: {prior: [1, 1], certainty: 95 %}}, alpha: 0.1",
                """
                11:85: 'certainty' is found where 'alpha' is given: one of them\
                """);
        watch("endpoint: DLT, above: 10 %, boundary: {beta-binomial: {prior: [0, 1], certainty: 95 %}}", """
            11:77: a prior is made of two numbers above 0, such as [0.5, 1.5]\
            """);
        watch("endpoint: DLT, above: 0 %, boundary: pocock, alpha: 0.1", """
            11:37: the share that is tolerated lies between 0 and 1, and is neither\
            """);
        watch("endpoint: DLT, above: 10 %, boundary: pocock, alpha: 0.1, least: 21", """
            11:7: the least patients must lie between 1 and 20, not 21\
            """);
    }

    @Test
    void several_harms_stand_under_for() throws IOException {
        watch("endpoint: DLT, for: {a: {endpoint: OS, by: 3 mo, above: 10 %, boundary: pocock, alpha: 0.1}}", """
            11:15: 'endpoint' belongs to one harm: it goes into 'for'\
            """);
        watch("for: OS", """
            11:20: what is watched is a mapping of names, such as {nrm: {endpoint: NRM, by: 100 d, above: 10 %, ...}}, and this is 'OS'\
            """);
        watch("for: {a: {endpoint: OS, by: 3 mo, abov: 10 %, boundary: pocock, alpha: 0.1}}", """
            11:49: unknown key 'abov' in a harm; did you mean above?\
            """);
    }

    @Test
    void phase_one_needs_doses_a_toxicity_and_a_rule() throws IOException {
        runIn("", """
            11:7: the rule run-in needs 'toxicity'
            11:7: the rule run-in needs 'doses'
            11:7: the rule run-in needs 'rule'\
            """);
        String doses = "doses: {half: {dose: half}, full: {dose: full}}";
        runIn("toxicity: OS, " + doses + ", rule: 3+3", """
            11:26: a dose-limiting toxicity is a response such as {reached: crs-3+, by: 28 d}\
            """);
        runIn("toxicity: CR, " + doses + ", rule: 3+3", """
            11:7: CR says by no day whether it was reached, so it has no window\
            """);
        runIn("toxicity: DLT, doses: {half: {dos: half}, full: {dose: ful}}, rule: 3+3", """
            11:46: unknown key 'dos' in a dose; did you mean dose?
            11:71: 'ful' is no state of dose; did you mean full?\
            """);
        runIn("toxicity: DLT, " + doses + ", start: hal, rule: 3+3", """
            11:87: there is no dose 'hal'; did you mean half?\
            """);
        String rules = "a rule is 3+3, {3+3: {six: yes}} or {boin: {target: 25 %, cohort: 3, cohorts: 6}}";
        runIn("toxicity: DLT, " + doses + ", rule: 4+4", "11:86: " + rules + ", and this is '4+4'");
        runIn("toxicity: DLT, " + doses + ", rule: {crm: {}}", "11:87: " + rules + ", not 'crm'");
        runIn("toxicity: DLT, " + doses + ", rule: {boin: {target: 80 %, cohorts: 4}}", """
            11:87: a toxicity of 0.8 is too high to be aimed at\
            """);
        runIn("toxicity: DLT, " + doses + ", rule: {boin: {target: 20 %, cohorts: 7}}", """
            11:3: phase I may need 21 patients, more than the 20 of the trial\
            """);
        runIn(
                "toxicity: DLT, " + doses
                        + ", rule: {boin: {target: 20 %, cohorts: 4, one-of-three: goes}}, accrual: paused",
                """
                11:134: with one toxicity of three the dose 'stays'; leave it out to go by the share
                11:142: accrual always waits for each cohort of phase I\
                """);
    }

    @Test
    void a_watch_that_cannot_see_all_it_is_to_watch_is_a_warning() throws IOException {
        assertWarning(
                "  w: {watch: {endpoint: OS, by: 10 y, above: 10 %, boundary: pocock, alpha: 0.1}}\n",
                "11:33: warning: day 3652.5 lies beyond the horizon of the run, day 1095.75: nobody is followed that far");
        assertWarning(
                "  w: {watch: {endpoint: DLT, patients: 12, above: 10 %, boundary: pocock, alpha: 0.1}}\n",
                "11:40: warning: the boundary ends after 12 patients, and the trial enrols 20: the others are not watched");
    }

    private void watch(String keys, String expected) throws IOException {
        assertErrors("  w: {watch: {" + keys + "}}\n", expected);
    }

    private void runIn(String keys, String expected) throws IOException {
        assertErrors("  r: {run-in: {" + keys + "}}\n", expected);
    }

    private void assertErrors(String look, String expected) throws IOException {
        assertTrue(assertProblems(look, expected).scenario().isEmpty());
    }

    private void assertWarning(String look, String expected) throws IOException {
        assertTrue(assertProblems(look, expected).scenario().isPresent());
    }

    private Reading assertProblems(String look, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), HEAD + look);
        Reading reading = ScenarioReader.read(file, Map.of());
        String found = reading.problems().all().stream()
                .map(Problem::toString)
                .map(line -> line.replace(folder + "/", ""))
                .collect(joining("\n"));
        assertEquals(expected.lines().map(line -> "wrong.yaml:" + line).collect(joining("\n")), found);
        return reading;
    }
}
