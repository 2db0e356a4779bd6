package marrow.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

/** The first number at an address is the same, to the bit, whether a stream is placed there or not. */
class FirstNumberTest {
    private final AddressedRandom random = AddressedRandom.of(20261122);
    private final long key = AddressedRandom.clockKey("death");

    @Test
    void first_exponentials_are_those_of_the_library_at_a_stream_placed_there() {
        AddressedRandom placed = AddressedRandom.of(20261122);
        ZigguratSampler.Exponential library = ZigguratSampler.Exponential.of(placed);
        int beyondOneWord = 0;
        for (int patient = 0; patient < 1000; patient++) {
            random.patient(3, patient);
            placed.patient(3, patient);
            for (int occurrence = 0; occurrence < 200; occurrence++) {
                placed.at(key, occurrence);
                boolean edge = (placed.nextLong() & 0xff) >= 252;
                placed.at(key, occurrence);
                double expected = library.sample();
                assertEquals(expected, random.firstExponential(key, occurrence), 0.0);
                beyondOneWord += edge ? 1 : 0;
            }
        }
        // 4 of 256 words are at the edge: 3125 of 200,000; both ways were gone.
        assertTrue(beyondOneWord > 2500 && beyondOneWord < 3750, beyondOneWord + " words at the edge");
    }

    @Test
    void first_uniforms_are_those_of_a_stream_placed_there_and_leave_the_stream_where_it_is() {
        random.patient(1, 2);
        random.at(key, 0);
        random.nextLong();
        double next = random.uniform();
        for (int occurrence = 0; occurrence < 1000; occurrence++) {
            random.at(key, occurrence);
            double expected = random.uniform();
            random.at(key, 0);
            random.nextLong();
            assertEquals(expected, random.firstUniform(key, occurrence), 0.0);
            assertEquals(next, random.uniform(), 0.0);
        }
    }
}
