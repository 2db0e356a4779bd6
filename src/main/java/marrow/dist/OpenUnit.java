package marrow.dist;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A uniform number strictly between 0 and 1, one 64-bit word a draw: (k + 1/2) / 2^52 with k of 52 bits. Neither it nor
 * its complement is ever 0, so no quantile is infinite, and 1 - u is exact.
 */
final class OpenUnit {
    private OpenUnit() {}

    static double draw(UniformRandomProvider random) {
        return ((random.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
    }
}
