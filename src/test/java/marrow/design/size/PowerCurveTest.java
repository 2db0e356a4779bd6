package marrow.design.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import marrow.analysis.Analysis;
import marrow.design.Role;
import marrow.design.Study;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Simulation;
import marrow.stats.exact.ExactSingleStage;
import org.junit.jupiter.api.Test;

/** Powers by simulation, against enumeration and against a run of the same study. */
class PowerCurveTest {
    private static PowerCurve curve(Study study, Analysis analysis, double alpha, long replicates, int threads) {
        return PowerCurve.of(study.plan(), analysis, alpha, replicates, threads, Progress.SILENT);
    }

    private static Analysis named(Study study, String name) {
        return study.analyses().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** 4.9 standard errors: were the seed not fixed, one of four right sizes would fail with chance 4e-6. */
    @Test
    void double_programming_enumeration() {
        Study study = SmallTrials.t3();
        PowerCurve curve = curve(study, named(study, "exact"), 0.05, 4_000, 2);
        for (int n : new int[] {10, 23, 31, 40}) {
            double exact = ExactSingleStage.ofSize(n, 0.5, 0.75, 0.05).power();
            assertEquals(exact, curve.at(n).power().value(), 4.9 * Math.sqrt(exact * (1 - exact) / 4_000), n + "");
            assertEquals(n, curve.at(n).analysed());
            assertEquals(0.25 * n, curve.at(n).events(), 4.9 * Math.sqrt(0.1875 * n / 4_000));
        }
    }

    /** The power of a run, to the last bit, though the run has more endpoints to look at. */
    @Test
    void the_same_trials_as_a_run() {
        Study study = SmallTrials.maintenance();
        TrueValues truth = TrueValues.of(study.plan(), study.variables(), 100, 1);
        StudyReplicates trials = StudyReplicates.of(study, Role.ALTERNATIVE, truth);
        Map<String, List<marrow.design.metric.Metric>> run = trials.results(
                        Simulation.of(trials, 300, 2, Progress.SILENT).run())
                .analyses();
        for (Analysis analysis : study.analyses()) {
            PowerAt at = curve(study, analysis, analysis.hypothesis().alpha(), 300, 1)
                    .at(study.plan().patients());
            assertEquals(
                    run.get(analysis.name()).stream()
                            .filter(metric -> metric.name().equals("power"))
                            .findFirst()
                            .orElseThrow()
                            .estimate(),
                    at.power());
        }
    }

    @Test
    void any_number_of_threads() {
        Study study = SmallTrials.t3();
        Analysis analysis = named(study, "kaplan-meier");
        assertEquals(
                curve(study, analysis, 0.05, 1_000, 1).at(25),
                curve(study, analysis, 0.05, 1_000, 3).at(25));
    }

    /** With patients of their own, neighbours would differ by chance by about 0.02, and one step in three would go down. */
    @Test
    void sizes_share_their_patients() {
        Study study = SmallTrials.maintenance();
        PowerCurve curve = curve(study, named(study, "primary"), 0.025, 500, 2);
        double before = 0;
        for (int n = 100; n <= 240; n += 20) {
            double power = curve.at(n).power().value();
            assertTrue(power > before - 0.01, n + ": " + power + " after " + before);
            before = power;
        }
    }
}
