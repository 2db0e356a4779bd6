package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import marrow.scenario.text.Problem;
import marrow.scenario.value.Counts;
import marrow.scenario.value.Parameter;
import marrow.scenario.value.Range;
import org.junit.jupiter.api.Test;

/** The resolved file is the same scenario, whatever was given on the command line. */
class ResolvedYamlTest {
    private static final String COUNTED = SmallTrial.YAML.replace(
            "{value: 40 %, plausible: [20 %, 60 %], evidence: assumption, source: test}",
            "{value: 26/100, evidence: assumption, source: test}");

    private static Scenario again(String yaml, Map<String, String> sets) {
        String resolved = ScenarioReader.resolved(ScenarioFiles.ofText("first", yaml), sets);
        Reading reading = ScenarioReader.read(ScenarioFiles.ofText("resolved", resolved), Map.of());
        assertEquals(
                "",
                String.join(
                        "\n",
                        reading.problems().all().stream().map(Problem::toString).toList()));
        assertEquals(
                resolved,
                ScenarioReader.resolved(ScenarioFiles.ofText("resolved", resolved), Map.of()),
                "and so on for ever");
        return reading.scenario().orElseThrow();
    }

    private static Parameter parameter(Scenario scenario, String name) {
        return scenario.parameters().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_parameter_given_by_counts_keeps_its_range_under_another_value() {
        Range believed = new Counts(26, 100).exactRange();
        for (String given : new String[] {"30 %", "30/100", "0.3"}) {
            Parameter resolved = parameter(again(COUNTED, Map.of("relapse-1y", given)), "relapse-1y");
            assertEquals(0.3, resolved.value());
            assertEquals(believed, resolved.plausible(), "to the bit");
        }
        assertEquals(believed, parameter(again(COUNTED, Map.of()), "relapse-1y").plausible());
    }

    @Test
    void a_range_of_its_own_stays() {
        Parameter resolved = parameter(again(SmallTrial.YAML, Map.of("relapse-1y", "30/100")), "relapse-1y");
        assertEquals(new Range(0.2, 0.6), resolved.plausible());
    }

    @Test
    void a_chance_of_a_toxicity_table_is_the_one_that_was_given() {
        String page = DocumentedExamples.of("fragment").get("course-example");
        String yaml = "scenario: test\nrun: {seed: 1, horizon: 1 y}\n" + page.substring(page.indexOf('\n') + 1);
        Map<String, String> given = Map.of("short-course/crs", "60 %", "short-course/crs-3+", "10 %");
        Scenario set = ScenarioReader.read(ScenarioFiles.ofText("first", yaml), given)
                .scenario()
                .orElseThrow();
        String written = ScenarioReader.resolved(ScenarioFiles.ofText("first", yaml), given);
        Scenario resolved = ScenarioReader.read(ScenarioFiles.ofText("resolved", written), Map.of())
                .scenario()
                .orElseThrow();
        assertEquals(0.1, resolved.courses().get(0).toxicities().get(1).grade3());
        assertEquals(set.courses(), resolved.courses());
        assertEquals(set.journey(), resolved.journey());
    }

    @Test
    void what_yaml_takes_for_the_end_of_a_line_is_escaped() {
        String title = "one\u2028two\u2029three\u0085four\u000bfive\ufeffsix \ud83e\uddec";
        String yaml = SmallTrial.YAML.replace(
                "A small trial", "\"one\\u2028two\\u2029three\\u0085four\\u000bfive\\ufeffsix \ud83e\uddec\"");
        assertEquals(title, again(yaml, Map.of()).title());
        String resolved = ScenarioReader.resolved(ScenarioFiles.ofText("first", yaml), Map.of());
        assertTrue(resolved.contains("one\\u2028two\\u2029three\\u0085four\\u000bfive\\ufeffsix"), resolved);
    }
}
