package marrow.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The random numbers of one run, found by address (seed, replicate, patient, clock, occurrence).
 *
 * <p>At each address stands an unending stream of 64-bit words; most clocks read only its first. The stream is the LXM
 * generator L64_X128_MIX of Steele and Vigna, started in a state that the address gives. All arithmetic is modulo 2^64:
 *
 * <pre>
 *   (q0, q1, q2, .) = Philox4x64-10(key (seed, 0), counter (1, 0, 0, 0))    once a run
 *   ri = lea64(qi + replicate * GOLDEN)                                      once a replicate, i = 0 to 2
 *   pi = lea64(ri + patient * GOLDEN)                                        once a patient
 *   a  = p0 | 1                          increment of the linear congruential part
 *   s  = p1 + occurrence * GOLDEN        state of the linear congruential part
 *   x0 = clock * a                       state of the xor-based part
 *   x1 = p2
 *   word = lea64(s + x0);  s = M s + a;  (x0, x1) = xoroshiro128(x0, x1)
 * </pre>
 *
 * <p>What holds by construction. GOLDEN is odd and lea64 a bijection that avalanches, so each of the three words is a bijection of the
 * replicate, and within a replicate of the patient: no two patients of a trial, and no two trials of a patient, share one.
 * Within a patient the state is a bijection of (clock, occurrence), since GOLDEN and a are odd, so different
 * addresses have different states. Two occurrences of a clock share the xor-based part, so their streams cannot meet
 * within 2^128 - 1 words. The first word depends on all five coordinates, through lea64.
 *
 * <p>What holds up to chance. Two patients of different number in different replicates share a word with chance 2^-64, all three with
 * 2^-192. The streams of N addresses, each read for L words, meet with chance below N^2 L / 2^192.
 * First words of different clocks or patients behave as independent 64-bit numbers, so two of N addresses show the same
 * one with chance about N^2 / 2^65: 3 % at a thousand million addresses, as it should be. Names of clocks become keys by
 * 64 bits of SHA-256: among 1000 names two are alike with chance 3e-14. An xor-based part of zero (chance 2^-128) would
 * leave the linear congruential part, mixed, alone.
 *
 * <p>Why words are mixed and not enciphered once a patient: Philox has ten rounds, each of which waits for the one before, and no vector form
 * of its products; mixing is the same few operations on every patient (T1 9.9 to 7.0 us a trial).
 *
 * <p>Mutable and for one thread: give each thread its own. Moving and drawing allocate nothing.
 *
 * <p>Sources: Steele and Vigna, "LXM: better splittable pseudorandom number generators", OOPSLA 2021; Salmon, Moraes, Dror, Shaw, "Parallel
 * random numbers: as easy as 1, 2, 3", SC11 (2011).
 */
public final class AddressedRandom implements UniformRandomProvider {
    private static final long LCG_MULTIPLIER = 0xD1342543DE82EF95L;
    private static final double HALF_STEP = 0x1.0p-53;
    private static final double STEP = 0x1.0p-52;

    /** By the last byte of a word: the width of its layer of the ziggurat, below 0 where a word is not enough. */
    private static final double[] WIDTH = widths();

    /** What the seed means: see above. */
    private final long ofSeed0;

    private final long ofSeed1;
    private final long ofSeed2;
    private final ZigguratSampler.Exponential ziggurat = ZigguratSampler.Exponential.of(this);

    private long replicate;

    /** What the chosen replicate means. */
    long ofReplicate0;

    long ofReplicate1;
    private long ofReplicate2;

    /** What the words of the chosen patient mean. */
    long increment;

    long firstState;
    private long lastWord;

    private final long[] row = new long[Lea64.AT_A_TIME];
    private long s;
    private long x0;
    private long x1;

