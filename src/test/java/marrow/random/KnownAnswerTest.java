package marrow.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Frozen numbers: when one of these changes, every published result changes, and so must the version.
 *
 * <p>Origin: the words were computed from the formulas of {@link AddressedRandom} with the integers of Python 3.11, the
 * keys with {@code printf NAME | sha256sum}; the exponentials are those of Commons RNG 1.7, the same on JDK 17 and 25,
 * compiled and interpreted.
 */
class KnownAnswerTest {
    private final AddressedRandom random = AddressedRandom.of(20261120);

    @Test
    void keysOfClocks() {
        assertEquals(0x1950dc7b28d250b7L, AddressedRandom.clockKey("relapse"));
        assertEquals(0x6167cdc1bef986f0L, AddressedRandom.clockKey("transplant"));
        assertEquals(0xeb1a2de535ee3950L, AddressedRandom.clockKey("r\u00e9cidive"));
    }

    @Test
    void wordsOfAnAddress() {
        random.patient(3, 17);
        random.at(AddressedRandom.clockKey("relapse"), 0);
        assertEquals(0x95ae0e0f6453cb5bL, random.nextLong());
        assertEquals(0x1040282bb47c59ccL, random.nextLong());
        assertEquals(0xb789b48155462501L, random.nextLong());
        random.at(AddressedRandom.clockKey("relapse"), 1);
        assertEquals(0x6dad7c1a08b4a1e0L, random.nextLong());
    }

    @Test
    void everyCoordinateMayBeAnyLong() {
        AddressedRandom other = AddressedRandom.of(-1);
        other.patient(-1, Long.MAX_VALUE);
        other.at(AddressedRandom.clockKey("r\u00e9cidive"), Long.MIN_VALUE);
        assertEquals(0xe83bc81c682c2a04L, other.nextLong());
    }

    @Test
    void uniformOfAnAddress() {
        random.patient(3, 17);
        random.at(AddressedRandom.clockKey("relapse"), 0);
        assertEquals(0x1.2b5c1c1ec8a79p-1, random.uniform());
    }

    @Test
    void exponentialsOfAnAddress() {
        random.patient(3, 17);
        long relapse = AddressedRandom.clockKey("relapse");
        random.at(relapse, 0);
        assertEquals(0x1.4496d3e7bfaeap0, random.exponential());
        random.at(relapse, 1);
        assertEquals(0x1.fd82c49bea46ap-3, random.exponential());
    }

    /** Enough draws to meet the tail and the overhangs of the ziggurat, which take further words and an exp. */
    @Test
    void digestOfManyExponentials() {
        random.patient(3, 17);
        long relapse = AddressedRandom.clockKey("relapse");
        long digest = 0;
        for (int occurrence = 0; occurrence < 300_000; occurrence++) {
            random.at(relapse, occurrence);
            digest = 31 * digest + Double.doubleToRawLongBits(random.exponential());
        }
        assertEquals(0x9233e14a036235cbL, digest);
    }
}
