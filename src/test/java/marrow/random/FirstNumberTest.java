package marrow.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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
    void first_exponentials_of_many_patients_are_those_of_each() {
        FirstNumbers many = FirstNumbers.of(20261122);
        long otherKey = AddressedRandom.clockKey("relapse");
        for (int end : new int[] {0, 1, 7, FirstNumbers.AT_A_TIME, 1000}) {
            double[] deaths = new double[1001];
            double[] relapses = new double[1001];
            Arrays.fill(deaths, -1);
            for (int from = 0; from < end; from += FirstNumbers.AT_A_TIME) {
                many.patients(5, from, end);
                many.exponentials(key, deaths);
                many.exponentials(otherKey, relapses);
            }
            for (int i = 0; i < end; i++) {
                random.patient(5, i);
                assertEquals(random.firstExponential(key, 0), deaths[i], 0.0);
                assertEquals(random.firstExponential(otherKey, 0), relapses[i], 0.0);
            }
            assertEquals(-1, deaths[end], "nobody else has one");
        }
    }

    @Test
    void first_exponentials_of_many_occurrences_are_those_of_each() {
        int beyondOneWord = 0;
        for (int n : new int[] {0, 1, 31, Lea64.AT_A_TIME, 1000}) {
            double[] column = new double[1001];
            Arrays.fill(column, -1);
            random.patient(7, -1);
            random.firstExponentials(key, column, n);
            for (int i = 0; i < n; i++) {
                assertEquals(random.firstExponential(key, i), column[i], 0.0);
                random.at(key, i);
                beyondOneWord += (random.nextLong() & 0xff) >= 252 ? 1 : 0;
            }
            assertEquals(-1, column[n], "there is no other");
        }
        assertTrue(beyondOneWord > 0, "both ways were gone");
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
