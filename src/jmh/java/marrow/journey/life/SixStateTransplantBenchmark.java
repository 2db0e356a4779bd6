package marrow.journey.life;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** T4: patients of the six-state transplant model a second, through the public engine, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SixStateTransplantBenchmark {
    private static final int PATIENTS = 10_000;

    private final Patient patient = Patient.of(SixStateTransplant.compiled(), 20261120);
    private long replicate;

    @Benchmark
    @OperationsPerInvocation(PATIENTS)
    public int patients() {
        int relapsed = 0;
        replicate++;
        for (int i = 0; i < PATIENTS; i++) {
            patient.live(replicate, i, SixStateTransplant.YEARS);
            relapsed += patient.state(0) == 3 ? 1 : 0;
        }
        return relapsed;
    }
}
