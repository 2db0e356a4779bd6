package marrow.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The tasks T1 to T4 through the engine, from their YAML files in {@code bench/}, beside the loops written by hand for the one
 * task; T5, the scenario of 31 patients as users run it. Trials, or patients, a second, one thread. Run in
 * the folder of the checkout. What travels between machines is the ratio of engine and loop: {@code bench/run}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TaskBenchmark {
    private static final int TRIALS = 500;
    private static final int PATIENTS = 10_000;

    /** One engine or loop, made in the fork that measures it, so that the compiler sees no other. */
    @State(Scope.Thread)
    public static class T1Engine {
        EngineTrials trials;

        @Setup
        public void read() {
            trials = new EngineTrials("bench/t1.yaml");
        }
    }

    @State(Scope.Thread)
    public static class T2Engine {
        EngineTrials trials;

        @Setup
        public void read() {
            trials = new EngineTrials("bench/t2.yaml");
        }
    }

    @State(Scope.Thread)
    public static class T3Engine {
        EngineTrials trials;

        @Setup
        public void read() {
            trials = new EngineTrials("bench/t3.yaml");
        }
    }

    @State(Scope.Thread)
    public static class T4Engine {
        EngineLives lives;

        @Setup
        public void read() {
            lives = new EngineLives("bench/t4.yaml");
        }
    }

    @State(Scope.Thread)
    public static class T5Engine {
        EngineTrials trials;

        @Setup
        public void read() {
            trials = new EngineTrials("scenarios/haplo-conditioning-31.yaml");
        }
    }

    @State(Scope.Thread)
    public static class Loops {
        final TwoArmLoop t1 = TwoArmLoop.oneLook(1);
        final TwoArmLoop t2 = TwoArmLoop.threeLooks(2);
        final SingleArmLoop t3 = new SingleArmLoop(3);
        final SixStateLoop t4 = new SixStateLoop(4);
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public Object t1Engine(T1Engine of) {
        of.trials.run(TRIALS);
        return of.trials;
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public int t1Loop(Loops loops) {
        return rejections(loops.t1);
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public Object t2Engine(T2Engine of) {
        of.trials.run(TRIALS);
        return of.trials;
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public int t2Loop(Loops loops) {
        return rejections(loops.t2);
    }

    private static int rejections(TwoArmLoop loop) {
        int rejected = 0;
        for (int i = 0; i < TRIALS; i++) {
            rejected += loop.rejects() ? 1 : 0;
        }
        return rejected;
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public Object t3Engine(T3Engine of) {
        of.trials.run(TRIALS);
        return of.trials;
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public double t3Loop(Loops loops) {
        double sum = 0;
        for (int i = 0; i < TRIALS; i++) {
            loops.t3.trial();
            sum += loops.t3.lower + loops.t3.upper + (loops.t3.exactTestRejects ? 1 : 0);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PATIENTS)
    public Object t4Engine(T4Engine of) {
        of.lives.live(PATIENTS);
        return of.lives;
    }

    @Benchmark
    @OperationsPerInvocation(PATIENTS)
    public Object t4Loop(Loops loops) {
        loops.t4.live(PATIENTS);
        return loops.t4;
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public Object t5Engine(T5Engine of) {
        of.trials.run(TRIALS);
        return of.trials;
    }
}
