package marrow.random;

/**
 * Blocks of Philox4x64-10 at the counters (1, 0, replicate, patient) under the key (seed, 0): four 64-bit words that are
 * a keyed bijection of replicate and patient.
 *
 * <p>A round maps (c0, c1, c2, c3) to (hi(M1 c2) ^ c1 ^ k0, lo(M1 c2), hi(M0 c0) ^ c3 ^ k1, lo(M0 c0)), where hi and lo
 * are the halves of the 128-bit product. Both multipliers are odd, so each round can be undone, and different counters
 * give different blocks. The keys grow by a Weyl constant from round to round.
 *
 * <p>The patient's number meets a product only in the second round, and half of the products of the second
 * and third round have not met it either. {@link #begin} works out what is the same for all patients of a replicate, so that
 * {@link #encipher} has 16 products of 20 left (26 to 17 ns a block). The words are the same.
 *
 * <p>Mutable scratch, so that a block costs no allocation. The same words come from the Commons RNG
 * {@code Philox4x64}, which keeps the block in an array and cannot be moved to another counter without a new object.
 *
 * <p>Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
 */
final class PhiloxBlock {
    private static final long M0 = 0xD2E7470EE14C6C93L;
    private static final long M1 = 0xCA5A826395121157L;
    private static final long WEYL0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL1 = 0xBB67AE8584CAA73BL;

    private final long seed;

    /** What the present replicate makes of the first rounds: see {@link #begin}. */
    private long replicate;

    private long secondC0;
    private long thirdC0;
    private long thirdC1;
    private long thirdC2;

    long w0;
    long w1;
    long w2;
    long w3;

    PhiloxBlock(long seed) {
        this.seed = seed;
        begin(0);
    }

    /**
     * Puts the words of this patient of this replicate into w0 to w3. Rounds 3 to 9, counted from 0, are written out: a
     * method of this length HotSpot leaves by itself, where within a loop over patients it would want registers for the keys of all
     * rounds, and has none (T1 9.5 to 9.1 us a trial).
     */
    void encipher(long ofReplicate, long patient) {
        if (ofReplicate != replicate) {
            begin(ofReplicate);
        }
        long second0 = HighProduct.of(M1, patient) ^ secondC0;
        long second1 = M1 * patient;
        long a0 = second1 ^ thirdC0;
        long a1 = thirdC1;
        long a2 = HighProduct.of(M0, second0) ^ thirdC2;
        long a3 = M0 * second0;
        long b0 = HighProduct.of(M1, a2) ^ a1 ^ k0(3);
        long b1 = M1 * a2;
        long b2 = HighProduct.of(M0, a0) ^ a3 ^ k1(3);
        long b3 = M0 * a0;
        a0 = HighProduct.of(M1, b2) ^ b1 ^ k0(4);
        a1 = M1 * b2;
        a2 = HighProduct.of(M0, b0) ^ b3 ^ k1(4);
        a3 = M0 * b0;
        b0 = HighProduct.of(M1, a2) ^ a1 ^ k0(5);
        b1 = M1 * a2;
        b2 = HighProduct.of(M0, a0) ^ a3 ^ k1(5);
        b3 = M0 * a0;
        a0 = HighProduct.of(M1, b2) ^ b1 ^ k0(6);
        a1 = M1 * b2;
        a2 = HighProduct.of(M0, b0) ^ b3 ^ k1(6);
        a3 = M0 * b0;
        b0 = HighProduct.of(M1, a2) ^ a1 ^ k0(7);
        b1 = M1 * a2;
        b2 = HighProduct.of(M0, a0) ^ a3 ^ k1(7);
        b3 = M0 * a0;
        a0 = HighProduct.of(M1, b2) ^ b1 ^ k0(8);
        a1 = M1 * b2;
        a2 = HighProduct.of(M0, b0) ^ b3 ^ k1(8);
        a3 = M0 * b0;
        b0 = HighProduct.of(M1, a2) ^ a1 ^ k0(9);
        b1 = M1 * a2;
        b2 = HighProduct.of(M0, a0) ^ a3 ^ k1(9);
        b3 = M0 * a0;
        w0 = b0;
        w1 = b1;
        w2 = b2;
        w3 = b3;
    }

    /**
     * The parts of the first three rounds in which the patient's number has no part. After round 1 the counters are (first0, M1
     * replicate, patient, M0), after round 2 the third and the fourth are (second2, M0 first0).
     */
    private void begin(long ofReplicate) {
        replicate = ofReplicate;
        long first0 = HighProduct.of(M1, replicate) ^ seed;
        long second2 = HighProduct.of(M0, first0) ^ M0 ^ k1(1);
        secondC0 = (M1 * replicate) ^ k0(1);
        thirdC0 = HighProduct.of(M1, second2) ^ k0(2);
        thirdC1 = M1 * second2;
        thirdC2 = (M0 * first0) ^ k1(2);
    }

    /** The keys of a round, counted from 0. */
    private long k0(int round) {
        return seed + round * WEYL0;
    }

    private static long k1(int round) {
        return round * WEYL1;
    }
}
