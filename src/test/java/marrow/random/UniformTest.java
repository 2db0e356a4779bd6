package marrow.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UniformTest {
    private static final long SEED = 5;
    private static final long LEA_MULTIPLIER = 0xDABA0B6EB09322E3L;

    @Test
    void smallestWordGivesHalfAStepAndNeverZero() {
        assertEquals(0x1.0p-53, atWord(0L).uniform());
    }

    @Test
    void largestWordGivesOneLessHalfAStepAndNeverOne() {
        assertEquals(1 - 0x1.0p-53, atWord(-1L).uniform());
    }

    @Test
    void exponentialIsFiniteAndNotNegativeAtTheExtremeWords() {
        for (long word : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 255, 256}) {
            double budget = atWord(word).exponential();
            assertTrue(budget >= 0 && budget < 100, word + " gives " + budget);
        }
    }

    /** Mean 1/2 and variance 1/12 within 5 standard errors: false-alarm rate 6e-7 each. */
    @Test
    void momentsAreThoseOfTheUniform() {
        int n = 1_000_000;
        AddressedRandom random = AddressedRandom.of(SEED);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            random.at(i % 1000, i / 1000);
            double centred = random.uniform() - 0.5;
            sum += centred;
            squares += centred * centred;
        }
        assertEquals(0, sum / n, 5 * Math.sqrt(1 / 12.0 / n));
        assertEquals(1 / 12.0, squares / n, 5 * Math.sqrt(1 / 180.0 / n));
    }

    /** Stands at the clock whose first word is the given one: lea64 and the fold of the clock are undone. */
    private static AddressedRandom atWord(long word) {
        AddressedRandom random = AddressedRandom.of(SEED);
        long undo = inverse(LEA_MULTIPLIER);
        long z = (word ^ (word >>> 32)) * undo;
        z = (z ^ (z >>> 32)) * undo;
        z ^= z >>> 32;
        long clock = (z - random.firstState) * inverse(random.increment);
        random.at(clock, 0);
        assertEquals(word, random.nextLong());
        random.at(clock, 0);
        return random;
    }

    /** The inverse of an odd number modulo 2^64 by Newton's steps, each of which doubles the bits that are right. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int step = 0; step < 6; step++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
