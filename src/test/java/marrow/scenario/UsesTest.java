package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ring uses at once, and what a course gives beside its drug. */
class UsesTest {
    private static final String POPULATION = """
            population:
              cell-dose: {value: 0.75, evidence: assumption, source: illustration}
              age: {value: 7 y, evidence: assumption, source: illustration}
            """;

    @TempDir
    Path folder;

    @Test
    void numbers_and_facts_are_entered_when_the_clock_rings() {
        Scenario scenario = ReadScenario.of(folder, POPULATION + """
                        tracks: {vital: [alive, dead]}
                        clocks:
                          dli: {while: {vital: alive}, after: 5 d, repeats: yes, uses: {cells: cell-dose, visits: 1}}
                        """);
        assertEquals(Map.of("cells", 0.75 * 3, "visits", 3.0), used(scenario, 17));
    }

    @Test
    void a_companion_is_given_on_its_days() {
        Scenario scenario = ReadScenario.of(folder, """
                tracks: {vital: [alive, dead]}
                courses:
                  maintenance:
                    drug: blinatumomab
                    starts: {after: 0 d}
                    needs: {vital: alive}
                    doses: [{days: 1-2, ug: 8}, {days: 3-7, ug: 16}]
                    with: {dexamethasone-mg: {amount: 20, days: [1, 3]}}
                """);
        assertEquals(20, used(scenario, 1.5).get("dexamethasone-mg"));
        assertEquals(40, used(scenario, 30).get("dexamethasone-mg"));
        assertEquals(40, used(scenario, 30).get("maintenance/dexamethasone-mg"));
        assertEquals(96, used(scenario, 30).get("ug"));
    }

    @Test
    void what_cannot_be_used_is_refused_where_it_stands() throws IOException {
        Path file = Files.writeString(
                folder.resolve("test.yaml"), "scenario: test\nrun: {seed: 1, horizon: 1 y}\n" + POPULATION + """
                        tracks: {vital: [alive, dead]}
                        clocks:
                          a: {after: 5 d, uses: {cells: cel-dose, times: age, less: -1}}
                          b: {after: 5 d, uses: 20}
                        """);
        List<String> said = ScenarioReader.read(file, Map.of()).problems().all().stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.what())
                .toList();
        assertEquals(
                List.of(
                        "8:33 there is no fact 'cel-dose' in the population",
                        "8:50 amounts are multiplied by a number, and age is a time",
                        "8:61 this is at least 0, not -1",
                        "9:25 what is used is a mapping such as {dexamethasone-mg: 20}, and this is '20'"),
                said);
    }

    @Test
    void an_amount_is_no_fact_that_goes_below_0() throws IOException {
        Path file = Files.writeString(folder.resolve("test.yaml"), """
                scenario: test
                run: {seed: 1, horizon: 1 y}
                population:
                  log-mrd: {normal: {mean: -5, sd: 1.6}, evidence: assumption, source: x}
                  surface: {normal: {mean: 1.7, sd: 0.2}, evidence: assumption, source: x}
                  spread: {sum: [surface, {uniform: [-2, 2]}], evidence: assumption, source: x}
                  smaller: {of: surface, times: -1, evidence: assumption, source: x}
                  difference: {sum: [surface, smaller], evidence: assumption, source: x}
                  by-surface: {lookup: surface, in: [[1, 0.5], [2, 3]], evidence: assumption, source: x}
                  cells: {normal: {mean: 1, sd: 1}, within: [0.2, 3], evidence: assumption, source: x}
                clocks:
                  a: {after: 5 d, uses: {a: log-mrd, b: surface, c: spread, d: smaller, e: difference, f: by-surface, g: cells}}
                """);
        assertEquals(
                List.of("log-mrd", "spread", "smaller"),
                ScenarioReader.read(file, Map.of()).problems().all().stream()
                        .map(problem -> problem.what().replaceAll("amounts are at least 0, and (\\S+) goes .*", "$1"))
                        .toList());
    }

    @Test
    void a_companion_is_not_counted_as_the_drug() throws IOException {
        Path file = Files.writeString(folder.resolve("test.yaml"), """
                scenario: test
                run: {seed: 1, horizon: 1 y}
                courses:
                  maintenance:
                    drug: blinatumomab
                    starts: {after: 0 d}
                    doses: [{days: 1-2, ug: 8}]
                    with: {ug: {amount: 1000, days: [1]}}
                """);
        assertEquals(
                List.of("8:12 'ug' is what the drug itself is counted under: another name is needed here"),
                ScenarioReader.read(file, Map.of()).problems().all().stream()
                        .map(problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.what())
                        .toList());
    }

    private static Map<String, Double> used(Scenario scenario, double horizon) {
        CompiledJourney journey = CompiledJourney.of(scenario.journey(), scenario.entry());
        Patient patient = Patient.of(journey, 1);
        patient.live(0, 0, horizon);
        assertTrue(!journey.accountNames().isEmpty());
        Map<String, Double> used = new HashMap<>();
        for (int i = 0; i < journey.accountNames().size(); i++) {
            used.put(journey.accountNames().get(i), patient.account(i));
        }
        return used;
    }
}