    private AddressedRandom(long seed) {
        // The library steps its counter before the first block, so that its first word goes from 0 to 1.
        Philox4x64 words = new Philox4x64(new long[] {seed, 0, 0, 0, 0, 0});
        ofSeed0 = words.nextLong();
        ofSeed1 = words.nextLong();
        ofSeed2 = words.nextLong();
        mixReplicate(0);
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
    public void patient(long ofReplicate, long patient) {
        replicate(ofReplicate);
        long step = patient * Lea64.GOLDEN;
        increment = Lea64.of(ofReplicate0 + step) | 1;
        firstState = Lea64.of(ofReplicate1 + step);
        lastWord = Lea64.of(ofReplicate2 + step);
    }

    /** Chooses the replicate alone. */
    void replicate(long number) {
        if (number != replicate) {
            mixReplicate(number);
        }
    }

    private void mixReplicate(long number) {
        replicate = number;
        long step = number * Lea64.GOLDEN;
        ofReplicate0 = Lea64.of(ofSeed0 + step);
        ofReplicate1 = Lea64.of(ofSeed1 + step);
        ofReplicate2 = Lea64.of(ofSeed2 + step);
    }

    /** Places the stream at the start of this clock's occurrence (counted from 0) in the chosen patient. */
    public void at(long clockKey, long occurrence) {
        s = firstState + occurrence * Lea64.GOLDEN;
        x0 = clockKey * increment;
        x1 = lastWord;
    }

    /**
     * The first {@link #exponential} at an address, which is all that most clocks read (T1 11.6 to 10.6 us a trial, T4 155 to 147 ns a
     * patient). No state of a stream is made unless a second word is needed, so afterwards the stream stands nowhere: call {@link #at}
     * before other draws.
     */
    public double firstExponential(long clockKey, long occurrence) {
        double x = exponentialOf(firstWord(clockKey, occurrence));
        return x >= 0 ? x : atTheEdge(clockKey, occurrence);
    }

    /** The exponential at an address whose first word is not enough. */
    double atTheEdge(long clockKey, long occurrence) {
        at(clockKey, occurrence);
        return exponential();
    }

    /**
     * The {@link #firstExponential} of each of this clock's first n occurrences. Words are mixed many at a time, and none waits for the
     * one before. Afterwards the stream stands nowhere.
     */
    public void firstExponentials(long clockKey, double[] column, int n) {
        long start = firstState + clockKey * increment;
        for (int from = 0; from < n; from += Lea64.AT_A_TIME) {
            int count = Math.min(Lea64.AT_A_TIME, n - from);
            Lea64.row(start + from * Lea64.GOLDEN, count, row);
            if (!exponentialsOf(row, count, column, from)) {
                drawOn(clockKey, column, from, from + count);
            }
        }
    }

    /** The exponentials of words in a column from a place on; says whether one word was enough for each, by the signs of all of them. */
    private static boolean exponentialsOf(long[] word, int n, double[] column, int from) {
        long signs = 0;
        for (int i = 0; i < n; i++) {
            double x = exponentialOf(word[i]);
            column[from + i] = x;
            signs |= Double.doubleToRawLongBits(x);
        }
        return signs >= 0;
    }

    /** Apart: a loop in which to draw may go on keeps nothing in registers. */
    private void drawOn(long clockKey, double[] column, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!(column[i] >= 0)) {
                column[i] = atTheEdge(clockKey, i);
            }
        }
    }

    /** The exponential that one word makes; below 0 where it takes more. */
    static double exponentialOf(long word) {
        return WIDTH[(int) word & 0xff] * (word >>> 1);
    }

    /** The first {@link #uniform} at an address. The stream stays where it stands. */
    public double firstUniform(long clockKey, long occurrence) {
        return uniform(firstWord(clockKey, occurrence));
    }

    private long firstWord(long clockKey, long occurrence) {
        return Lea64.of(firstState + occurrence * Lea64.GOLDEN + clockKey * increment);
    }

    @Override
    public long nextLong() {
        long low = x0;
        long word = Lea64.of(s + low);
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
            width[layer] = drawn[0] == 1 ? x * 0x1p-62 : -1;
        }
        return width;
    }
}
