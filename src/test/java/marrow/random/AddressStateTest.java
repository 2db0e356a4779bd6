package marrow.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.apache.commons.rng.core.source64.L64X128Mix;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.junit.jupiter.api.Test;

/** Commons RNG is the reference: its generators, started in the state of an address, give the same words. */
class AddressStateTest {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    @Test
    void streamIsTheLxmGeneratorOfCommonsRngAtTheStateOfTheAddress() {
        SplittableRandom choose = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            long seed = choose.nextLong();
            long replicate = i % 2 == 0 ? choose.nextInt(100_000) : choose.nextLong();
            long patient = i % 2 == 0 ? choose.nextInt(1000) : choose.nextLong();
            long clock = choose.nextLong();
            long occurrence = i % 3 == 0 ? choose.nextLong() : choose.nextInt(50);

            AddressedRandom random = AddressedRandom.of(seed);
            random.patient(replicate, patient);
            random.at(clock, occurrence);
            L64X128Mix reference = commonsAt(seed, replicate, patient, clock, occurrence);
            for (int draw = 0; draw < 20; draw++) {
                assertEquals(reference.nextLong(), random.nextLong(), "word " + draw + " of address " + i);
            }
        }
    }

    private static L64X128Mix commonsAt(long seed, long replicate, long patient, long clock, long occurrence) {
        // Commons RNG steps its counter before the first block, so counter word 0 goes from 0 to 1.
        Philox4x64 philox = new Philox4x64(new long[] {seed, 0, 0, 0, 0, 0});
        long increment = word(philox.nextLong(), replicate, patient) | 1;
        long state = word(philox.nextLong(), replicate, patient) + occurrence * GOLDEN;
        long x1 = word(philox.nextLong(), replicate, patient);
        return new L64X128Mix(increment, state, clock * increment, x1);
    }

    private static long word(long ofSeed, long replicate, long patient) {
        return lea64(lea64(ofSeed + replicate * GOLDEN) + patient * GOLDEN);
    }

    /** From the mixer of Commons RNG: with an increment and a state of 0 in the linear part, the first word is lea64 of x0. */
    private static long lea64(long x) {
        return new L64X128Mix(1, 0, x, 1).nextLong();
    }
}
