package marrow.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import marrow.design.Role;
import marrow.design.Study;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Replicates;
import marrow.montecarlo.Simulation;
import marrow.scenario.ScenarioReader;
import marrow.trial.FollowUp;
import marrow.trial.Plan;

/**
 * How the cost of a trial grows with its patients and what a second thread brings, by task T1. Prints lines of comma-separated
 * values: CPU time of a trial of n patients with 0.7 n events, the slope of its logarithm on that of n, and the trials a second of
 * one and of two threads by the clock on the wall, which other work on the machine disturbs.
 */
public final class Scaling {
    private static final int[] PATIENTS = {200, 1_000, 10_000, 100_000, 1_000_000};
    private static final int PATIENTS_A_POINT = 4_000_000;

    private Scaling() {}

    /** Run in the folder of the checkout. */
    public static void main(String[] args) {
        Study study = ScenarioReader.read(Path.of("bench/t1.yaml"), Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study();
        patients(study);
        threads(study);
    }

    private static StudyReplicates trials(Study study) {
        return StudyReplicates.of(study, Role.ALTERNATIVE, TrueValues.of(study.plan(), study.endpoints(), 1000, 1));
    }

    private static Study of(Study study, int patients) {
        Plan plan = study.plan();
        FollowUp.OfEvents events = (FollowUp.OfEvents) plan.followUp();
        return study.with(new Plan(
                patients,
                plan.recruitment(),
                plan.allocation(),
                plan.arms(),
                new FollowUp.OfEvents(events.of(), patients / 10 * 7, events.latestDay()),
                plan.horizonDays(),
                plan.seed()));
    }

    private static void patients(Study study) {
        double sumX = 0;
        double sumY = 0;
        double sumXX = 0;
        double sumXY = 0;
        for (int n : PATIENTS) {
            double nanos = nanosOfTrial(of(study, n), n);
            line("nanoseconds a patient in a trial of", n, nanos / n);
            double x = Math.log(n);
            double y = Math.log(nanos);
            sumX += x;
            sumY += y;
            sumXX += x * x;
            sumXY += x * y;
        }
        int points = PATIENTS.length;
        line(
                "log-log slope over so many sizes",
                points,
                (points * sumXY - sumX * sumY) / (points * sumXX - sumX * sumX));
    }

    /** The quicker of two passes: the first also warms up. */
    private static double nanosOfTrial(Study study, int n) {
        StudyReplicates trials = trials(study);
        Replicates.Worker worker = trials.worker();
        double[] row = new double[trials.width()];
        int count = Math.max(2, PATIENTS_A_POINT / n);
        double best = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < 2; pass++) {
            long began = cpuNanos();
            for (int i = 0; i < count; i++) {
                worker.replicate(i, row);
            }
            best = Math.min(best, (double) (cpuNanos() - began) / count);
        }
        return best;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void threads(Study study) {
        StudyReplicates trials = trials(study);
        trialsASecond(trials, 1);
        double one = 0;
        double two = 0;
        for (int turn = 0; turn < 3; turn++) { // by turns, so that other work disturbs both alike
            one = Math.max(one, trialsASecond(trials, 1));
            two = Math.max(two, trialsASecond(trials, 2));
        }
        line("trials a second by threads", 1, one);
        line("trials a second by threads", 2, two);
        line("times one thread that threads make", 2, two / one);
    }

    private static double trialsASecond(StudyReplicates trials, int threads) {
        int count = 40_000;
        long began = System.nanoTime();
        Simulation.of(trials, count, threads, Progress.SILENT).run();
        return count * 1e9 / (System.nanoTime() - began);
    }

    private static void line(String what, int of, double value) {
        System.out.printf(Locale.ROOT, "\"%s\",%d,%.4g%n", what, of, value);
    }
}
