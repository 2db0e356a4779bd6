package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marrow.dist.Fixed;
import marrow.dist.Uniform;
import marrow.journey.Condition;
import marrow.journey.Course;
import marrow.journey.Effect;
import marrow.scenario.text.Problem;
import marrow.scenario.value.Counts;
import marrow.scenario.value.Evidence;
import marrow.scenario.value.Parameter;
import marrow.scenario.value.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoursesTest {
    @TempDir
    Path folder;

    @Test
    void the_course_of_the_page_is_read_as_written() {
        Scenario scenario = course(Map.of());
        Course course = scenario.courses().get(0);
        assertEquals("blinatumomab", course.drug());
        assertEquals(Fixed.of(2), course.start().law());
        assertEquals(Condition.in("vital", "alive"), course.needs());
        assertEquals("bsa", course.scaledBy());
        assertEquals(
                List.of(new Course.Dose(1, 2, 5), new Course.Dose(3, 4, 10), new Course.Dose(5, 14, 15)),
                course.doses());
        assertEquals(new Course.Extension(Condition.in("response", "none"), 28, 15), course.extension());
        assertEquals(Uniform.of(1, 3), course.hold());
        assertEquals(35, course.vialUg());
        assertEquals(Double.POSITIVE_INFINITY, course.hospitalDays());
        assertEquals(Effect.mark("blinatumomab-end"), course.end());
        assertEquals(
                List.of(
                        new Course.Toxicity("fever", 30.0 / 33, 11.0 / 33, Uniform.of(0, 3), false),
                        new Course.Toxicity("crs", 18.0 / 33, 2.0 / 33, Uniform.of(0, 14), true)),
                course.toxicities());
        assertTrue(scenario.journey().clocks().stream()
                .anyMatch(clock -> clock.name().equals("short-course/crs")));
        assertTrue(scenario.journey().accruals().stream()
                .anyMatch(accrual -> accrual.accounts().contains("short-course/vials")));
    }

    @Test
    void each_line_of_the_toxicity_table_is_a_parameter_with_the_evidence_of_the_table() {
        Parameter severe = parameter(course(Map.of()), "short-course/crs-3+");
        assertEquals(2.0 / 33, severe.value());
        assertEquals(new Provenance(Evidence.PUBLISHED, "Xie 2023 Table 3"), severe.provenance());
        assertEquals(new Counts(2, 33).exactRange(), severe.plausible());

        Scenario set = course(Map.of("short-course/crs-3+", "10 %"));
        assertEquals(0.10, parameter(set, "short-course/crs-3+").value());
        assertEquals(0.10, set.courses().get(0).toxicities().get(1).grade3());
    }

    @Test
    void a_line_without_grade_3_sets_no_mark_of_it() {
        String yaml = """
                scenario: mild
                run: {seed: 1, horizon: 1 y}
                tracks: {vital: [alive, dead]}
                courses:
                  c:
                    drug: d
                    starts: {while: {vital: alive}, after: 2 d}
                    doses: [{days: 1-7, ug: 5}]
                    toxicity:
                      evidence: assumption
                      source: test
                      onset: {uniform: [0 d, 3 d]}
                      lines: {crs: {any: 30 %}, fever: {any: 30 %, grade-3: 5 %}}
                trial: {patients: 20, accrual: {over: 1 y}, follow-up: {last-patient: 30 d}}
                endpoints:
                  mild: {from: c, reached: c/crs-3+, by: 28 d}
                  hot: {from: c, reached: c/fever-3+, by: 28 d}
                """;
        String what = ScenarioReader.read(ScenarioFiles.ofText("mild.yaml", yaml), Map.of()).problems().all().stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
        assertEquals(
                "mild.yaml:16:28: nothing sets the mark 'c/crs-3+'; there are c, c/end, c/stop, c/crs, c/fever and c/fever-3+",
                what);
    }

    private static Parameter parameter(Scenario scenario, String name) {
        return scenario.parameters().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Scenario course(Map<String, String> sets) {
        String page = DocumentedExamples.of("fragment").get("course-example");
        return ReadScenario.of(folder, page.substring(page.indexOf('\n') + 1), sets);
    }
}
