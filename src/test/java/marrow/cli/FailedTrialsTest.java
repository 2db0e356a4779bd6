package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.TrueValues;
import marrow.look.WrittenTrials;
import marrow.montecarlo.Block;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Replicates;
import marrow.montecarlo.Simulation;
import marrow.report.run.RunTable;
import marrow.report.run.SummaryJson;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioReader;
import marrow.scenario.trial.Trial;
import org.junit.jupiter.api.Test;

/** Trials that fail stay in every denominator, and are told of. */
class FailedTrialsTest {
    private static final Scenario SCENARIO = ScenarioReader.read(Path.of("bench", "t3.yaml"), Map.of())
            .scenario()
            .orElseThrow();
    private static final Trial TRIAL = SCENARIO.trial().orElseThrow();
    private static final StudyReplicates TRIALS = StudyReplicates.of(
            TRIAL.study(),
            TRIAL.truths().get(0).role(),
            TrueValues.of(TRIAL.study().plan(), TRIAL.study().variables(), 4096, 2));

    /** The trials of the scenario, of which those whose number divides fail. */
    private static RunResult result(long count, long failing, int threads) {
        Replicates some = new Replicates() {
            @Override
            public int width() {
                return TRIALS.width();
            }

            @Override
            public Worker worker() {
                Worker worker = TRIALS.worker();
                return (number, row) -> {
                    worker.replicate(number, row);
                    if (number % failing == failing - 1) {
                        throw new ArithmeticException("no answer to " + number);
                    }
                };
            }
        };
        Block block = Simulation.of(some, count, threads, Progress.SILENT).run();
        TruthOutcome outcome =
                new TruthOutcome(TRIAL.truths().get(0), TRIAL.study(), List.of(), TRIALS.results(block), false);
        return new RunResult(SCENARIO, 31, count, List.of(outcome));
    }

    private static double metric(RunResult result, String name) {
        List<Metric> metrics = result.outcomes().get(0).results().analyses().get("exact");
        return WrittenTrials.value(metrics, name);
    }

    @Test
    void they_count_as_not_rejecting_and_as_failed() {
        RunResult all = result(1000, 10_000, 2);
        RunResult some = result(1000, 100, 2);
        Results results = some.outcomes().get(0).results();
        assertEquals(1000, results.replicates());
        assertEquals(10, results.failed());
        assertEquals(0.01, metric(some, "failed"), 1e-12);
        assertTrue(metric(some, "power") <= metric(all, "power"));
        assertTrue(metric(some, "power") >= metric(all, "power") - 0.01);
        assertEquals(Math.rint(1000 * metric(some, "power")), 1000 * metric(some, "power"), 1e-9, "of all 1,000");
    }

    @Test
    void table_summary_and_exit_code_tell_of_them() {
        RunResult some = result(1000, 100, 3);
        String table = RunTable.of(some).replaceAll("\\s+", " ");
        assertTrue(
                table.contains("10 of 1,000 trials failed and count as not rejecting; the first is replicate 99: "
                        + "ArithmeticException: no answer to 99"),
                table);
        String summary = SummaryJson.of(some);
        assertTrue(summary.contains("\"failed\": 10"), summary);
        assertTrue(summary.contains("\"first_failed\": [99, 199, 299, 399, 499]"), summary);
        assertEquals(summary, SummaryJson.of(result(1000, 100, 1)), "for any number of threads");
        StringWriter said = new StringWriter();
        assertEquals(5, FailedTrials.told(some, "bench/t3.yaml --seed 31", new PrintWriter(said)));
        assertEquals(
                "marrow: 10 of 1000 trials failed under expected; see the first: marrow run bench/t3.yaml --seed 31 "
                        + "--truth expected --replicates 1000 --replicate 99",
                said.toString().strip());
    }

    @Test
    void nothing_is_said_where_none_failed() {
        StringWriter said = new StringWriter();
        assertEquals(0, FailedTrials.told(result(300, 10_000, 1), "", new PrintWriter(said)));
        assertEquals("", said.toString());
    }

    @Test
    void where_all_fail_no_number_is_made_up() {
        RunResult none = result(300, 1, 2);
        assertEquals(0, metric(none, "power"));
        assertEquals(1, metric(none, "failed"));
        assertTrue(SummaryJson.of(none).contains("\"duration_days\": {\"value\": null"));
        RunTable.of(none).lines().forEach(line -> assertTrue(line.length() <= 80 && !line.contains("NaN"), line));
    }

    @Test
    void exceptions_of_the_arithmetic_do_not_end_the_run() {
        assertTrue(!TRIALS.endsTheRun(new IllegalStateException()) && !TRIALS.endsTheRun(new ArithmeticException()));
    }
}
