package marrow.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Both ways to the upper half of a product, held against the product of integers without end. */
class HighProductTest {
    private static final long[] FACTORS = factors();

    @Test
    void is_the_upper_half_of_the_product_by_the_way_of_this_java() {
        for (long a : FACTORS) {
            for (long b : FACTORS) {
                assertEquals(upperHalf(a, b), HighProduct.of(a, b), () -> a + " times " + b);
            }
        }
    }

    @Test
    void is_the_same_by_signed_products() {
        for (long a : FACTORS) {
            for (long b : FACTORS) {
                assertEquals(upperHalf(a, b), HighProduct.bySigned(a, b), () -> a + " times " + b);
            }
        }
    }

    private static long upperHalf(long a, long b) {
        return unsigned(a).multiply(unsigned(b)).shiftRight(64).longValue();
    }

    private static BigInteger unsigned(long x) {
        return new BigInteger(Long.toUnsignedString(x));
    }

    /** Where signs, carries and halves change, and 200 between. */
    private static long[] factors() {
        LongStream edges = LongStream.of(
                0,
                1,
                2,
                -1,
                -2,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                0xffffffffL,
                0x100000000L,
                -0x100000000L);
        return LongStream.concat(edges, new SplittableRandom(18).longs(200)).toArray();
    }
}
