package marrow.random;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.L64X128Mix;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
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

/**
 * What an address costs: to stand there and take the first exponential, or eight uniforms, in nanoseconds an address.
 *
 * <p>Ours against a Commons generator made anew at every address. Philox takes the address as its counter; the other two
 * take the words of the patient with the clock and the occurrence folded in, LXM exactly as ours, XoShiRo through lea64
 * because its first word is not mixed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AddressBenchmark {
    private static final int CLOCKS = 32;
    private static final int DRAWS = 8;
    private static final long SEED = 20261120;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long LEA_MULTIPLIER = 0xDABA0B6EB09322E3L;

    private final long[] keys = new long[CLOCKS];
    private final long[] words = new long[4];
    private final AddressedRandom random = AddressedRandom.of(SEED);
    private long patient;

    public AddressBenchmark() {
        Philox4x64 philox = new Philox4x64(new long[] {SEED, 0, 0, 0, 0, 0});
        Arrays.setAll(words, i -> philox.nextLong());
        for (int i = 0; i < CLOCKS; i++) {
            keys[i] = AddressedRandom.clockKey("clock-" + i);
        }
    }

    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public double firstExponentialAddressed() {
        double sum = 0;
        for (long key : keys) {
            random.at(key, 0);
            sum += random.exponential();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public double firstExponentialPhilox() {
        double sum = 0;
        for (long key : keys) {
            sum += ZigguratSampler.Exponential.of(philox(key)).sample();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public double firstExponentialLxm() {
        double sum = 0;
        for (long key : keys) {
            sum += ZigguratSampler.Exponential.of(lxm(key)).sample();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public double firstExponentialXoshiro() {
        double sum = 0;
        for (long key : keys) {
            sum += ZigguratSampler.Exponential.of(xoshiro(key)).sample();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public double eightUniformsAddressed() {
        double sum = 0;
        for (long key : keys) {
            random.at(key, 0);
            for (int i = 0; i < DRAWS; i++) {
                sum += random.uniform();
            }
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public double eightUniformsPhilox() {
        double sum = 0;
        for (long key : keys) {
            sum += eightUniforms(philox(key));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public double eightUniformsLxm() {
        double sum = 0;
        for (long key : keys) {
            sum += eightUniforms(lxm(key));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public double eightUniformsXoshiro() {
        double sum = 0;
        for (long key : keys) {
            sum += eightUniforms(xoshiro(key));
        }
        return sum;
    }

    /** The next patient and its first word, so that the block is not dead code. */
    @Benchmark
    public long nextPatient() {
        random.patient(0, patient++);
        random.at(keys[0], 0);
        return random.nextLong();
    }

    private Philox4x64 philox(long key) {
        return new Philox4x64(new long[] {SEED, 0, 0, key, 0, 0});
    }

    private L64X128Mix lxm(long key) {
        long increment = words[0] | 1;
        return new L64X128Mix(increment, words[1], (key ^ words[2]) * increment, words[3]);
    }

    private XoShiRo256PlusPlus xoshiro(long key) {
        long mixed = lea64(key ^ words[0]);
        return new XoShiRo256PlusPlus(mixed, words[1] + GOLDEN, words[2] ^ mixed, lea64(words[3] + mixed));
    }

    private static double eightUniforms(UniformRandomProvider source) {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += source.nextDouble();
        }
        return sum;
    }

    private static long lea64(long x) {
        long z = (x ^ (x >>> 32)) * LEA_MULTIPLIER;
        z = (z ^ (z >>> 32)) * LEA_MULTIPLIER;
        return z ^ (z >>> 32);
    }
}
