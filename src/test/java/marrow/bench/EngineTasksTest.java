package marrow.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Simulation;
import org.junit.jupiter.api.Test;

/**
 * The engine gives the answers of the tasks, from the files that the benchmarks read: within 4 Monte Carlo errors, which a right
 * engine would leave with chance 6e-5 a bound, were the seeds not fixed.
 */
class EngineTasksTest {
    private static final int TRIALS = 40_000;
    private static final int PATIENTS = 1_000_000;

    private static double power(String file, String analysis) {
        EngineTrials engine = new EngineTrials(file);
        Results results = engine.trials()
                .results(Simulation.of(engine.trials(), TRIALS, 2, Progress.SILENT)
                        .run());
        List<Metric> metrics = results.analyses().get(analysis);
        return metrics.stream()
                .filter(metric -> metric.name().equals("power"))
                .findFirst()
                .orElseThrow()
                .estimate()
                .value();
    }

    private static void assertPower(double expected, double power) {
        assertEquals(expected, power, 4 * Math.sqrt(expected * (1 - expected) / TRIALS));
    }

    @Test
    void t1_has_its_power() {
        assertPower(0.7175, power("bench/t1.yaml", "log-rank"));
    }

    @Test
    void t2_has_its_power() {
        assertPower(0.711, power("bench/t2.yaml", "log-rank"));
    }

    /** R: pbinom(21, 31, 0.75, lower.tail = FALSE). */
    @Test
    void t3_has_its_power() {
        assertPower(0.77095, power("bench/t3.yaml", "exact"));
    }

    /** By the Kolmogorov equations, to four digits. */
    @Test
    void t4_occupies_its_states() {
        double[] expected = {0.0171, 0.0344, 0.3332, 0.0664, 0.2788, 0.2700};
        EngineLives engine = new EngineLives("bench/t4.yaml");
        engine.live(PATIENTS);
        for (int s = 0; s < expected.length; s++) {
            double error = Math.sqrt(expected[s] * (1 - expected[s]) / PATIENTS);
            assertEquals(expected[s], (double) engine.occupied[s] / PATIENTS, 4 * error + 5e-5, "state " + s);
        }
    }
}
