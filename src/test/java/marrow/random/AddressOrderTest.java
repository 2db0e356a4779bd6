package marrow.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressOrderTest {
    private record Address(long replicate, long patient, long clock, long occurrence) {}

    @Test
    void anyOrderOfVisitsGivesTheSameNumbers() {
        List<Address> addresses = new ArrayList<>();
        Random choose = new Random(7);
        for (int i = 0; i < 5000; i++) {
            addresses.add(new Address(choose.nextInt(5), choose.nextInt(5), choose.nextInt(20), choose.nextInt(5)));
        }
        Map<Address, Double> first = visit(addresses, AddressedRandom.of(11), 1);
        Collections.shuffle(addresses, choose);
        Map<Address, Double> second = visit(addresses, AddressedRandom.of(11), 3);
        assertEquals(first, second);
    }

    /** The first exponential of each address; the further draws must not disturb the next address. */
    private static Map<Address, Double> visit(List<Address> addresses, AddressedRandom random, int draws) {
        Map<Address, Double> numbers = new HashMap<>();
        for (Address address : addresses) {
            random.patient(address.replicate(), address.patient());
            random.at(address.clock(), address.occurrence());
            numbers.put(address, random.exponential());
            for (int i = 1; i < draws; i++) {
                random.exponential();
            }
        }
        return numbers;
    }

    @Test
    void comingBackToAClockOfTheSamePatientGivesItsNumbersAgain() {
        AddressedRandom random = AddressedRandom.of(3);
        random.patient(2, 9);
        random.at(5, 1);
        long[] words = random.longs(10).toArray();
        random.at(6, 0);
        random.nextLong();
        random.at(5, 1);
        for (long word : words) {
            assertEquals(word, random.nextLong());
        }
    }

    /**
     * Different first words mean different states. Among 2^20 independent 64-bit words two are alike with chance
     * 2^40 / 2^65 = 3e-8.
     */
    @Test
    void neighbouringAddressesHaveDifferentStates() {
        AddressedRandom random = AddressedRandom.of(0);
        int side = 32;
        long[] words = new long[side * side * side * side];
        int count = 0;
        for (int replicate = 0; replicate < side; replicate++) {
            for (int patient = 0; patient < side; patient++) {
                random.patient(replicate, patient);
                for (int clock = 0; clock < side; clock++) {
                    for (int occurrence = 0; occurrence < side; occurrence++) {
                        random.at(clock, occurrence);
                        words[count++] = random.nextLong();
                    }
                }
            }
        }
        Arrays.sort(words);
        for (int i = 1; i < words.length; i++) {
            assertNotEquals(words[i - 1], words[i]);
        }
    }

    @Test
    void coordinatesDoNotStandInForEachOther() {
        Set<Long> words = new HashSet<>();
        for (int coordinate = 0; coordinate < 5; coordinate++) {
            AddressedRandom random = AddressedRandom.of(coordinate == 0 ? 1 : 0);
            random.patient(coordinate == 1 ? 1 : 0, coordinate == 2 ? 1 : 0);
            random.at(coordinate == 3 ? 1 : 0, coordinate == 4 ? 1 : 0);
            words.add(random.nextLong());
        }
        assertEquals(5, words.size());
    }
}
