package marrow.scenario;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marrow.dist.Fixed;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Track;
import marrow.scenario.text.Problem;
import marrow.scenario.value.Counts;
import marrow.scenario.value.Parameter;
import marrow.scenario.value.Range;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fragments are found, and how they and the scenario become one. */
class FragmentsTest {
    private static final String RUN = "run: {seed: 1, horizon: 1 y}\n";

    @TempDir
    Path outside;

    private Path folder;

    @BeforeEach
    void a_scenario_folder_with_a_fragment() throws IOException {
        folder = Files.createDirectories(outside.resolve("scenarios").resolve("journeys"))
                .getParent();
        Files.writeString(folder.resolve("journeys/transplant.yaml"), """
                fragment: transplant
                tracks:
                  vital: [alive, dead]
                  disease: [remission, relapsed]
                clocks:
                  relapse: {while: {vital: alive, disease: remission}, hazard: {exponential: {mean: 1 y}}, then: {disease: relapsed}}
                  death: {while: {vital: alive}, hazard: {exponential: {mean: 2 y}}, then: {vital: dead}}
                """);
    }

    @Test
    void a_fragment_outside_the_folder_is_refused_by_name_and_by_link() throws IOException {
        Files.writeString(outside.resolve("secret.yaml"), "fragment: secret\n");
        Files.createSymbolicLink(folder.resolve("link.yaml"), outside.resolve("secret.yaml"));
        assertProblems(
                "scenario: s\n" + RUN
                        + "journey: [../secret.yaml, link.yaml, /etc/passwd, journeys/../../secret.yaml]\n",
                """
                3:11: ../secret.yaml lies outside the scenario's folder
                3:27: link.yaml is a link out of the scenario's folder
                3:38: /etc/passwd lies outside the scenario's folder
                3:51: journeys/../../secret.yaml lies outside the scenario's folder""");
    }

    @Test
    void a_missing_fragment_gets_the_nearest_file_that_is_there() throws IOException {
        assertProblems("scenario: s\n" + RUN + "journey: [journeys/transplnt.yaml, journeys]\n", """
                3:11: there is no file journeys/transplnt.yaml beside the scenario; did you mean journeys/transplant.yaml?
                FOLDER/journeys:1:1: this is not a file""");
    }

    /** Its states, marks, clocks and parameters are not missing besides. */
    @Test
    void what_a_missing_fragment_would_have_declared_is_not_told_as_well() throws IOException {
        assertProblems("scenario: s\n" + RUN + """
                journey: [transplant.yaml, journeys/none.yaml]
                enter: {at: transplant, ward: in}
                parameters: {hr: 0.5}
                clocks: {relapse: {since: transplant, after: $days, then: {disease: relapsed}}}
                """, """
                3:11: there is no file transplant.yaml beside the scenario
                3:28: there is no file journeys/none.yaml beside the scenario""");
    }

    @Test
    void what_goes_round_is_refused_with_the_chain() throws IOException {
        Files.writeString(folder.resolve("other.yaml"), "scenario: other\njourney: [s.yaml]\n");
        assertProblems(
                "scenario: s\n" + RUN
                        + "journey: [s.yaml, other.yaml, journeys/transplant.yaml, journeys/../journeys/transplant.yaml]\n",
                """
                3:11: a scenario cannot list itself: FOLDER/s.yaml > FOLDER/s.yaml
                3:19: a scenario lists fragments, and this is a scenario: FOLDER/s.yaml > FOLDER/other.yaml
                3:57: journeys/../journeys/transplant.yaml was listed before, on line 3""");
        Files.writeString(folder.resolve("journeys/loop.yaml"), "fragment: loop\njourney: [loop.yaml]\n");
        assertProblems(
                "scenario: s\n" + RUN + "journey: [journeys/loop.yaml]\n",
                "FOLDER/journeys/loop.yaml:2:1: a fragment lists no other fragments: the scenario does");
    }

    @Test
    void two_fragments_may_not_define_the_same_name() throws IOException {
        Files.writeString(
                folder.resolve("journeys/again.yaml"),
                "fragment: again\nclocks:\n  death: {after: 3 d, then: {vital: dead}}\n");
        assertProblems(
                "scenario: s\n" + RUN + "journey: [journeys/transplant.yaml, journeys/again.yaml]\n",
                "FOLDER/journeys/again.yaml:3:3: a clock 'death' is defined in FOLDER/journeys/transplant.yaml:7:3 already");
    }

    @Test
    void a_scenario_may_not_be_a_fragment() throws IOException {
        assertProblems("fragment: s\n", "1:1: this is a fragment: a scenario lists it under 'journey'");
    }

