package marrow.scenario.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marrow.scenario.Reading;
import marrow.scenario.ScenarioFiles;
import marrow.scenario.ScenarioReader;
import marrow.scenario.text.Problem;
import marrow.scenario.trial.Trial;
import org.junit.jupiter.api.Test;

/** Values given for places of a scenario, as {@code --set} does. */
class GivenPlacesTest {
    private static final Path T3 = Path.of("bench", "t3.yaml");

    private static Trial trial(String place, String value) {
        Reading reading = ScenarioReader.read(T3, Map.of(place, value));
        assertEquals(List.of(), reading.problems().all());
        return reading.scenario().orElseThrow().trial().orElseThrow();
    }

    private static String problem(String place, String value) {
        return ScenarioReader.read(T3, Map.of(place, value)).problems().all().stream()
                .map(Problem::toString)
                .reduce("", (all, one) -> all + one + "\n");
    }

    @Test
    void a_constant_of_the_trial() {
        assertEquals(40, trial("trial.patients", "40").study().plan().patients());
        assertEquals(500, trial("run.replicates", "500").replicates());
        assertEquals(5000, trial("run.cohort", "5000").cohort(), "which the file leaves out");
    }

    @Test
    void the_method_of_an_analysis_may_be_left_out() {
        assertEquals(
                0.4,
                trial("analyses.exact.null", "40 %")
                        .study()
                        .analyses()
                        .get(1)
                        .hypothesis()
                        .nullValue());
        assertEquals(
                0.4,
                trial("analyses.exact.exact-binomial.null", "40 %")
                        .study()
                        .analyses()
                        .get(1)
                        .hypothesis()
                        .nullValue());
        assertEquals("fail", problem("analyses.exact.lost", "fail").isEmpty() ? "fail" : "refused");
    }

    @Test
    void what_is_not_there_is_said_with_what_was_meant() {
        assertEquals(
                "--set trial.patiens: unknown key 'patiens' in the trial; did you mean patients?\n",
                problem("trial.patiens", "40"));
        assertEquals(
                "--set analyses.exct.null: there is no 'exct' in analyses; did you mean exact?\n",
                problem("analyses.exct.null", "40 %"));
        assertEquals(
                "--set trial.patients.all: nothing can be set below trial.patients\n",
                problem("trial.patients.all", "1"));
        assertEquals(
                "--set trail.patients: there is no 'trail' in the scenario; did you mean trial?\n",
                problem("trail.patients", "1"));
    }

    @Test
    void what_is_given_is_read_as_if_it_stood_there() {
        assertEquals(
                "--set trial.patients: a whole number from 1 on is needed here, not 0\n",
                problem("trial.patients", "0"));
    }

    @Test
    void replicates_are_as_many_as_can_be_counted() {
        assertEquals(
                "--set run.replicates: there are at most 2000000000 replicates, and this is 2000000001\n",
                problem("run.replicates", "2000000001"));
        assertEquals("", problem("run.replicates", "2000000000"));
    }

    @Test
    void the_resolved_file_has_it() {
        String yaml = ScenarioReader.resolved(ScenarioFiles.of(T3), Map.of("trial.patients", "40"));
        assertEquals(
                1, yaml.lines().filter(line -> line.equals("  patients: 40")).count(), yaml);
    }
}
