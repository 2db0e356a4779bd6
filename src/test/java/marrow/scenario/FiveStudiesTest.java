package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marrow.analysis.ExactBinomial;
import marrow.design.Metric;
import marrow.design.Results;
import marrow.design.StudyReplicates;
import marrow.design.TrueValues;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Simulation;
import marrow.trial.Arm;
import marrow.trial.TimeToEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trials of the five studies: they are as registered, and every question they ask has an answer. */
class FiveStudiesTest {
    private static final int TRIALS = 60;
    private static final int TRUE_PATIENTS = 8192;

    private static Trial trial(String scenario) {
        Reading reading = ScenarioReader.read(Path.of("scenarios", scenario + ".yaml"), Map.of());
        assertEquals(List.of(), reading.problems().all());
        return reading.scenario().orElseThrow().trial().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ngs-mrd-pediatric",
                "haplo-conditioning-31",
                "post-hsct-maintenance",
                "relapse-dli",
                "short-course-rr"
            })
    void every_question_has_an_answer_near_the_true_one(String scenario) {
        Trial trial = trial(scenario);
        TrueValues truth = TrueValues.of(trial.study().plan(), trial.study().endpoints(), TRUE_PATIENTS, 2);
        StudyReplicates replicates =
                StudyReplicates.of(trial.study(), trial.truths().get(0).role(), truth);
        Results results = replicates.results(
                Simulation.of(replicates, TRIALS, 2, Progress.SILENT).run());
        List<String> others =
                trial.study().plan().arms().stream().skip(1).map(Arm::name).toList();
        results.endpoints().forEach((endpoint, metrics) -> {
            Map<String, Double> values = new HashMap<>();
            for (Metric metric : metrics) {
                if (others.stream().noneMatch(metric.name()::endsWith)) {
                    assertTrue(Double.isFinite(metric.estimate().value()), endpoint + " " + metric.name());
                    values.put(metric.name(), metric.estimate().value());
                }
            }
            // 60 trials of 18 patients or more: four standard errors of the smallest are 6 points. Seeds are fixed.
            values.forEach((name, value) -> {
                if (name.startsWith("survival_") || name.startsWith("incidence_") || name.startsWith("share")) {
                    assertEquals(values.get("true_" + name), value, 0.06, endpoint + " " + name);
                }
            });
        });
    }

    @Test
    void sizes_are_as_registered_or_published() {
        assertEquals(31, trial("haplo-conditioning-31").study().plan().patients());
        assertEquals(68, trial("post-hsct-maintenance").study().plan().patients());
        assertEquals(33, trial("short-course-rr").study().plan().patients());
    }

    @Test
    void event_free_survival_has_the_five_events_and_relapse_free_survival_is_censored_as_registered() {
        List<TimeToEvent> endpoints = trial("ngs-mrd-pediatric").study().endpoints().stream()
                .filter(TimeToEvent.class::isInstance)
                .map(TimeToEvent.class::cast)
                .toList();
        TimeToEvent efs = named("EFS", endpoints);
        assertEquals(
                List.of(
                        "death-in-induction",
                        "abandonment-before-remission",
                        "death-in-first-remission",
                        "relapse",
                        "second-malignancy"),
                efs.events());
        assertEquals(
                List.of("death", "second-malignancy"), named("RFS", endpoints).censoring());
        assertEquals(
                List.of("death", "second-malignancy"),
                named("relapse", endpoints).competing());
    }

    private static TimeToEvent named(String name, List<TimeToEvent> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Enrolled at day 60 to 90 after the transplant: nobody is at risk before. */
    @Test
    void maintenance_follows_patients_from_their_enrolment() {
        Trial trial = trial("post-hsct-maintenance");
        assertTrue(trial.study().analyses().get(0) instanceof ExactBinomial);
        assertTrue(trial.study().plan().arms().get(0).entry().daysSince().containsKey("transplant"));
    }
}
