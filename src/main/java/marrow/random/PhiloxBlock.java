package marrow.random;

/**
 * One block of Philox4x64-10: four 64-bit words that are a keyed bijection of four 64-bit words.
 *
 * <p>A round maps (c0, c1, c2, c3) to (hi(M1 c2) ^ c1 ^ k0, lo(M1 c2), hi(M0 c0) ^ c3 ^ k1, lo(M0 c0)), where hi and lo
 * are the halves of the 128-bit product. Both multipliers are odd, so each round can be undone, and different counters
 * give different blocks. The keys grow by a Weyl constant from round to round.
 *
 * <p>Mutable scratch, so that a block costs no allocation. The same words come from the Commons RNG
 * {@code Philox4x64}, which keeps the block in an array and cannot be moved to another counter without a new object.
 *
 * <p>Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
 */
final class PhiloxBlock {
    private static final int ROUNDS = 10;
    private static final long M0 = 0xD2E7470EE14C6C93L;
    private static final long M1 = 0xCA5A826395121157L;
    private static final long WEYL0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL1 = 0xBB67AE8584CAA73BL;

    long w0;
    long w1;
    long w2;
    long w3;

    void encipher(long key0, long key1, long c0, long c1, long c2, long c3) {
        long k0 = key0;
        long k1 = key1;
        long x0 = c0;
        long x1 = c1;
        long x2 = c2;
        long x3 = c3;
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = highOfProduct(M0, x0);
            long high1 = highOfProduct(M1, x2);
            long low0 = M0 * x0;
            long low1 = M1 * x2;
            x0 = high1 ^ x1 ^ k0;
            x1 = low1;
            x2 = high0 ^ x3 ^ k1;
            x3 = low0;
            k0 += WEYL0;
            k1 += WEYL1;
        }
        w0 = x0;
        w1 = x1;
        w2 = x2;
        w3 = x3;
    }

    /** High 64 bits of the unsigned product, for a multiplier whose top bit is set (as unsigned it is 2^64 more). */
    private static long highOfProduct(long multiplier, long x) {
        return Math.multiplyHigh(multiplier, x) + x + ((x >> 63) & multiplier);
    }
}
