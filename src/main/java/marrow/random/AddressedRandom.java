package marrow.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The random numbers of one run, found by address (seed, replicate, patient, clock, occurrence).
 *
 * <p>At each address stands an unending stream of 64-bit words; most clocks read only its first. The stream is the LXM
 * generator L64_X128_MIX of Steele and Vigna, started in a state that the address gives. All arithmetic is modulo 2^64:
 *
 * <pre>
 *   (p0, p1, p2, p3) = Philox4x64-10(key (seed, 0), counter (1, 0, replicate, patient))    once a patient
 *   a  = p0 | 1                          increment of the linear congruential part
 *   s  = p1 + occurrence * GOLDEN        state of the linear congruential part
 *   x0 = (clock ^ p2) * a                state of the xor-based part
 *   x1 = p3
 *   word = lea64(s + x0);  s = M s + a;  (x0, x1) = xoroshiro128(x0, x1)
 * </pre>
 *
 * <p>What holds by construction. Philox is a bijection, so under one seed different (replicate, patient) have different
 * words p. Within a patient the state is a bijection of (clock, occurrence), since GOLDEN and a are odd, so different
 * addresses have different states. Two occurrences of a clock share the xor-based part, so their streams cannot meet
 * within 2^128 - 1 words. The first word depends on all five coordinates, through lea64, a bijection that avalanches.
 *
 * <p>What holds up to chance. The streams of N addresses, each read for L words, meet with chance below N^2 L / 2^192.
 * First words of different clocks or patients behave as independent 64-bit numbers, so two of N addresses show the same
 * one with chance about N^2 / 2^65: 3 % at a thousand million addresses, as it should be. Names of clocks become keys by
 * 64 bits of SHA-256: among 1000 names two are alike with chance 3e-14. An xor-based part of zero (chance 2^-128) would
 * leave the linear congruential part, mixed, alone.
 *
 * <p>Mutable and for one thread: give each thread its own. Moving and drawing allocate nothing.
 *
 * <p>Source: Steele and Vigna, "LXM: better splittable pseudorandom number generators", OOPSLA 2021.
 */
public final class AddressedRandom implements UniformRandomProvider {
    private static final long LCG_MULTIPLIER = 0xD1342543DE82EF95L;
    private static final long LEA_MULTIPLIER = 0xDABA0B6EB09322E3L;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double HALF_STEP = 0x1.0p-53;
    private static final double STEP = 0x1.0p-52;

    /** By the last byte of a word: the width of its layer of the ziggurat, or NaN where a word is not enough. */
    private static final double[] WIDTH = widths();

    private final PhiloxBlock words;
    private final ZigguratSampler.Exponential ziggurat = ZigguratSampler.Exponential.of(this);

    /** What the words of the chosen patient mean: see above. */
    long increment;

    long firstState;
    long clockMask;
    private long lastWord;

    private long s;
    private long x0;
    private long x1;

    private AddressedRandom(long seed) {
        words = new PhiloxBlock(seed);
    }

    /** The numbers of this seed, standing at occurrence 0 of clock 0 of patient 0 of replicate 0. */
    public static AddressedRandom of(long seed) {
        AddressedRandom random = new AddressedRandom(seed);
        random.patient(0, 0);
        random.at(0, 0);
        return random;
    }

    /** The key of a clock: the first 8 bytes of SHA-256 of its name in UTF-8, so no other clock can move it. */
    public static long clockKey(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Chooses the patient. Call {@link #at} before the next draw. */
    public void patient(long replicate, long patient) {
        words.encipher(replicate, patient);
        increment = words.w0 | 1;
        firstState = words.w1;
        clockMask = words.w2;
        lastWord = words.w3;
    }

    /** Places the stream at the start of this clock's occurrence (counted from 0) in the chosen patient. */
    public void at(long clockKey, long occurrence) {
        s = firstState + occurrence * GOLDEN;
        x0 = (clockKey ^ clockMask) * increment;
        x1 = lastWord;
    }

    /**
     * The first {@link #exponential} at an address, which is all that most clocks read (T1 11.6 to 10.6 us a trial, T4 155 to 147 ns a
     * patient). No state of a stream is made unless a second word is needed, so afterwards the stream stands nowhere: call {@link #at}
     * before other draws.
     */
    public double firstExponential(long clockKey, long occurrence) {
        double x = exponentialOf(firstWord(clockKey, occurrence));
        if (x >= 0) {
            return x;
        }
        at(clockKey, occurrence);
        return exponential();
    }

    /** The exponential that one word makes; NaN where it takes more. */
    static double exponentialOf(long word) {
        return WIDTH[(int) word & 0xff] * (word >>> 1);
    }

    /** The first {@link #uniform} at an address. The stream stays where it stands. */
    public double firstUniform(long clockKey, long occurrence) {
        return uniform(firstWord(clockKey, occurrence));
    }

    private long firstWord(long clockKey, long occurrence) {
        return lea64(firstState + occurrence * GOLDEN + (clockKey ^ clockMask) * increment);
    }

    @Override
    public long nextLong() {
        long low = x0;
        long word = lea64(s + low);
        s = LCG_MULTIPLIER * s + increment;
        long high = x1 ^ low;
        x0 = Long.rotateLeft(low, 24) ^ high ^ (high << 16);
        x1 = Long.rotateLeft(high, 37);
        return word;
    }

    /** A unit exponential: mean 1, variance 1. About 98 of 100 take one word, the others two or more. */
    public double exponential() {
        return ziggurat.sample();
    }

    /** A uniform of 52 bits in the open interval (0, 1): the odd multiples of 2^-53, so 1 - u is one as well. */
    public double uniform() {
        return uniform(nextLong());
    }

    private static double uniform(long word) {
        return (word >>> 12) * STEP + HALF_STEP;
    }

    /**
     * The widths of the layers, read off the library's sampler: to the word 2^63 + layer it answers with 2^62 times the width, unless the
     * layer is one of those at the edge, where it goes on drawing.
     */
    private static double[] widths() {
        double[] width = new double[256];
        for (int layer = 0; layer < width.length; layer++) {
            long word = Long.MIN_VALUE + layer;
            int[] drawn = {0};
            double x = ZigguratSampler.Exponential.of(() -> drawn[0]++ == 0 ? word : 0)
                    .sample();
            width[layer] = drawn[0] == 1 ? x * 0x1p-62 : Double.NaN;
        }
        return width;
    }

    static long lea64(long x) {
        long z = (x ^ (x >>> 32)) * LEA_MULTIPLIER;
        z = (z ^ (z >>> 32)) * LEA_MULTIPLIER;
        return z ^ (z >>> 32);
    }
}
