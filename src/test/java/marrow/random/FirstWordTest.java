package marrow.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongUnaryOperator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first words of neighbouring addresses are independent, whichever coordinate of the address moves. */
class FirstWordTest {
    private static final long SEED = 20261120;

    enum Coordinate {
        SEED,
        REPLICATE,
        PATIENT,
        CLOCK,
        OCCURRENCE
    }

    /**
     * Counts of (4 bits here, 4 bits at the next address) in 256 cells, for the top, the middle and the bottom bits.
     * Chi-square with 255 degrees of freedom; false-alarm rate 1e-6 for each of 15 tables.
     */
    @ParameterizedTest
    @EnumSource(Coordinate.class)
    void neighboursFillAllPairsEqually(Coordinate coordinate) {
        assertAllPairsAlike(
                coordinate.toString(), i -> firstWord(coordinate, 2 * i), i -> firstWord(coordinate, 2 * i + 1));
    }

    private static void assertAllPairsAlike(String what, LongUnaryOperator one, LongUnaryOperator other) {
        int pairs = 1 << 17;
        double limit = new ChiSquaredDistribution(255).inverseCumulativeProbability(1 - 1e-6);
        for (int shift : new int[] {60, 30, 0}) {
            int[] cells = new int[256];
            for (long i = 0; i < pairs; i++) {
                long here = one.applyAsLong(i) >>> shift;
                long next = other.applyAsLong(i) >>> shift;
                cells[(int) ((here & 15) << 4 | (next & 15))]++;
            }
            double expected = pairs / 256.0;
            double chiSquare = 0;
            for (int count : cells) {
                chiSquare += (count - expected) * (count - expected) / expected;
            }
            assertTrue(chiSquare < limit, what + " at bit " + shift + ": chi-square " + chiSquare);
        }
    }

    /**
     * Words at the same clock of neighbouring patients and words of two clocks of one patient, both along the patients of a replicate, and those of
     * two replicates: whatever a mixer makes of numbers that stand in a row, two of them tell nothing of each other. Chi-square as above; false-alarm
     * rate 1e-6 for each of 9 tables.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void alongPatientsTwoWordsTellNothingOfEachOther(int which) {
        AddressedRandom random = AddressedRandom.of(SEED);
        assertAllPairsAlike("pair " + which, patient -> wordOf(random, 3, patient, 5), patient -> switch (which) {
            case 0 -> wordOf(random, 3, patient + 1, 5);
            case 1 -> wordOf(random, 3, patient, 6);
            default -> wordOf(random, 4, patient, 5);
        });
    }

    private static long wordOf(AddressedRandom random, long replicate, long patient, long clock) {
        random.patient(replicate, patient);
        random.at(clock, 0);
        return random.nextLong();
    }

    /**
     * Avalanche: any one bit of a coordinate flips each bit of the first word in half of all addresses. The count of
     * flips in 4096 addresses has standard deviation 32; 4096 cells within 6.6 deviations: false-alarm rate
     * 4096 * 4.1e-11 = 2e-7 for each coordinate.
     */
    @ParameterizedTest
    @EnumSource(Coordinate.class)
    void oneBitOfTheAddressFlipsHalfOfTheFirstWord(Coordinate coordinate) {
        int addresses = 4096;
        double deviation = Math.sqrt(addresses) / 2;
        long[] words = new long[addresses];
        for (int i = 0; i < addresses; i++) {
            words[i] = firstWord(coordinate, i);
        }
        for (int bit = 0; bit < 64; bit++) {
            int[] flips = new int[64];
            for (int i = 0; i < addresses; i++) {
                long changed = words[i] ^ firstWord(coordinate, i ^ (1L << bit));
                for (int out = 0; out < 64; out++) {
                    flips[out] += (int) (changed >>> out & 1);
                }
            }
            for (int out = 0; out < 64; out++) {
                // A pair (i, i ^ bit) is met twice when bit < 12, which makes the deviation sqrt(2) larger.
                double allowed = 6.6 * deviation * (bit < 12 ? Math.sqrt(2) : 1);
                assertEquals(addresses / 2.0, flips[out], allowed, coordinate + " bit " + bit + " to bit " + out);
            }
        }
    }

    /** The first word at a fixed address with one coordinate set to {@code value}. */
    private static long firstWord(Coordinate coordinate, long value) {
        AddressedRandom random = AddressedRandom.of(coordinate == Coordinate.SEED ? value : SEED);
        random.patient(coordinate == Coordinate.REPLICATE ? value : 3, coordinate == Coordinate.PATIENT ? value : 17);
        random.at(coordinate == Coordinate.CLOCK ? value : 5, coordinate == Coordinate.OCCURRENCE ? value : 1);
        return random.nextLong();
    }
}