    @Test
    void the_scenario_changes_the_fragments_key_by_key_and_takes_away() throws IOException {
        Files.writeString(folder.resolve("journeys/molecular.yaml"), """
                fragment: molecular
                tracks:
                  disease: [remission, molecular]
                clocks:
                  molecular: {while: {vital: alive}, after: 9 d, then: {disease: molecular}}
                """);
        Scenario scenario = read("""
                scenario: s
                run: {seed: 1, horizon: 1 y}
                journey: [journeys/transplant.yaml, journeys/molecular.yaml]
                clocks:
                  relapse: {while: {disease: [remission, molecular]}, hazard: off, after: 30 d}
                  death: off
                """);
        assertEquals(
                List.of(Track.of("vital", "alive", "dead"), Track.of("disease", "remission", "relapsed", "molecular")),
                scenario.journey().tracks());
        Clock relapse = scenario.journey().clocks().get(0);
        assertEquals(Condition.in("disease", "remission", "molecular"), relapse.condition());
        assertEquals(Fixed.of(30), relapse.law());
        assertEquals(Map.of("disease", "relapsed"), relapse.effect().sets());
        assertEquals(
                List.of("relapse", "molecular"),
                scenario.journey().clocks().stream().map(Clock::name).toList());
        assertEquals(
                List.of("journeys/transplant.yaml", "journeys/molecular.yaml"),
                scenario.fragments().stream()
                        .map(file -> folder.relativize(Path.of(file)).toString())
                        .toList());
    }

    /** The range of a fragment's value is not that of the count that a scenario puts in its place. */
    @Test
    void a_count_that_takes_the_place_of_a_value_brings_its_own_range() throws IOException {
        Files.writeString(folder.resolve("journeys/chances.yaml"), """
                fragment: chances
                parameters:
                  a: {value: 65 %, plausible: [45 %, 80 %], evidence: assumption, source: fragment}
                  b: {value: 3/10, evidence: published, source: fragment}
                  c: {value: 65 %, plausible: [45 %, 80 %], evidence: assumption, source: fragment}
                  d: {value: 65 %, plausible: [45 %, 80 %], evidence: assumption, source: fragment}
                tracks:
                  first: {draw: {one: $a, other: rest}}
                  second: {draw: {one: $b, other: rest}}
                  third: {draw: {one: $c, other: rest}}
                  fourth: {draw: {one: $d, other: rest}}
                """);
        Scenario scenario = read("""
                scenario: s
                run: {seed: 1, horizon: 1 y}
                journey: [journeys/transplant.yaml, journeys/chances.yaml]
                parameters:
                  a: {value: 57/99, evidence: published, source: scenario}
                  b: {value: 26/33}
                  c: {value: 57/99, plausible: [50 %, 60 %]}
                  d: {value: 60 %}
                """);
        assertEquals(
                List.of(
                        new Counts(57, 99).exactRange(),
                        new Counts(26, 33).exactRange(),
                        new Range(0.5, 0.6),
                        new Range(0.45, 0.8)),
                scenario.parameters().stream().map(Parameter::plausible).toList());
    }

    @Test
    void what_is_not_there_cannot_be_taken_away() throws IOException {
        assertProblems(
                "scenario: s\n" + RUN + "journey: [journeys/transplant.yaml]\nclocks:\n  deaht: off\n",
                "5:3: there is no clock 'deaht' to take away; did you mean death?");
    }

    @Test
    void a_fragment_alone_may_speak_of_what_others_define() throws IOException {
        Path file = Files.writeString(folder.resolve("journeys/alone.yaml"), """
                fragment: alone
                tracks:
                  mrd: [negative, positive]
                clocks:
                  a: {while: {vital: alive, mrd: postive}, since: transplant, after: $wait, then: {graft: infused}}
                """);
        assertEquals(
                file + ":5:34: 'postive' is no state of mrd; did you mean positive?\n" + file
                        + ":5:70: warning: there is no parameter 'wait' in this fragment: its scenario must have it",
                printed(ScenarioCheck.of(file, Map.of())));
    }

    private Scenario read(String scenario) throws IOException {
        Reading reading = ScenarioReader.read(Files.writeString(folder.resolve("s.yaml"), scenario), Map.of());
        assertEquals("", printed(reading));
        return reading.scenario().orElseThrow();
    }

    /** Lines of what is said, those of the scenario's own file without its name. */
    private void assertProblems(String scenario, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), scenario);
        String said = printed(Promptly.get(() -> ScenarioReader.read(file, Map.of())));
        assertEquals(
                expected.lines().sorted().collect(joining("\n")),
                said.lines()
                        .map(line -> line.startsWith(file + ":")
                                ? line.substring(file.toString().length() + 1)
                                : line)
                        .map(line -> line.replace(folder.toString(), "FOLDER"))
                        .sorted()
                        .collect(joining("\n")));
    }

    private static String printed(Reading reading) {
        return reading.problems().all().stream().map(Problem::toString).collect(joining("\n"));
    }
}
