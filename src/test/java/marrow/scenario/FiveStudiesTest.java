package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marrow.analysis.ExactBinomial;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Simulation;
import marrow.scenario.trial.Trial;
import marrow.trial.Arm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trials of the five studies: every question they ask has an answer near the true one, in every arm. What is registered of them is in {@link RegisteredFactsTest}. */
class FiveStudiesTest {
    private static final int TRIALS = 120;
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
        TrueValues truth = TrueValues.of(trial.study().plan(), trial.study().variables(), TRUE_PATIENTS, 2);
        StudyReplicates replicates =
                StudyReplicates.of(trial.study(), trial.truths().get(0).role(), truth);
        Results results = replicates.results(
                Simulation.of(replicates, TRIALS, 2, Progress.SILENT).run());
        List<String> others =
                trial.study().plan().arms().stream().skip(1).map(Arm::name).toList();
        results.endpoints().forEach((endpoint, metrics) -> {
            Map<String, Estimate> values = byName(metrics);
            values.forEach((name, value) -> {
                if (others.stream().noneMatch(name::endsWith)) {
                    assertTrue(Double.isFinite(value.value()), endpoint + " " + name);
                }
                if (values.containsKey("true_" + name)) {
                    assertNear(values.get("true_" + name), value, endpoint + " " + name);
                }
            });
        });
        assertEquals(trial.study().analyses().size(), results.analyses().size());
        results.analyses().forEach((analysis, metrics) -> assertAnswered(analysis, byName(metrics)));
    }

    private static Map<String, Estimate> byName(List<Metric> metrics) {
        Map<String, Estimate> values = new HashMap<>();
        metrics.forEach(metric -> values.put(metric.name(), metric.estimate()));
        return values;
    }

    /** In every arm: within four standard errors, of the trials and of the true value, and 2 points or hundredths for what small trials are off by. Seeds are fixed. */
    private static void assertNear(Estimate truth, Estimate seen, String what) {
        double room = 0.02 * Math.max(1, Math.abs(truth.value())) + 4 * Math.hypot(truth.mcse(), seen.mcse());
        double apart = Math.abs(seen.value() - truth.value());
        assertTrue(apart <= room, () -> what + " is " + seen.value() + ", truly " + truth.value());
    }

    /** With an estimand: within four standard errors and a third of the spread of its estimates, for a ratio of few events is off by as much. */
    private static void assertAnswered(String analysis, Map<String, Estimate> values) {
        double rejects = values.get("power").value();
        assertTrue(rejects >= 0 && rejects <= 1, analysis + " rejects " + rejects);
        assertTrue(values.get("failed").value() < 0.5, analysis + " has no answer");
        if (values.containsKey("true_value")) {
            double room = 4 * values.get("bias").mcse() + values.get("emp_se").value() / 3;
            double bias = values.get("bias").value();
            assertTrue(Math.abs(bias) <= room, () -> analysis + " is off by " + bias + ", with " + room + " to spare");
        }
    }

    /** Enrolled at day 60 to 90 after the transplant: nobody is at risk before. */
    @Test
    void maintenance_follows_patients_from_their_enrolment() {
        Trial trial = trial("post-hsct-maintenance");
        assertTrue(trial.study().analyses().get(0) instanceof ExactBinomial);
        assertTrue(trial.study().plan().arms().get(0).entry().daysSince().containsKey("transplant"));
    }
}
