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
        assertEquals(0x48d70991f30dadd8L, random.nextLong());
        assertEquals(0x2be75629b03b86d2L, random.nextLong());
        assertEquals(0xfc48271a3cf615cfL, random.nextLong());
        random.at(AddressedRandom.clockKey("relapse"), 1);
        assertEquals(0x66906fef38f1f41aL, random.nextLong());
    }

    @Test
    void everyCoordinateMayBeAnyLong() {
        AddressedRandom other = AddressedRandom.of(-1);
        other.patient(-1, Long.MAX_VALUE);
        other.at(AddressedRandom.clockKey("r\u00e9cidive"), Long.MIN_VALUE);
        assertEquals(0x7a878edff81f0c4cL, other.nextLong());
    }

    @Test
    void uniformOfAnAddress() {
        random.patient(3, 17);
        random.at(AddressedRandom.clockKey("relapse"), 0);
        assertEquals(0x1.235c2647cc36ap-2, random.uniform());
    }

    @Test
    void exponentialsOfAnAddress() {
        random.patient(3, 17);
        long relapse = AddressedRandom.clockKey("relapse");
        random.at(relapse, 0);
        assertEquals(0x1.89481650efe1ap-3, random.exponential());
        random.at(relapse, 1);
        assertEquals(0x1.85d77a584149fp0, random.exponential());
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
        assertEquals(0xf2b47583010bd705L, digest);
    }
}
