package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.dist.Normal;
import marrow.journey.Condition;
import marrow.journey.Entry;
import marrow.journey.Formula;
import marrow.journey.Start;
import marrow.journey.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a patient is at entry: facts, starting states, and what lies behind. */
class PopulationTest {
    private static final String SOURCE = ", evidence: assumption, source: test}\n";

    @TempDir
    Path folder;

    @Test
    void facts_in_each_of_their_forms() {
        Scenario scenario = ReadScenario.of(
                folder,
                "parameters:\n  shift: {value: 0.5, plausible: [0, 1]" + SOURCE
                        + "tracks:\n  sex: {draw: {male: 60 %, female: rest}}\n  arm: [one, two]\n"
                        + "population:\n"
                        + "  limit: {value: -4" + SOURCE
                        + "  latent: {normal: {mean: -5, sd: 1}" + SOURCE
                        + "  reading: {sum: [latent, $shift, 0.1, {normal: {mean: 0, sd: 0.2}}, {of: limit, times: 2}]"
                        + SOURCE
                        + "  age: {value: 7 y" + SOURCE
                        + "  height: {lookup: age, in: [[1 y, 75], [18 y, 172]]" + SOURCE
                        + "  weight: {cases: [{when: {sex: male}, value: 70}, {when: {sex: female, arm: one}, value: 60}, 50]"
                        + SOURCE);
        Map<String, Formula> facts = new LinkedHashMap<>();
        scenario.journey().facts().forEach(fact -> facts.put(fact.name(), fact.formula()));
        assertEquals(new Formula.Constant(-4), facts.get("limit"));
        assertEquals(new Formula.Drawn(Normal.of(-5, 1)), facts.get("latent"));
        assertEquals(
                new Formula.Sum(List.of(
                        new Formula.Of("latent", 1),
                        new Formula.Constant(0.5),
                        new Formula.Constant(0.1),
                        new Formula.Drawn(Normal.of(0, 0.2)),
                        new Formula.Of("limit", 2))),
                facts.get("reading"));
        assertEquals(
                new Formula.Lookup("age", List.of(365.25, 18 * 365.25), List.of(75.0, 172.0)), facts.get("height"));
        assertEquals(
                new Formula.ByCase(List.of(
                        new Formula.When(Condition.in("sex", "male"), new Formula.Constant(70)),
                        new Formula.When(
                                Condition.in("sex", "female").and(Condition.in("arm", "one")),
                                new Formula.Constant(60)),
                        new Formula.When(Condition.ALWAYS, new Formula.Constant(50)))),
                facts.get("weight"));
    }

    /** Whatever the scenario says of a fact that an arm has of its own: its bounds, or another law. */
    @Test
    void a_fact_of_an_arm_takes_the_place_of_the_scenarios() {
        Scenario scenario = ReadScenario.of(
                folder,
                "population:\n  bounded: {normal: {mean: 3, sd: 1}, within: [1, 9]" + SOURCE
                        + "  other: {normal: {mean: 3, sd: 1}" + SOURCE
                        + "  same: {value: 2" + SOURCE + """
                        tracks:
                          vital: [alive, dead]
                        clocks:
                          death: {while: {vital: alive}, after: 90 d, then: {vital: dead}}
                        arms:
                          all:
                            population:
                              other: {value: 1, evidence: assumption, source: test}
                              bounded: {normal: {mean: 0, sd: 1}, evidence: assumption, source: test}
                        trial: {patients: 2, accrual: {rate: 1 per mo}, follow-up: {last-patient: 1 mo}}
                        endpoints: {OS: {event: death}}
                        """);
        Map<String, Formula> facts = new LinkedHashMap<>();
        scenario.trial()
                .orElseThrow()
                .study()
                .plan()
                .arms()
                .get(0)
                .journey()
                .facts()
                .forEach(fact -> facts.put(fact.name(), fact.formula()));
        assertEquals(
                Map.of(
                        "bounded", new Formula.Drawn(Normal.of(0, 1)),
                        "other", new Formula.Constant(1),
                        "same", new Formula.Constant(2)),
                facts);
    }

    @Test
    void starting_states_by_band_and_by_draw() {
        Scenario scenario = ReadScenario.of(folder, """
                tracks:
                  mrd: {cut: latent, at: [-6, -4], states: [negative, low, high]}
                  donor:
                    draw:
                      - {when: {mrd: high}, among: {haplo: 75 %, sibling: rest}}
                      - {among: {cord: 1/4, haplo: rest}}
                population:
                  latent: {normal: {mean: -5, sd: 1}, evidence: assumption, source: test}
                """);
        assertEquals(
                List.of(
                        new Track(
                                "mrd",
                                List.of("negative", "low", "high"),
                                new Start.Cut("latent", List.of(-6.0, -4.0))),
                        new Track(
                                "donor",
                                List.of("haplo", "sibling", "cord"),
                                new Start.Drawn(List.of(
                                        new Start.Chances(Condition.in("mrd", "high"), List.of(0.75, 0.25, 0.0)),
                                        new Start.Chances(Condition.ALWAYS, List.of(0.75, 0.0, 0.25)))))),
                scenario.journey().tracks());
    }

    @Test
    void the_door_and_what_lies_behind() {
        Entry entry = ReadScenario.of(folder, """
                        tracks:
                          vital: [alive, dead]
                          disease: [active, remission]
                          mrd: [negative, positive]
                        doors:
                          transplant: {set: {disease: remission}, mark: [transplant, conditioning]}
                        enter: {at: transplant, mrd: positive, ago: {transplant: {uniform: [60 d, 90 d]}}}
                        """).entry();
        assertEquals(Map.of("disease", "remission", "mrd", "positive"), entry.states());
        assertEquals(75, entry.daysSince().get("transplant").mean());
        assertEquals(0, entry.daysSince().get("conditioning").mean());
    }
}
